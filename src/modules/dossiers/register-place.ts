import { directoryOn } from '#modules/directory'
import type { RegisterPlace } from '#modules/sharing'
import type { Ctx } from '#platform/act'
import { localDate } from '#platform/clock'
import { ask, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'
import type { Case } from './case.ts'

/** The register entry of a case, as other systems are told of it. */
export type Entry = { id: Id; number: number; year: number; book: string; page: number; entered_at: string }

/** @throws Error before the entry was written */
export async function entryOf(ctx: Ctx, item: Id): Promise<Entry> {
  const [answer] = await ask(ctx.pool, ctx.actor, [
    { text: 'select id, number, year, book, page, entered_at from register_entry where work_item_id = $1', values: [item] },
  ])
  const [entry] = rowsOf<Entry>(answer)
  if (entry === undefined) throw new Error('the case has no register entry yet')
  return entry
}

/** Where it stands: agency, book, number, day. */
export async function placeOf(ctx: Ctx, found: Case, entry: Entry): Promise<RegisterPlace> {
  const directory = await directoryOn(ctx)
  return {
    provinceCode: directory.province().code,
    agencyCode: directory.getUnit(found.unit).code,
    book: `01/${entry.year}`,
    number: `${entry.number}/${entry.year}`,
    date: localDate(entry.entered_at),
  }
}
