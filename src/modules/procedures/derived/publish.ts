import { type Ctx, entryFor, once, Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Statement } from '#platform/db'
import { definitionProblems } from '../definition-problems.ts'
import { flawText } from '../flaw.ts'
import type { NationalRow } from '../national-row.ts'
import type { Procedure } from '../procedure.ts'
import { fingerprint } from '../row.ts'
import { publishing, revisionOf } from '../store.ts'
import { fromNational, type Gap } from './from-national.ts'
import type { Overlay } from './overlay.ts'
import type { Replacement } from './replacement.ts'

/** What is published: the row, whether it is ours to deal with, and what the province set over it. */
export type Publishing = {
  readonly row: NationalRow
  readonly routedHere: boolean
  readonly overlay?: Overlay
  readonly replacements?: readonly Replacement[]
}

/** `same`: it stands so already. `elsewhere`: another system deals with it. `authored`: somebody wrote it by hand. `gaps`: an officer must complete it. */
export type Published =
  | { readonly ok: true; readonly code: string; readonly revision: number; readonly as: 'new' | 'same' }
  | { readonly ok: false; readonly code: string; readonly because: 'elsewhere' | 'authored' | 'gaps'; readonly gaps: readonly Gap[] }

/**
 * Puts a procedure that follows from its national row into service. The same content makes no new revision; what somebody has written by hand
 * is never replaced; a row without paper or without result is refused, with what is missing.
 * @throws Refusal 403 for whoever does not keep the catalogue
 */
export async function publishDerived(ctx: Ctx, { row, routedHere, overlay, replacements }: Publishing): Promise<Published> {
  refuseUnlessKeeps(ctx)
  const { code } = row
  if (!routedHere) return { ok: false, code, because: 'elsewhere', gaps: [] }
  const newest = await newestRevision(ctx, code)
  if (newest !== undefined && newest.derived !== true) return { ok: false, code, because: 'authored', gaps: [] }
  const today = localDate(ctx.now)
  const derive = (revision: number, inForceFrom: string) =>
    fromNational(row, overlay, { revision, inForceFrom, ...(replacements ? { replacements } : {}) })
  const { procedure, gaps } = derive((newest?.revision ?? 0) + 1, today)
  if (gaps.some(({ stops }) => stops)) return { ok: false, code, because: 'gaps', gaps }
  if (newest !== undefined && isSame(newest, procedure)) return { ok: true, code, revision: newest.revision, as: 'same' }
  const [flaw] = definitionProblems(procedure)
  if (flaw) throw new Error(`procedure ${code} out of its national row: ${flawText(flaw, 'en')}`)
  return store(ctx, procedure)
}

function store(ctx: Ctx, procedure: Procedure): Promise<Published> {
  const { code, revision } = procedure
  const { actor, now } = ctx
  const entry: Statement[] =
    actor.kind === 'staff' ? [entryFor(ctx.keys, actor.id, 'procedure.publish', null, now, { code, revision })] : []
  const statements = [...publishing(procedure, now, actor.kind === 'staff' ? actor.id : null), ...entry]
  return once(ctx, async () => ({ as: actor, statements, answer: { ok: true as const, code, revision, as: 'new' as const } }))
}

/** The same but for its number and its day. */
function isSame(before: Procedure, after: Procedure): boolean {
  const { revision, inForceFrom } = before
  return fingerprint({ ...after, revision, inForceFrom }) === fingerprint(before)
}

async function newestRevision(ctx: Ctx, code: string): Promise<Procedure | undefined> {
  const row = await ctx.db
    .selectFrom('procedure_revision')
    .select('revision')
    .where('code', '=', code)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : revisionOf(ctx, code, row.revision)
}

function refuseUnlessKeeps({ actor }: Ctx): void {
  const keeps = actor.kind === 'staff' && actor.roles?.some((role) => role === 'administrator' || role === 'procedureOfficer')
  if (!keeps && actor.kind !== 'job') throw new Refusal(403, 'not-for-you')
}
