import type { Procedure } from './procedure.ts'
import type { Step } from './step.ts'
import type { Words } from './words.ts'

/**
 * People who must come in person before the step is done. The office offers working times, the applicant picks one, the official records
 * on the day who came. Without it the step has neither an hour nor anybody to wait for.
 */
export type Appointment<N extends string = string> = {
  /** Fields with the names of those who must come, all of them. */
  readonly attends: readonly N[]
  /** What they do before the official, each confirmed by itself when the appearance is recorded. */
  readonly confirms: readonly { readonly id: string; readonly says: Words }[]
  /** How long it takes. */
  readonly minutes: number
  /** How many times are offered at once, and within how many working days. */
  readonly offers: { readonly most: number; readonly workingDays: number }
  readonly basis: string
  readonly unverified?: true
}

/** The step at which people must appear, with its name; undefined for a procedure that asks nobody to come. */
export function appearanceIn(procedure: Pick<Procedure, 'steps'>): { name: string; step: Step; appointment: Appointment } | undefined {
  for (const [name, step] of Object.entries(procedure.steps)) {
    if (step.appointment !== undefined) return { name, step, appointment: step.appointment }
  }
  return undefined
}
