import { type Ctx, entryFor, idAt, once, Refusal } from '#platform/act'
import { epochMs } from '#platform/clock'
import { ask, type Pool, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'

/** A behaviour switch as it was set: a dated row with who and why. The newest row of a name that has begun holds. */
export type Setting = { id: Id; name: string; value: string; reason: string; from: string; setBy: Id }

type Row = { id: Id; name: string; value: string; reason: string; valid_from: string; set_by: Id }

const question =
  'select id, name, value, reason, valid_from, set_by from switch where name = any ($1::text[]) order by valid_from desc, id desc limit 200'

/** Everything that was ever set under these names, the newest first. */
export async function settingsOf(ctx: Ctx, names: readonly string[]): Promise<Setting[]> {
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text: question, values: [[...names]] }])
  return rowsOf<Row>(answer).map((row) => ({
    id: row.id,
    name: row.name,
    value: row.value,
    reason: row.reason,
    from: row.valid_from,
    setBy: row.set_by,
  }))
}

const keptMs = 10_000
const kept = new WeakMap<Pool, Map<string, { at: number; setting: Setting | undefined }>>()

/** What holds now under a name; undefined where nothing was ever set. Kept in the process for ten seconds. */
export async function settingNow(ctx: Ctx, name: string): Promise<Setting | undefined> {
  const known = kept.get(ctx.pool) ?? new Map<string, { at: number; setting: Setting | undefined }>()
  kept.set(ctx.pool, known)
  const at = epochMs(ctx.now)
  const before = known.get(name)
  if (before !== undefined && Math.abs(at - before.at) < keptMs) return before.setting
  const setting = (await settingsOf(ctx, [name])).find((one) => epochMs(one.from) <= at)
  known.set(name, { at, setting })
  return setting
}

/**
 * Sets a switch from now on, or from a later instant; the row and an entry in the setter's chain say who and why.
 * @throws Refusal 422 without a reason
 */
export async function setSwitch(
  ctx: Ctx,
  { name, value, reason, from = ctx.now }: { name: string; value: string; reason: string; from?: string },
): Promise<void> {
  const why = reason.trim()
  if (why === '') throw new Refusal(422, 'reason-needed')
  await once(ctx, async () => {
    const id = idAt(ctx.now)
    const text = 'insert into switch (id, name, value, reason, valid_from, set_by) values ($1, $2, $3, $4, $5, $6)'
    const entry = entryFor(ctx.keys, ctx.actor.id, 'switch.set', id, ctx.now, { name, value, reason: why, from })
    return { as: ctx.actor, statements: [{ text, values: [id, name, value, why, from, ctx.actor.id] }, entry], answer: null }
  })
  kept.delete(ctx.pool)
}
