import type { Answers } from './answers.ts'
import { holds } from './condition.ts'
import type { Procedure } from './procedure.ts'
import { type Act, type PlaceOfRest, places } from './step.ts'

/** Where an act leads: to a step of the procedure, or to one of the places that are not steps. */
export type Whereto = { readonly step: string } | { readonly place: PlaceOfRest }

/**
 * Where `act` leads from `step` for these settled answers; undefined when the step does not allow the act.
 * Throws for a step that this revision does not have.
 */
export function nextStep(procedure: Procedure, step: string, act: Act, answers: Answers): Whereto | undefined {
  const from = procedure.steps[step]
  if (!from) throw new Error(`procedure ${procedure.code} has no step "${step}"`)
  const route = from.may[act]
  if (route === undefined) return undefined
  const target = typeof route === 'string' ? route : route.find(({ when }) => holds(when, answers))?.to
  if (target === undefined) return undefined
  const place = places.find((each) => each === target)
  return place ? { place } : { step: target }
}
