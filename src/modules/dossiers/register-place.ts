import { directoryOn } from '#modules/directory'
import type { RegisterPlace } from '#modules/sharing'
import type { Ctx } from '#platform/act'
import { localDate } from '#platform/clock'
import { ask, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'
import type { Case } from './case.ts'
import type { OwnEntry } from './register-columns.ts'

/** The register entry of a case, as other systems are told of it. */
export type Entry = { id: Id; number: number; year: number; book: string; page: number; entered_at: string; personal_number: Buffer | null }

/** @throws Error before the entry was written */
export async function entryOf(ctx: Ctx, item: Id): Promise<Entry> {
  const [answer] = await ask(ctx.pool, ctx.actor, [
    {
      text: `select e.id, e.number, e.year, e.book, e.page, e.entered_at, n.body as personal_number from register_entry e
             left join register_note n on n.entry_id = e.id and n.kind = 'personal-number' where e.work_item_id = $1`,
      values: [item],
    },
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

/** What an entry says of itself, by the names of the register's items. */
export function toldBy(ctx: Pick<Ctx, 'keys'>, { number, year, page, entered_at, personal_number }: Omit<Entry, 'id'>) {
  return {
    number: `${String(number).padStart(2, '0')}/${year}`,
    book: `01/${year}`,
    page: String(page),
    registeredOn: localDate(entered_at),
    ...(personal_number === null ? {} : { personalNumber: ctx.keys.openText(personal_number, 'register_note.body') }),
  }
}

/** The entry with what was filed and noted, for its columns. */
export function ownEntry(ctx: Pick<Ctx, 'keys'>, found: Case, entry: Entry): OwnEntry {
  const { book: _book, page: _page, ...told } = toldBy(ctx, entry)
  return {
    procedure: found.procedure,
    answers: found.filed.answers,
    submittedAt: found.submittedAt,
    unit: found.unit,
    ...told,
  }
}
