import { type Ctx, Refusal } from '#platform/act'

const yes = true
const no = false

/** Who may say where a procedure is filed, and see how procedures run. The table's own rules say the same. */
export const may = {
  //           procedureOfficer        administrator        other
  setFront:  { procedureOfficer: yes,  administrator: yes,  other: no },
} as const

/** @throws Refusal 403 */
export function assertMay({ actor }: Ctx, verb: keyof typeof may): void {
  const holds = (role: string) => actor.kind === 'staff' && actor.roles?.includes(role) === true
  const relation = holds('procedureOfficer') ? 'procedureOfficer' : holds('administrator') ? 'administrator' : 'other'
  if (!may[verb][relation]) throw new Refusal(403, 'not-for-you')
}
