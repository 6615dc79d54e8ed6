import type { Answer, Answers } from './answers.ts'
import { type Condition, holds } from './condition.ts'
import type { registerItems } from './result.ts'
import type { Words } from './words.ts'

/** One answer, or the first of several whose condition holds. */
export type Taken<N extends string = string, C = Condition> = N | readonly { readonly field: N; readonly when?: C }[]

/**
 * One of the dossiers into which a life event falls when it is filed: asked once, each with its own agency, clock, number and result. What
 * goes wrong with a later one never undoes an earlier one.
 */
export type Part<N extends string = string, C = Condition> = {
  readonly id: string
  /** The procedure under which it runs: a published one of its own. */
  readonly code: string
  readonly name: Words
  /** The part whose issued result opens this one; without it, the part is opened by the filing itself, at the unit that was chosen. */
  readonly after?: string
  /** The answer that names the commune whose office is competent. The chosen unit's commune where nothing is said. */
  readonly lies?: Taken<N, C>
  readonly when?: C
  /** Answers of the part that stand under another name in the event's form. Those of the same name go by themselves. */
  readonly takes?: Readonly<Record<string, Taken<N, C>>>
  /** Answers of the part that the register entry of the part before it tells. */
  readonly tells?: Readonly<Record<string, (typeof registerItems)[number]>>
  readonly basis: string
}

/** The answer of the event's form that stands there now; undefined where none applies. */
export function takenFrom(taken: Taken, answers: Answers): Answer | undefined {
  const field = fieldTaken(taken, answers)
  return field === undefined ? undefined : answers[field]
}

/** The name of that answer's field. */
export function fieldTaken(taken: Taken, answers: Answers): string | undefined {
  return typeof taken === 'string' ? taken : taken.find(({ when }) => holds(when, answers))?.field
}

/** Every field that could stand there. */
export function fieldsTaken(taken: Taken): readonly string[] {
  return typeof taken === 'string' ? [taken] : taken.map(({ field }) => field)
}
