import { appearanceIn, holds } from '#modules/procedures'
import { type Ctx, idAt } from '#platform/act'
import { localDate } from '#platform/clock'
import { ask, rowsOf, type Statement } from '#platform/db'
import type { Id } from '#platform/id'
import { onlyAfterAppearance } from './appointments.ts'
import type { Case } from './case.ts'
import { type Expected, type Moved, move } from './move.ts'
import { keysOfEntry } from './register-keys.ts'

/** The result that this case leads to: the first whose condition holds. */
export function resultOf(found: Pick<Case, 'procedure' | 'filed'>) {
  const { results } = found.procedure
  const result = results.find(({ when }) => when !== undefined && holds(when, found.filed.answers)) ?? results[0]
  if (result === undefined) throw new Error(`${found.procedure.code} has no result`)
  return result
}

// In the printed book of births each entry has a page of its own; the page therefore equals the number within the year's book.
const entriesPerPage = 1

/**
 * Writes the event into the register. The number follows the last one of the series – unit, book, year – inside this transaction:
 * no gap, no reuse. It is known only to the database until it is stored; nothing in the answer depends on it. Entered again, after a leader
 * sent it back, the entry keeps its number and stays as it was written: what holds now is written beside it.
 */
export function enter(ctx: Ctx, code: string, expected: Expected = {}): Promise<Moved> {
  return move(ctx, code, 'enter', expected, (found, actId) => {
    const book = resultOf(found).register ?? found.procedure.code
    const year = Number(localDate(ctx.now).slice(0, 4))
    return {
      params: { book, year },
      before: [
        ...(appearanceIn(found.procedure) === undefined ? [] : [onlyAfterAppearance(found.id)]),
        {
          text: "select pg_advisory_xact_lock(hashtextextended('register ' || $1 || ' ' || $2 || ' ' || $3, 0))",
          values: [found.unit, book, String(year)],
        },
      ],
      after: [
        {
          text: `insert into register_entry (id, work_item_id, act_id, system, unit_id, book, year, number, page, body, entered_at)
                 select $1, $2, $3, $4, $5, $6, $7::int, n.next, ((n.next - 1) / $8::int) + 1, $9, $10
                 from (select coalesce(max(number), 0) + 1 as next from register_entry where unit_id = $5 and book = $6 and year = $7::int) n
                 where not exists (select from register_entry e where e.work_item_id = $2 and e.book = $6)`,
          values: [
            idAt(ctx.now),
            found.id,
            actId,
            found.system,
            found.unit,
            book,
            year,
            entriesPerPage,
            ctx.keys.sealJson(found.filed, 'register_entry.body'),
            ctx.now,
          ],
        },
        correction(ctx, found, actId, book),
        ...keysOfEntry(ctx, found),
      ],
    }
  })
}

/** Beside an entry that an earlier act wrote; nothing where this act wrote it. */
function correction(ctx: Ctx, found: Case, actId: Id, book: string): Statement {
  return {
    text: `insert into register_correction (id, entry_id, work_item_id, act_id, system, unit_id, body, at)
           select $1, e.id, $2, $3, $4, $5, $6, $7 from register_entry e where e.work_item_id = $2 and e.book = $8 and e.act_id <> $3`,
    values: [
      idAt(ctx.now),
      found.id,
      actId,
      found.system,
      found.unit,
      ctx.keys.sealJson(found.filed, 'register_entry.body'),
      ctx.now,
      book,
    ],
  }
}

/** What was allotted to the entry before it was sent back: it is never asked for twice. */
export async function allottedBefore(ctx: Ctx, item: Id): Promise<string | undefined> {
  const [answer] = await ask(ctx.pool, ctx.actor, [
    { text: "select body from register_note where work_item_id = $1 and kind = 'personal-number'", values: [item] },
  ])
  const [note] = rowsOf<{ body: Buffer }>(answer)
  return note === undefined ? undefined : ctx.keys.openText(note.body, 'register_note.body')
}

/** Another system has taken on what was decided (machine act): the paper may go out. */
export function recorded(ctx: Ctx, item: string, queryId: string): Promise<Moved> {
  return move(ctx, item, 'record', {}, () => ({ params: { queryId } }))
}

/** What the population database allotted, noted beside the entry (machine act); the same request twice stores it once. */
export function allot(
  ctx: Ctx,
  item: string,
  personalNumber: string,
  queryId: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Moved> {
  return move(ctx, item, 'allot', {}, (found, actId) => ({
    params: { queryId },
    private: { personalNumber, ...more },
    after: [
      {
        text: `insert into register_note (id, entry_id, work_item_id, act_id, system, unit_id, kind, body, at)
               select $1, e.id, $2, $3, $4, $5, 'personal-number', $6, $7 from register_entry e where e.work_item_id = $2 on conflict (entry_id, kind) do nothing`,
        values: [idAt(ctx.now), found.id, actId, found.system, found.unit, ctx.keys.seal(personalNumber, 'register_note.body'), ctx.now],
      },
    ],
  }))
}
