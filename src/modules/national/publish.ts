import { type NationalRow, type Overlay, type Published, publishDerived } from '#modules/procedures'
import type { Ctx } from '#platform/act'
import { localDate } from '#platform/clock'
import { routedHere } from './routing.ts'
import { nationalRow } from './store.ts'

/** `unknown`: the national catalogue has no such procedure, or has dropped it. */
export type PutIntoService =
  | Published
  | { readonly ok: false; readonly code: string; readonly because: 'unknown'; readonly gaps: readonly [] }

/** What the province set over a row, by its code; nothing where it set nothing. */
export type OverlayOf = (code: string) => Promise<Overlay | undefined>

/** The row as the province took it over; the newest one where it has answered nothing. */
export type RowOf = (code: string) => Promise<NationalRow | undefined>

const nothing = async () => undefined

/**
 * Puts a procedure of the national catalogue into service as it follows from its row: only one that is routed to us, and only when nothing
 * that a citizen or an official needs is missing.
 * @throws Refusal 403 for whoever does not keep the catalogue
 */
export async function putIntoService(
  ctx: Ctx,
  code: string,
  overlayOf: OverlayOf = nothing,
  rowOf: RowOf = nothing,
): Promise<PutIntoService> {
  const ours = new Set(await routedHere(ctx, localDate(ctx.now)))
  return one(ctx, code, ours, overlayOf, rowOf)
}

/** The same for everything that is ours, one after the other, each told as it is done. */
export async function* putAllIntoService(ctx: Ctx, overlayOf: OverlayOf = nothing, rowOf: RowOf = nothing): AsyncGenerator<PutIntoService> {
  const codes = await routedHere(ctx, localDate(ctx.now))
  const ours = new Set(codes)
  for (const code of codes) yield await one(ctx, code, ours, overlayOf, rowOf)
}

async function one(ctx: Ctx, code: string, ours: ReadonlySet<string>, overlayOf: OverlayOf, rowOf: RowOf): Promise<PutIntoService> {
  const found = await nationalRow(ctx, code)
  if (found === undefined || found.droppedAt !== null) return { ok: false, code, because: 'unknown', gaps: [] }
  const [overlay, row] = await Promise.all([overlayOf(code), rowOf(code)])
  return publishDerived(ctx, { row: row ?? found.row, routedHere: ours.has(code), ...(overlay ? { overlay } : {}) })
}
