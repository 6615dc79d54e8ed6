import { type Ctx, contextFor } from '#platform/act'
import { nobody } from '#platform/db'
import type { Case } from './case.ts'

/** The program itself in the scope of a case's office: what a paper says of the applicant is read by nobody's hand. */
export function machineFor(ctx: Ctx, { system, unit }: Pick<Case, 'system' | 'unit'>): Ctx {
  return contextFor(ctx, { id: nobody, kind: 'job', system, posts: [], units: [unit] }, ctx.now)
}
