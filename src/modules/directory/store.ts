import type { Reader } from '#platform/db'
import type { DirectoryRows } from './directory.ts'
import type { DatedName, Level, Post, Role, System, Unit } from './unit.ts'

/** All units with their names, posts and successions: some hundreds of rows. */
export async function readDirectory(db: Reader): Promise<DirectoryRows> {
  const [units, names, contacts, posts, successions] = await Promise.all([
    db.selectFrom('unit').selectAll().orderBy('code').execute(),
    db.selectFrom('unit_name').selectAll().orderBy('valid_from').execute(),
    db.selectFrom('unit_contact').selectAll().execute(),
    db.selectFrom('post').selectAll().orderBy('id').execute(),
    db.selectFrom('unit_succession').selectAll().execute(),
  ])
  const namesOf = Map.groupBy(names, (row) => row.unit_id)
  const contactOf = new Map(contacts.map((row) => [row.unit_id, row]))
  return {
    units: units.map((row): Unit => {
      const contact = contactOf.get(row.id)
      return {
        id: row.id,
        system: row.system as System,
        level: row.level as Level,
        code: row.code,
        ...(row.parent_id !== null && { parent: row.parent_id }),
        ...span(row),
        names: (namesOf.get(row.id) ?? []).map(
          (name): DatedName => ({
            name: name.name,
            shortName: name.short_name,
            ...(name.area_type !== null && { areaType: name.area_type }),
            ...span(name),
            basis: name.basis,
          }),
        ),
        ...(contact !== undefined && {
          contact: { address: contact.address, phone: contact.phone, hours: contact.hours, unverified: contact.unverified },
        }),
      }
    }),
    posts: posts.map((row): Post => ({ id: row.id, unit: row.unit_id, role: row.role as Role, title: row.title, ...span(row) })),
    successions: successions.map((row) => ({ predecessor: row.predecessor_id, successor: row.successor_id, on: row.on_date })),
  }
}

function span(row: { valid_from: string; valid_to: string | null }): { validFrom: string; validTo?: string } {
  return { validFrom: row.valid_from, ...(row.valid_to !== null && { validTo: row.valid_to }) }
}
