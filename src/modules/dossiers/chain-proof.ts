import { type Ctx, Refusal } from '#platform/act'
import { type Proof, proofOf } from '#platform/audit'
import type { Case } from './case.ts'
import { refuseUnlessMay } from './policy.ts'
import { getCase } from './store/load.ts'

/** What officials write to each other; the applicant's proof holds its hash and not its words. */
const internal = new Set(['propose', 'sendBack', 'consult', 'answered'])

export type DossierProof = Proof & { code: string }

/**
 * The proof of a dossier, to take home: every act in its order, with what the reader may see of it, up to the last checkpoint.
 * @throws Refusal 404 when the actor may not see the dossier
 */
export async function proofOfDossier(ctx: Ctx, ref: string): Promise<DossierProof> {
  const found = await getCase(ctx, ref)
  refuseUnlessMay('read', found, ctx.actor)
  const proof = await proofOf(ctx, found.id, (act) => ctx.actor.kind !== 'citizen' || mayBeTold(found, act))
  if (proof === undefined) throw new Refusal(404, 'no-such-dossier')
  return { code: found.code, ...proof }
}

/** The grounds of a refusal are a proposal until a leader has approved them. */
function mayBeTold(found: Case, act: string): boolean {
  return act === 'refuse' ? found.status === 'refused' : !internal.has(act)
}
