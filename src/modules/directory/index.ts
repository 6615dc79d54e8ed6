export { actorOf, forgetActor } from './actor.ts'
export { type Appointed, type Appointment, type AppointmentProblem, appointSubstitute, endSubstitution } from './appoint-substitute.ts'
export { type Directory, directoryFrom, directoryOn, forgetDirectory } from './directory.ts'
export { type AreaFound, findArea } from './former-areas.ts'
export { endHolding, type Given, givePost } from './hold-post.ts'
export { colleaguesIn, holdersOf, holdingsOf, type Substitution, substitutionsOf } from './holders.ts'
export { shownAs } from './shown.ts'
export { openSigningKey, type SigningKey, signingKeyFor, signingKeyRow } from './signing-keys.ts'
export {
  type Counter,
  counterCodes,
  counterRoles,
  type DatedName,
  type Holder,
  holdsOn,
  type Level,
  nameOn,
  type Post,
  type Role,
  type System,
  shortUnitName,
  type Unit,
  unitName,
} from './unit.ts'
