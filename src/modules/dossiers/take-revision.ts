import { type Procedure, revisionOf } from '#modules/procedures'
import { act, type Ctx, idAt, type Plan, Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Case } from './case.ts'
import type { Expected } from './move.ts'
import { may, refuseUnlessMay, relationTo } from './policy.ts'
import { changedParts, fitsInto, type Stays } from './rebase.ts'
import { caseFrom, caseQuestions } from './store/load.ts'

/** A newer revision about which the holder of the desk is asked; `stays` says why the dossier cannot go over. */
export type NewerRevision = { readonly next: Procedure; readonly stays: Stays | undefined }

export type TakenOver = { ok: true; code: string; revision: number }

/** What the desk is asked about this dossier; undefined for everybody but its holder, and where no release asks. */
export async function newerRevision(ctx: Ctx, found: Case): Promise<NewerRevision | undefined> {
  if (found.closedAt !== null || !may.takeRevision[relationTo(found, ctx.actor)]) return undefined
  const { code, revision } = found.procedure
  const row = await ctx.db
    .selectFrom('revision_release')
    .where('code', '=', code)
    .where('revision', '>', revision)
    .where('in_force_from', '<=', localDate(ctx.now))
    .where('dossiers', '=', 'ask')
    .orderBy('revision', 'desc')
    .select('revision')
    .limit(1)
    .executeTakeFirst()
  const next = row === undefined ? undefined : await revisionOf(ctx, code, row.revision)
  return next === undefined ? undefined : { next, stays: fitsInto(found, next) }
}

/**
 * Takes an open dossier over to the newer revision about which its holder was asked. The promise is not touched.
 * @throws Refusal 403, 404 for anybody else; 409 where it moved on, no release asks, or it does not fit
 */
export function takeRevision(ctx: Ctx, code: string, expected: Expected = {}): Promise<TakenOver> {
  return act<TakenOver>(ctx, caseQuestions(code), async (answers): Promise<Plan<TakenOver>> => {
    const found = await caseFrom(ctx, answers)
    refuseUnlessMay('takeRevision', found, ctx.actor)
    if (expected.version !== undefined && expected.version !== found.version) throw new Refusal(409, 'moved-on')
    const newer = await newerRevision(ctx, found)
    if (newer === undefined) throw new Refusal(409, 'no-newer-revision')
    if (newer.stays !== undefined) throw new Refusal(409, 'revision-does-not-fit')
    const { id: item, system, unit, step, procedure, version } = found
    const to = newer.next.revision
    const post = ctx.actor.posts.find((one) => found.desks.some((desk) => desk.postId === one))
    const params = { from: procedure.revision, to, parts: changedParts(procedure, newer.next) }
    return {
      act: { name: 'rebase', item, system, unit, step, params, ...(post === undefined ? {} : { post }) },
      id: idAt(ctx.now),
      after: [{ text: 'select take_revision($1, $2, $3)', values: [item, to, version] }],
      answer: { ok: true, code: found.code, revision: to },
    }
  })
}
