import { type Ctx, entryFor, idAt, once, Refusal } from '#platform/act'
import { isDate, localDate } from '#platform/clock'
import { ask, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'
import { assertMay } from './policy.ts'

/** Where a procedure is filed: here, or at the National Portal with what was prepared here. */
export type Front = 'own' | 'national-portal'

/** A front as it was set; `code` null: every procedure without a row of its own. */
export type FrontRow = {
  readonly id: Id
  readonly code: string | null
  readonly front: Front
  readonly reason: string
  readonly from: string
  readonly setBy: Id
  readonly setAt: string
}

type Asking = Pick<Ctx, 'pool' | 'actor' | 'now'>

const columns = `id, code, front, reason, valid_from as from, set_by as "setBy", set_at as "setAt"`

/** The front that holds today for a procedure: its own row, else the general one, else that of the install's kind. */
export async function frontOf(ctx: Asking, code: string, { sample }: { sample: boolean }): Promise<Front> {
  const text = `select front from procedure_front where (code = $1 or code is null) and valid_from <= $2
    order by code is null, valid_from desc, set_at desc, id desc limit 1`
  const [found] = await ask(ctx.pool, ctx.actor, [{ text, values: [code, localDate(ctx.now)] }])
  return rowsOf<{ front: Front }>(found)[0]?.front ?? (sample ? 'own' : 'national-portal')
}

/** Everything that was ever set, the newest first; no more than 200. */
export async function frontsSet(ctx: Asking): Promise<FrontRow[]> {
  const text = `select ${columns} from procedure_front order by valid_from desc, set_at desc, id desc limit 200`
  const [found] = await ask(ctx.pool, ctx.actor, [{ text, values: [] }])
  return rowsOf<FrontRow>(found)
}

export type NewFront = { readonly code: string | null; readonly front: Front; readonly reason: string; readonly from: string }

/**
 * Sets where a procedure is filed from a day on.
 * @throws Refusal 403 for anybody but who keeps the catalogue; 422 without a reason, or with a day that has passed
 */
export async function setFront(ctx: Ctx, { code, front, reason, from }: NewFront): Promise<void> {
  assertMay(ctx, 'setFront')
  if (reason.trim().length < 3) throw new Refusal(422, 'reason-needed')
  if (!isDate(from) || from < localDate(ctx.now)) throw new Refusal(422, 'not-a-date', { on: from })
  const id = idAt(ctx.now)
  await once(ctx, async () => ({
    as: ctx.actor,
    statements: [
      {
        text: 'insert into procedure_front (id, code, front, reason, valid_from, set_by, set_at) values ($1, $2, $3, $4, $5, $6, $7)',
        values: [id, code, front, reason.trim(), from, ctx.actor.id, ctx.now],
      },
      entryFor(ctx.keys, ctx.actor.id, 'front.set', id, ctx.now, { code, front, reason: reason.trim(), from }),
    ],
    answer: null,
  }))
}
