import type { Appointment } from './appointment.ts'
import { type Deadline, inWorkingHours } from './deadline.ts'
import { type Flaw, flaw } from './flaw.ts'
import type { Procedure } from './procedure.ts'
import { acts, places, type Route, roles, type Step, targetsOf } from './step.ts'

const closings: ReadonlySet<string> = new Set(['withdraw', 'stop'])
const isStep = (procedure: Procedure, name: string) => Object.hasOwn(procedure.steps, name)

/** Steps that this step leads to. Ending by giving up is no way forward, so it may be left out. */
function leadsTo(step: Step, { givingUp }: { givingUp: boolean }): string[] {
  return Object.entries(step.may).flatMap(([act, route]) => (givingUp || !closings.has(act) ? [...targetsOf(route)] : []))
}

function reachableFrom(procedure: Procedure, start: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const waiting = [start]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const step = procedure.steps[name]
    if (seen.has(name)) continue
    seen.add(name)
    if (step) waiting.push(...leadsTo(step, { givingUp: false }))
  }
  return seen
}

/** The most working hours that a straight way from this step to the end can take, waiting of others left out. */
function longestWay(procedure: Procedure, name: string, walked: readonly string[]): number {
  const step = procedure.steps[name]
  if (!step || walked.includes(name)) return 0
  const own = step.within && !step.outsideClock ? inWorkingHours(step.within) : 0
  const further = leadsTo(step, { givingUp: false }).map((next) => longestWay(procedure, next, [...walked, name]))
  return own + Math.max(0, ...further)
}

function routeFlaws(procedure: Procedure, at: string, route: Route): Flaw[] {
  const unknown = targetsOf(route).filter((target) => !isStep(procedure, target) && !places.some((place) => place === target))
  const last = typeof route === 'string' ? undefined : route.at(-1)
  const open = typeof route !== 'string' && (last === undefined || last.when !== undefined)
  return [...unknown.map((target) => flaw('unknownStep', at, { step: target })), ...(open ? [flaw('routeWithoutEnd', at)] : [])]
}

function spanFlaws(deadline: Deadline | undefined, at: string): Flaw[] {
  if (!deadline || deadline.unit === 'asked') return []
  const span = deadline.unit === 'sameDay' ? deadline.otherwise : deadline
  const wrong = !Number.isInteger(span.amount) || span.amount <= 0
  const clock = deadline.unit === 'sameDay' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(deadline.until)
  return wrong || clock ? [flaw('badDeadline', at)] : []
}

function isMeant({ attends, minutes, offers }: Appointment): boolean {
  const counts = [minutes, offers.most, offers.workingDays]
  return attends.length > 0 && counts.every((one) => Number.isInteger(one) && one > 0) && minutes <= 480
}

function stepFlaws(procedure: Procedure, name: string, step: Step): Flaw[] {
  const at = `steps.${name}`
  const flaws: Flaw[] = []
  if (!Object.hasOwn(roles, step.by)) flaws.push(flaw('unknownRole', at, { role: step.by }))
  for (const [act, route] of Object.entries(step.may)) {
    if (!Object.hasOwn(acts, act)) flaws.push(flaw('unknownAct', at, { act }))
    flaws.push(...routeFlaws(procedure, `${at}.${act}`, route))
  }
  if (!reachableFrom(procedure, name).has('closed')) flaws.push(flaw('deadEnd', at))
  if (step.silenceIs && !(step.within && step.may[step.silenceIs])) flaws.push(flaw('silenceWithoutWay', at, { act: step.silenceIs }))
  if (step.by === 'applicant' && !step.within) flaws.push(flaw('waitsForEver', at))
  if ((step.appointment === undefined) !== (step.may.recordAppearance === undefined)) flaws.push(flaw('nobodyAppears', at))
  if (step.appointment !== undefined && !isMeant(step.appointment)) flaws.push(flaw('badAppointment', at))
  return [...flaws, ...spanFlaws(step.within, at)]
}

function timeFlaws(procedure: Procedure): Flaw[] {
  const allowed = inWorkingHours(procedure.resolvedWithin)
  const taken = longestWay(procedure, procedure.begins, [])
  return taken > allowed ? [flaw('stepsTooLong', 'steps', { taken, allowed })] : []
}

function resultFlaws(procedure: Procedure): Flaw[] {
  const holds = (act: 'sign' | 'seal' | 'enter') => Object.values(procedure.steps).filter((step) => step.may[act])
  return procedure.results.flatMap((result): Flaw[] => {
    const at = `results.${result.code}`
    const flaws: Flaw[] = []
    if (!holds('sign').some(({ by }) => by === result.signedBy)) flaws.push(flaw('nobodySigns', at, { role: result.signedBy }))
    if (!holds('seal').some(({ by }) => by === result.sealedBy)) flaws.push(flaw('nobodySeals', at, { role: result.sealedBy }))
    const registered = result.numbering === 'from-register'
    if (registered !== (result.register !== undefined) || (registered && holds('enter').length === 0))
      flaws.push(flaw('numberFromNowhere', at))
    return flaws
  })
}

/** What is wrong with the way of a dossier: steps, roles, routes and times. */
export function wayFlaws(procedure: Procedure): Flaw[] {
  const begins = isStep(procedure, procedure.begins) ? [] : [flaw('unknownStep', 'begins', { step: procedure.begins })]
  const reachable = reachableFrom(procedure, procedure.begins)
  const lost = Object.keys(procedure.steps).filter((name) => !reachable.has(name))
  return [
    ...begins,
    ...lost.map((name) => flaw('unreachable', `steps.${name}`)),
    ...Object.entries(procedure.steps).flatMap(([name, step]) => stepFlaws(procedure, name, step)),
    ...spanFlaws(procedure.resolvedWithin, 'resolvedWithin'),
    ...(procedure.otherTimes ?? []).flatMap(({ within }, place) => spanFlaws(within, `otherTimes.${place}`)),
    ...procedure.consultations.flatMap(({ id, within }) => spanFlaws(within, `consultations.${id}`)),
    ...timeFlaws(procedure),
    ...resultFlaws(procedure),
  ]
}
