export { type BirthNote, type BirthNotes, type BirthPaper, fetchBirthNote, type Wallet } from './birth-note.ts'
export { type DeathNoteFields, lookUpDeathNote } from './death-note.ts'
export { type DwellingFields, type KinshipFields, lookUpDwelling, lookUpKinship } from './dwelling.ts'
export {
  lookUpBusinessName,
  lookUpOwnBusiness,
  type NameFields,
  type OwnerFields,
  registerForTax,
  type TaxFields,
  type TaxRegistration,
} from './household-business.ts'
export { type Asking, isUnchanged, type LookUp, type Question, type Reason, type Source, type Status } from './look-up.ts'
export { lookUpMaritalStatus, type MaritalFields } from './marital-status.ts'
export { lookUpMarriage, type MarriageFields, type Spouse } from './marriage.ts'
export type { TrustedKey } from './note-signature.ts'
export { lookUpOwnMarriage, type OwnMarriageFields } from './own-marriage.ts'
export { lookUpPerson, lookUpResidence, type PersonField, type PersonFields, type PersonQuestion, type ResidenceFields } from './person.ts'
export { lookUpEntries, type NationalEntry } from './register-entries.ts'
export {
  allocatePersonalNumber,
  type Deceased,
  giveRegisterCopy,
  type Newborn,
  type RegisterEntry,
  type RegisterPlace,
  reportDeath,
} from './report.ts'
export { type ResidenceRecord, recordResidence } from './residence-record.ts'
export type { Endpoint } from './sources.ts'
