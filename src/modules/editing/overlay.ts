import { namesOf, stillSignedIn } from '#modules/identity'
import { noOverlay, type Overlay, overlayFrom } from '#modules/procedures'
import { type Ctx, entryFor, idAt, once, Refusal } from '#platform/act'
import { ask, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'
import { type Fault, faultsIn } from './check.ts'
import type { Data, Entries } from './data.ts'
import { isOverlayPart, type OverlayPart, overlayParts } from './language/overlay.ts'
import { relationTo } from './policy.ts'
import { exactlyOne } from './store.ts'

/** One rule of the province over a national row, in force or ended. */
export type OverlayEntry = {
  readonly id: Id
  readonly part: OverlayPart
  readonly body: Data
  readonly by: string
  readonly at: string
  readonly ended: { readonly by: string; readonly at: string; readonly reason: string } | undefined
}

type Row = {
  id: Id
  part: OverlayPart
  body: Data
  set_by: Id
  set_at: string
  reason: string | null
  ended_by: Id | null
  ended_at: string | null
}

/** Everything that the province has set over a row, the newest first. */
export async function overlayEntries(ctx: Ctx, code: string): Promise<OverlayEntry[]> {
  const text = `select e.id, e.part, e.body, e.set_by, e.set_at, n.reason, n.ended_by, n.ended_at from overlay_entry e
    left join overlay_entry_end n on n.entry_id = e.id where e.code = $1 order by e.set_at desc, e.id desc limit 500`
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text, values: [code] }])
  const rows = rowsOf<Row>(answer)
  const names = await namesOf(ctx, [...new Set(rows.flatMap((row) => [row.set_by, row.ended_by].flatMap((one) => one ?? [])))])
  return rows.map((row) => ({
    id: row.id,
    part: row.part,
    body: row.body,
    by: names.get(row.set_by) ?? '–',
    at: row.set_at,
    ended:
      row.ended_by === null || row.ended_at === null
        ? undefined
        : { by: names.get(row.ended_by) ?? '–', at: row.ended_at, reason: row.reason ?? '' },
  }))
}

/** What the province has set over a row and not ended, as procedures are derived with it; undefined where it set nothing. */
export async function overlayOf(ctx: Ctx, code: string): Promise<Overlay | undefined> {
  const entries = (await overlayEntries(ctx, code)).filter(({ ended }) => ended === undefined)
  if (entries.length === 0) return undefined
  const of = (part: OverlayPart) => entries.filter((one) => one.part === part).map(({ body }) => body)
  return overlayFrom(
    JSON.stringify(Object.fromEntries(Object.keys(noOverlay).flatMap((part) => (isOverlayPart(part) ? [[part, of(part)]] : [])))),
  )
}

export type SetOverlay = { ok: true; id: Id } | { ok: false; faults: { at: string[]; rule: string }[] }

/**
 * Sets a rule of the province over a national row.
 * @throws Refusal 403 for whoever is no procedure officer
 */
export function setOverlay(ctx: Ctx, code: string, part: OverlayPart, body: Entries): Promise<SetOverlay> {
  return once<SetOverlay>(ctx, async () => {
    if (relationTo(ctx, []) === 'stranger') throw new Refusal(403, 'not-for-you')
    const faults: Fault[] = faultsIn(overlayParts[part].shape, body)
    if (faults.length > 0) return { instead: { ok: false, faults: faults.map(({ at, rule }) => ({ at: [...at], rule })) } }
    const id = idAt(ctx.now)
    const row = {
      text: 'insert into overlay_entry (id, code, part, body, set_by, set_at) values ($1, $2, $3, $4, $5, $6)',
      values: [id, code, part, JSON.stringify(body), ctx.actor.id, ctx.now],
    }
    const entry = entryFor(ctx.keys, ctx.actor.id, 'overlay.set', id, ctx.now, { code, part })
    return { as: ctx.actor, statements: [...stillSignedIn(ctx), row, entry], answer: { ok: true, id } }
  })
}

/** Ends a rule of the province: the row itself counts again. */
export function endOverlay(ctx: Ctx, id: Id, reason: string): Promise<{ ok: boolean }> {
  return once<{ ok: boolean }>(ctx, async () => {
    if (relationTo(ctx, []) === 'stranger') throw new Refusal(403, 'not-for-you')
    const known = await ctx.db
      .selectFrom('overlay_entry as e')
      .leftJoin('overlay_entry_end as n', 'n.entry_id', 'e.id')
      .where('e.id', '=', id)
      .select('n.ended_at')
      .executeTakeFirst()
    if (known === undefined) throw new Refusal(404, 'no-such-page')
    if (known.ended_at !== null) return { instead: { ok: true } }
    if (reason === '') return { instead: { ok: false } }
    const row = exactlyOne(
      {
        text: 'insert into overlay_entry_end (entry_id, reason, ended_by, ended_at) values ($1, $2, $3, $4) on conflict do nothing',
        values: [id, reason.slice(0, 1000), ctx.actor.id, ctx.now],
      },
      'revision-changed',
    )
    const entry = entryFor(ctx.keys, ctx.actor.id, 'overlay.end', id, ctx.now, { reason })
    return { as: ctx.actor, statements: [...stillSignedIn(ctx), row, entry], answer: { ok: true } }
  })
}
