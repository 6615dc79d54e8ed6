import type { Answers } from './answers.ts'
import { holds } from './condition.ts'
import type { Deadline } from './deadline.ts'
import type { Procedure } from './procedure.ts'

/** The time within which a dossier with these settled answers is resolved: that of its case, else the usual one. */
export function timeFor({ resolvedWithin, otherTimes = [] }: Pick<Procedure, 'resolvedWithin' | 'otherTimes'>, answers: Answers): Deadline {
  return otherTimes.find(({ when }) => holds(when, answers))?.within ?? resolvedWithin
}
