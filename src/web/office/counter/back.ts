import { type Case, caseAtCounter, noteAccess, surroundingsOf } from '#modules/dossiers'
import { type Ctx, idAt } from '#platform/act'
import type { Req } from '#platform/http'
import type { Surroundings } from '../desk/gather.ts'

/** A dossier whose slip lies on the counter, with what surrounds it. */
export type Brought = { ctx: Ctx; found: Case; around: Surroundings }

/**
 * Opens a dossier for whoever stands there with its slip, and leaves the trace of the look before anything is shown.
 * @throws Refusal 404 for one that this counter has nothing to do with
 */
export async function broughtBack(req: Req, code: string): Promise<Brought> {
  const { ctx, found } = await caseAtCounter(req.ctx, code)
  const [around] = await Promise.all([
    surroundingsOf(ctx, found.id),
    noteAccess(ctx, found.id, found.unit, found.system, 'counter', idAt(ctx.now)),
  ])
  return { ctx, found, around }
}

/** What can be done in the person's place where the dossier lies now. */
export type InPlace = 'supplement' | 'draft' | 'deliver' | 'withdraw'

export function possible({ found, around }: Pick<Brought, 'found' | 'around'>): InPlace[] {
  if (found.closedAt !== null) return []
  const may = found.procedure.steps[found.step]?.may ?? {}
  const asked = found.status === 'waiting-applicant' && around.requests.some((one) => !one.answered)
  return [
    ...(asked ? (['supplement'] as const) : []),
    ...(!asked && may.confirmDraft !== undefined ? (['draft'] as const) : []),
    ...(may.deliver !== undefined ? (['deliver'] as const) : []),
    ...(may.withdraw !== undefined ? (['withdraw'] as const) : []),
  ]
}

/** The sealed result, once there is one. */
export function sealedIn({ around }: Pick<Brought, 'around'>): string | undefined {
  return around.papers.findLast(({ component }) => component.startsWith('result:') && component !== 'result:leader')?.file
}
