import type { Who } from '#platform/http'

type Knock = (who: Who) => boolean

const citizen: Knock = ({ actor }) => actor.kind === 'citizen'
const staff:   Knock = ({ actor }) => actor.kind === 'staff'
const holding = (...roles: string[]): Knock => ({ actor }) => actor.kind === 'staff' && (actor.roles ?? []).some((role) => roles.includes(role))

/**
 * Who may knock at a door at all. How an actor stands to the one dossier behind it is asked again by the module, in the same trip as
 * the act. A door that names none of these does not start.
 */
export const doors: Readonly<Record<string, Knock>> = {
  anyone:        () => true,
  'signed-in':   (who) => citizen(who) || staff(who),
  citizen,
  staff,
  'at-desk':     holding('receptionist', 'registrar', 'specialist', 'residenceOfficer', 'businessRegistrar', 'insuranceOfficer', 'chair', 'clerk', 'supervisor'),
  'at-counter':  holding('receptionist', 'residenceOfficer', 'businessRegistrar'),
  supervise:     holding('supervisor', 'chair'),
  administer:    holding('administrator'),
  operate:       holding('operator', 'administrator'),
  'keep-catalogue': holding('procedureOfficer', 'administrator'),
  'edit-procedures': holding('procedureOfficer'),
}

/** Whether this actor may knock; undefined for a name that is no policy. */
export function mayKnock(may: string, who: Who): boolean | undefined {
  return doors[may]?.(who)
}
