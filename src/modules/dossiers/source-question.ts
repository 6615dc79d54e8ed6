import type { Answer, Answers, LookUp, Procedure } from '#modules/procedures'
import type { Asking, Status } from '#modules/sharing'
import type { Ctx } from '#platform/act'
import { newId } from '#platform/id'
import type { Proof } from './proofs.ts'
import type { Sources } from './sources.ts'

/** What one question brought: the items that fields wait for, and the look-ups that prove it. */
export type Brought = { readonly status: Status; readonly at: string; readonly items: Answers; readonly proofs: readonly Proof[] }

/** A question to a source, with what asking needs. */
export type Question = { readonly ctx: Ctx; readonly sources: Sources; readonly procedure: Procedure; readonly lookUp: LookUp }

/** What a source is told of the question itself. */
export function askingFor({ ctx, procedure }: Question): Asking {
  return { queryId: newId(Date.parse(ctx.now)), purpose: procedure.code, now: () => ctx.now }
}

/** Number, name and birth date out of the answers that identify a person, by the kinds of their fields. */
export function declaredIn(procedure: Procedure, by: Answers): { number: string; name?: string; bornOn?: string } {
  const declared = { number: '' } as { number: string; name?: string; bornOn?: string }
  for (const [field, said] of Object.entries(by)) {
    const kind = procedure.fields[field]?.kind
    if (typeof said !== 'string') continue
    if (kind === 'citizenId') declared.number = said
    if (kind === 'fullName') declared.name = said
    if (kind === 'date') declared.bornOn = said
  }
  return declared
}

/** Of what a source told only the items that fields wait for. */
export function kept(lookUp: LookUp, told: Readonly<Record<string, Answer | undefined>>): Answers {
  const wanted = lookUp.items.flatMap(({ item }): [string, Answer][] => {
    const value = told[item]
    return value === undefined ? [] : [[item, value]]
  })
  return Object.fromEntries(wanted)
}
