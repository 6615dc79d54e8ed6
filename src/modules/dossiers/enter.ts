import { appearanceIn, holds } from '#modules/procedures'
import { type Ctx, idAt } from '#platform/act'
import { localDate } from '#platform/clock'
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
 * no gap, no reuse. It is known only to the database until it is stored; nothing in the answer depends on it.
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
                 from (select coalesce(max(number), 0) + 1 as next from register_entry where unit_id = $5 and book = $6 and year = $7::int) n`,
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
        ...keysOfEntry(ctx, found),
      ],
    }
  })
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
               select $1, e.id, $2, $3, $4, $5, 'personal-number', $6, $7 from register_entry e where e.work_item_id = $2`,
        values: [idAt(ctx.now), found.id, actId, found.system, found.unit, ctx.keys.seal(personalNumber, 'register_note.body'), ctx.now],
      },
    ],
  }))
}
