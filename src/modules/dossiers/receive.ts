import type { Ctx } from '#platform/act'
import { type Expected, type Moved, move } from './move.ts'
import { dueOf } from './term.ts'

/** The receptionist takes the dossier in: from now on the statutory clock runs, and the applicant is promised an hour. */
export function receive(ctx: Ctx, code: string, expected: Expected = {}): Promise<Moved> {
  return move(ctx, code, 'receive', expected, (found, _actId, calendar) => {
    const due = dueOf(calendar, found.procedure.resolvedWithin, ctx.now, [])
    return { receivedAt: ctx.now, params: { due }, notice: { kind: 'received', params: { due } } }
  })
}
