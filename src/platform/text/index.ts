export { cleanInput, cleanParagraphs } from './clean.ts'
export {
  appointmentText,
  dateInWords,
  dateText,
  durationText,
  isPartialDate,
  momentText,
  type PartialDate,
  paperDate,
  parseDate,
  parsePartialDate,
  relativeDay,
  relativeMoment,
  timeText,
  weekdayDate,
  weekdayName,
} from './dates.ts'
export {
  comparePeople,
  compareVietnamese,
  fullName,
  inCapitals,
  type NameProblem,
  nameParts,
  nameProblems,
  type PersonName,
} from './names.ts'
export { moneyText, numberInWords, numberText, percentText, sizeText } from './numbers.ts'
export { fold, searchWords, withoutAccents } from './search.ts'
