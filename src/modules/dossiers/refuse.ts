import { type Ctx, Refusal } from '#platform/act'
import { type Expected, type Moved, move } from './move.ts'

/** Why a dossier is refused, on which ground, and where else to go (Mẫu 03). */
export type Grounds = { reason: string; basis: string; elsewhere?: string }

/** Proposes a refusal; a leader approves it before the applicant hears of it. */
export function refuse(ctx: Ctx, code: string, grounds: Grounds, expected: Expected = {}): Promise<Moved> {
  return move(ctx, code, 'refuse', expected, () => {
    if (grounds.reason.trim() === '' || grounds.basis.trim() === '') throw new Refusal(422, 'grounds-needed')
    return { private: { reason: grounds.reason, basis: grounds.basis, elsewhere: grounds.elsewhere ?? '' } }
  })
}
