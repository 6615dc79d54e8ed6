import type { Ctx } from '#platform/act'
import { type Expected, type Moved, move } from './move.ts'
import { dueOf, laterOf } from './term.ts'

/** The receptionist takes the dossier in: from now on the statutory clock runs, and the applicant is promised an hour. */
export function receive(ctx: Ctx, code: string, expected: Expected = {}): Promise<Moved> {
  return move(ctx, code, 'receive', expected, (found, _actId, calendar) => {
    // What another unit received before it was passed on keeps its promise: the clock is not begun anew.
    const receivedAt = found.receivedAt ?? ctx.now
    const due = laterOf(dueOf(calendar, found.procedure.resolvedWithin, receivedAt, found.pauses), found.promisedAt)
    return { receivedAt, params: { due }, notice: { kind: 'received', params: { due } } }
  })
}
