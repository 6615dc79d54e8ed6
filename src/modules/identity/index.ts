export { type Limit, tooMany } from './attempts.ts'
export { type CitizenClaims, type Known, rememberCitizen } from './citizen.ts'
export { type ContactProblem, changeContacts, personOf } from './contacts.ts'
export { createStaff, type NewStaff, type StaffProblem } from './create-staff.ts'
export { endSession, sessionsOf, signOut, stillSignedIn } from './end-session.ts'
export { gate, type House } from './house.ts'
export { namesOf } from './names.ts'
export { type Opening, openSession } from './open-session.ts'
export { partiesOf } from './parties.ts'
export {
  addPasskey,
  enterByPasskey,
  type Passkey,
  passkeysOf,
  passkeyToAdd,
  passkeyToEnter,
  removePasskey,
  type Site,
  siteOf,
} from './passkey.ts'
export { hashPassword, shortestPassword } from './password.ts'
export { type Contacts, type Party, type PartyRole, type Person, type PersonDetails, sealedAt } from './person.ts'
export { mayManageStaff } from './policy.ts'
export { disableAccount, enableAccount, type Recovered, recover, type StaffAccount, staffAccounts, unlockAccount } from './recover.ts'
export { type RenewalProblem, renewalOf, renewCredentials } from './renew.ts'
export { type Session, type SessionKind, sessionLife } from './session.ts'
export { lockOut, type StaffLetIn, type StaffNotLetIn, type StaffSignIn, signInStaff } from './sign-in-staff.ts'
export { type Arrival, beginConsent, beginVneid, finishConsent, finishVneid, type LetIn, type NotLetIn } from './sign-in-vneid.ts'
export { type AtCounter, type Recognised, whoStandsHere } from './stands-here.ts'
export { base32, totpAt } from './totp.ts'
export type { VneidClient } from './vneid.ts'
export { whoIs } from './who-is.ts'
