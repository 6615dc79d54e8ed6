import { civilStatus } from './civil-status.ts'
import { identityAndVehicles } from './identity-and-vehicles.ts'
import { landAndBuilding } from './land-and-building.ts'
import { papersAndResidence } from './papers-and-residence.ts'
import type { Question } from './question.ts'
import { workAndSupport } from './work-and-support.ts'

/**
 * Two hundred questions as people ask them: in the words of north and south, without accents, mistyped, by what happened rather than by the
 * name of the procedure; also for what other systems do. Written before the search that answers them.
 */
export const questions: readonly Question[] = [
  ...civilStatus,
  ...papersAndResidence,
  ...identityAndVehicles,
  ...landAndBuilding,
  ...workAndSupport,
]
