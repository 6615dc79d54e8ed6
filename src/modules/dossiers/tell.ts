import { type Ctx, idAt, type Json, later } from '#platform/act'
import type { Statement } from '#platform/db'
import type { Case } from './case.ts'

/** A notice to the applicant, with the job that carries it outside. Stored are kind and parameters; it is worded when shown. */
export function tellApplicant(
  ctx: Ctx,
  found: Pick<Case, 'id' | 'code' | 'applicant' | 'system' | 'unit'> & { procedure: { code: string } },
  kind: string,
  params: Record<string, Json>,
): Statement[] {
  const id = idAt(ctx.now)
  return [
    {
      text: 'insert into notice (id, party_id, work_item_id, kind, params, system, unit_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      values: [
        id,
        found.applicant,
        found.id,
        kind,
        JSON.stringify({ code: found.code, procedure: found.procedure.code, ...params }),
        found.system,
        found.unit,
        ctx.now,
      ],
    },
    later('deliver-notice', { notice: id, party: found.applicant }),
  ]
}
