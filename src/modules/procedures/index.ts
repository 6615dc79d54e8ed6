export {
  anyDate,
  bool,
  choice,
  citizenId,
  email,
  ethnicity,
  filedLate,
  fixed,
  fullName,
  given,
  int,
  nationality,
  onlyWhen,
  optional,
  pastDate,
  phone,
  place,
  prefilledFrom,
  text,
  undertaking,
  upload,
} from './ask.ts'
export { type Condition, holds } from './condition.ts'
export { type Deadline, days, months, sameDay, workingDays, workingHours } from './deadline.ts'
export { type Procedure, procedure } from './procedure.ts'
export { answer, office, register, signer } from './result.ts'
export { civilStatus, population, vneid, wallet } from './source.ts'
export { type Lang, type Words, words } from './words.ts'
