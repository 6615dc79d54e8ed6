import { counterRoles } from '#modules/directory'
import type { Act } from '#modules/procedures'
import { Refusal } from '#platform/act'
import type { Actor } from '#platform/db'
import type { Case } from './case.ts'

/** How an actor stands to a dossier at this moment. */
export type Relation = 'applicant' | 'holder' | 'leader' | 'colleague' | 'machine' | 'counter' | 'none'

const yes = true
const no = false

/**
 * Who may do what to a dossier. `holder`: holds or covers the post on whose desk it lies. `leader`: chair or supervisor of the unit.
 * `counter`: the receptionist before whom the person stands, for as long as he acts in that person's place (`counter/` gives the context).
 */
export const may: Record<Act | 'read' | 'see-accesses' | 'supplement' | 'answer' | 'takeRevision', Record<Relation, boolean>> = {
  //                  applicant          holder          leader          colleague          machine          counter          none
  read:             { applicant: yes,    holder: yes,    leader: yes,    colleague: yes,    machine: yes,    counter: yes,    none: no },
  'see-accesses':   { applicant: yes,    holder: no,     leader: no,     colleague: no,     machine: no,     counter: no,     none: no },
  receive:          { applicant: no,     holder: yes,    leader: no,     colleague: no,     machine: no,     counter: yes,    none: no },
  askForMore:       { applicant: no,     holder: yes,    leader: no,     colleague: no,     machine: no,     counter: no,     none: no },
  supplement:       { applicant: yes,    holder: no,     leader: no,     colleague: no,     machine: no,     counter: yes,    none: no },
  refuse:           { applicant: no,     holder: yes,    leader: no,     colleague: no,     machine: no,     counter: no,     none: no },
  transfer:         { applicant: no,     holder: yes,    leader: no,     colleague: no,     machine: no,     counter: no,     none: no },
  consult:          { applicant: no,     holder: yes,    leader: no,     colleague: no,     machine: no,     counter: no,     none: no },
  answer:           { applicant: no,     holder: yes,    leader: no,     colleague: no,     machine: no,     counter: no,     none: no },
  propose:          { applicant: no,     holder: yes,    leader: no,     colleague: no,     machine: no,     counter: no,     none: no },
  approve:          { applicant: no,     holder: yes,    leader: no,     colleague: no,     machine: no,     counter: no,     none: no },
  confirmDraft:     { applicant: yes,    holder: no,     leader: no,     colleague: no,     machine: yes,    counter: yes,    none: no },
  correctDraft:     { applicant: yes,    holder: no,     leader: no,     colleague: no,     machine: no,     counter: yes,    none: no },
  offerTimes:       { applicant: no,     holder: yes,    leader: no,     colleague: no,     machine: no,     counter: no,     none: no },
  chooseTime:       { applicant: yes,    holder: no,     leader: no,     colleague: no,     machine: no,     counter: no,     none: no },
  askOtherTime:     { applicant: yes,    holder: no,     leader: no,     colleague: no,     machine: yes,    counter: no,     none: no },
  recordAppearance: { applicant: no,     holder: yes,    leader: no,     colleague: no,     machine: no,     counter: no,     none: no },
  recordAbsence:    { applicant: no,     holder: yes,    leader: no,     colleague: no,     machine: no,     counter: no,     none: no },
  chooseEntry:      { applicant: no,     holder: yes,    leader: no,     colleague: no,     machine: no,     counter: no,     none: no },
  enter:            { applicant: no,     holder: yes,    leader: no,     colleague: no,     machine: no,     counter: no,     none: no },
  allot:            { applicant: no,     holder: no,     leader: no,     colleague: no,     machine: yes,    counter: no,     none: no },
  record:           { applicant: no,     holder: no,     leader: no,     colleague: no,     machine: yes,    counter: no,     none: no },
  sign:             { applicant: no,     holder: yes,    leader: no,     colleague: no,     machine: no,     counter: no,     none: no },
  sendBack:         { applicant: no,     holder: yes,    leader: no,     colleague: no,     machine: yes,    counter: no,     none: no },
  seal:             { applicant: no,     holder: yes,    leader: no,     colleague: no,     machine: no,     counter: no,     none: no },
  deliver:          { applicant: no,     holder: yes,    leader: no,     colleague: no,     machine: no,     counter: yes,    none: no },
  apologise:        { applicant: no,     holder: yes,    leader: yes,    colleague: no,     machine: no,     counter: no,     none: no },
  stop:             { applicant: no,     holder: yes,    leader: no,     colleague: no,     machine: no,     counter: no,     none: no },
  withdraw:         { applicant: yes,    holder: no,     leader: no,     colleague: no,     machine: no,     counter: yes,    none: no },
  takeRevision:     { applicant: no,     holder: yes,    leader: no,     colleague: no,     machine: no,     counter: no,     none: no },
  // Of these only the posts that take dossiers in and hand results out: record-payment.ts asks.
  recordPayment:    { applicant: no,     holder: yes,    leader: no,     colleague: yes,    machine: no,     counter: yes,    none: no },
  rate:             { applicant: yes,    holder: no,     leader: no,     colleague: no,     machine: no,     counter: no,     none: no },
}

/** How this actor stands to this dossier now. What row-level security hides never gets here. */
export function relationTo(found: Pick<Case, 'applicant' | 'submitter' | 'desks' | 'unit' | 'receivingUnit'>, actor: Actor): Relation {
  if (actor.kind === 'citizen') return actor.party === found.applicant || actor.party === found.submitter ? 'applicant' : 'none'
  if (actor.kind === 'job') return 'machine'
  if (actor.kind !== 'staff' || !actor.units.includes(found.unit)) return 'none'
  if (actor.counter !== undefined) return isAtCounter(found, actor) ? 'counter' : 'none'
  if (found.desks.some((desk) => desk.part === 'lead' && actor.posts.includes(desk.postId))) return 'holder'
  if (actor.roles?.some((role) => role === 'chair' || role === 'supervisor')) return 'leader'
  return 'colleague'
}

/** @throws Refusal 403 when the actor may not do this to this dossier */
export function refuseUnlessMay(verb: keyof typeof may, found: Parameters<typeof relationTo>[0], actor: Actor): Relation {
  const relation = relationTo(found, actor)
  if (!may[verb][relation]) throw new Refusal(relation === 'none' ? 404 : 403, 'not-for-you')
  return relation
}

/** The counter that took it in, or one of the unit in which it lies. */
function isAtCounter({ receivingUnit, unit }: Pick<Case, 'receivingUnit' | 'unit'>, { counter, roles }: Actor): boolean {
  return roles?.some((role) => counterRoles.includes(role)) === true && (counter === receivingUnit || counter === unit)
}
