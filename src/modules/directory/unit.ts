import type { Instant, LocalDate } from '#platform/clock'
import type { Id } from '#platform/id'

export type System = 'state' | 'party' | 'front' | 'union' | 'youth' | 'women' | 'farmers' | 'veterans'
export type Level = 'province' | 'commune' | 'centre' | 'department'
export type Role =
  | 'receptionist'
  | 'registrar'
  | 'specialist'
  | 'residenceOfficer'
  | 'businessRegistrar'
  | 'insuranceOfficer'
  | 'chair'
  | 'clerk'
  | 'supervisor'
  | 'administrator'
  | 'operator'
  | 'procedureOfficer'

/**
 * Offices beside the People's Committee of a commune that keep a counter, a seal and a calendar of their own, with what follows the
 * commune's code in theirs: `09187-CA` is the police of 09187. An office that serves the whole province bears the province's code: `24-BH`.
 */
export const counterCodes = { communePolice: 'CA', economicOffice: 'KT', socialInsurance: 'BH' } as const
export type Counter = keyof typeof counterCodes

/** Who stands at a counter: the one-stop centre's receptionists, and the officers of offices that keep a counter of their own. */
export const counterRoles: readonly string[] = ['receptionist', 'residenceOfficer', 'businessRegistrar']

/** A name in force from a day to a last day; both given by a resolution or decision. */
export type DatedName = { name: string; shortName: string; areaType?: string; validFrom: LocalDate; validTo?: LocalDate; basis: string }

/** A unit of one of the systems. Names, types and parents change by resolution; the id and the history stay. */
export type Unit = {
  id: Id
  system: System
  level: Level
  /** The official code; a commune's has five digits, the province's two. */
  code: string
  parent?: Id
  validFrom: LocalDate
  /** Its last day. */
  validTo?: LocalDate
  /** Oldest first. */
  names: readonly DatedName[]
  contact?: { address: string; phone: string; hours: string; unverified: boolean }
}

/** Work lies on posts, never on people. */
export type Post = { id: Id; unit: Id; role: Role; title: string; validFrom: LocalDate; validTo?: LocalDate }

/** Somebody who holds or covers a post at an instant. */
export type Holder = { account: Id; name: string; as: 'holder' | 'substitute'; until?: Instant }

/** Whether something dated holds on a day; the last day still counts. */
export function holdsOn(span: { validFrom: LocalDate; validTo?: LocalDate }, on: LocalDate): boolean {
  return span.validFrom <= on && (span.validTo === undefined || on <= span.validTo)
}

/** The unit's name on a day; before its first name the first, after its last the last, so that an old paper is still readable. */
export function nameOn(unit: Unit, on: LocalDate): DatedName {
  const found = unit.names.find((name) => holdsOn(name, on)) ?? (on < unit.validFrom ? unit.names[0] : unit.names.at(-1))
  if (found === undefined) throw new Error(`unit ${unit.code} has no name`)
  return found
}

/** "Ủy ban nhân dân phường Kinh Bắc", as the unit was called on that day. */
export function unitName(unit: Unit, on: LocalDate): string {
  return nameOn(unit, on).name
}

/** "Phường Kinh Bắc": the short name on that day. */
export function shortUnitName(unit: Unit, on: LocalDate): string {
  return nameOn(unit, on).shortName
}
