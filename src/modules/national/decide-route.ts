import { type Ctx, entryFor, idAt, once, Refusal } from '#platform/act'
import { isDate, type LocalDate, localDate } from '#platform/clock'
import type { Id } from '#platform/id'
import { assertMay } from './policy.ts'
import { type Target, targets } from './routing.ts'

/** A decision as it was typed. `by-rule`: the rules hold again. */
export type Decision = {
  readonly code: string
  readonly target: Target | 'by-rule'
  readonly system?: string
  readonly link?: string
  readonly bring?: string
  readonly reason: string
  readonly from: LocalDate
}

export type DecisionProblem = 'target' | 'system' | 'link' | 'bring' | 'reason' | 'from'

/** What keeps a decision from being taken. */
export function decisionProblems(decision: Decision, now: string): DecisionProblem[] {
  const { target, system = '', link = '', bring = '', reason, from } = decision
  const elsewhere = target === 'other-system'
  return [
    ...(target === 'by-rule' || targets.includes(target) ? [] : (['target'] as const)),
    ...(elsewhere && (system === '' || system.length > 200) ? (['system'] as const) : []),
    ...(elsewhere && link !== '' && !isWebAddress(link) ? (['link'] as const) : []),
    ...(bring.length > 1_000 ? (['bring'] as const) : []),
    ...(reason.length < 3 || reason.length > 1_000 ? (['reason'] as const) : []),
    // What held yesterday was told to people yesterday: a decision holds from today on, or later.
    ...(isDate(from) && from >= localDate(now) ? [] : (['from'] as const)),
  ]
}

function isWebAddress(text: string): boolean {
  return text.length <= 400 && /^https:\/\/[^\s"<>]+$/.test(text) && URL.canParse(text)
}

/**
 * A person decides where a procedure is dealt with, and why. It wins over every rule from that day on.
 * @throws Refusal 403 · 422 'decision-incomplete'
 */
export async function decideRoute(ctx: Ctx, decision: Decision): Promise<{ id: Id }> {
  assertMay(ctx, 'decide')
  if (decisionProblems(decision, ctx.now).length > 0) throw new Refusal(422, 'decision-incomplete')
  return once(ctx, async () => {
    const id = idAt(ctx.now)
    const { code, target, system, link, bring, reason, from } = decision
    const elsewhere = target === 'other-system'
    const told = (text: string | undefined) => (elsewhere && text !== undefined && text !== '' ? text : null)
    return {
      as: ctx.actor,
      statements: [
        {
          text: `insert into routing_choice (id, code, target, system, link, bring, reason, valid_from, decided_by, decided_at)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
          values: [
            id,
            code,
            target === 'by-rule' ? null : target,
            told(system),
            told(link),
            told(bring),
            reason,
            from,
            ctx.actor.id,
            ctx.now,
          ],
        },
        entryFor(ctx.keys, ctx.actor.id, 'catalogue.route', id, ctx.now, { code, target, reason, from }),
      ],
      answer: { id },
    }
  })
}
