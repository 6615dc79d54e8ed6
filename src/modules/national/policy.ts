import { type Ctx, Refusal } from '#platform/act'

const yes = true
const no = false

/** Who may change the catalogue and say where a procedure is dealt with. The same stands in the tables' own rules. */
export const may = {
  //          procedureOfficer        administrator        job          other
  bring:    { procedureOfficer: yes,  administrator: yes,  job: yes,    other: no },
  import:   { procedureOfficer: yes,  administrator: yes,  job: yes,    other: no },
  decide:   { procedureOfficer: yes,  administrator: yes,  job: yes,    other: no },
} as const

function relationOf({ actor }: Ctx): 'procedureOfficer' | 'administrator' | 'job' | 'other' {
  if (actor.kind === 'job') return 'job'
  if (actor.kind !== 'staff') return 'other'
  if (actor.roles?.includes('procedureOfficer') === true) return 'procedureOfficer'
  return actor.roles?.includes('administrator') === true ? 'administrator' : 'other'
}

/** @throws Refusal 403 */
export function assertMay(ctx: Ctx, verb: keyof typeof may): void {
  if (!may[verb][relationOf(ctx)]) throw new Refusal(403, 'not-for-you')
}
