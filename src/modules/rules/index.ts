export { type AnnouncedDay, addCalendarDays, announceSwap, daysOfSwap, recomputeTask, type Swap, withDays } from './announce.ts'
export {
  type Calendar,
  type CalendarDay,
  type CalendarRows,
  CalendarUnknown,
  type CalendarYear,
  type ClosedDay,
  calendarOf,
  dayOf,
  type MakeUpDay,
  type OfficeHours,
  type Session,
  shiftWorkingDays,
} from './calendar.ts'
export {
  type Commune,
  type CommuneFound,
  type CommuneType,
  communeFinder,
  communeName,
  communeTypeNames,
  type MergeKind,
  type OldWard,
  oldWardName,
} from './communes.ts'
export { breachNotice, type DataRequest, type DataTerm, dataTerms } from './data-rights.ts'
export {
  type Clock,
  calendarDays,
  type Deadline,
  months,
  type Pause,
  postingDays,
  sameDay,
  type Term,
  workingDays,
  workingHours,
} from './deadline.ts'
export { type Due, dueDate } from './due.ts'
export { commonHours, saturdayMorning, shippedCalendar } from './holidays.ts'
export { dayOfLunar, type LunarDate, lunarDate } from './lunar.ts'
export { importMapping, type Mapping } from './mapping.ts'
export {
  birthPlaces,
  isSamplePersonNumber,
  type PersonNumberProblem,
  personNumberProblems,
  readPersonNumber,
  type Sex,
  samplePersonNumber,
} from './person-number.ts'
export { isLate, type Progress, progress, type StripDay, strip, workingMinutes } from './progress.ts'
export { type DueChange, type OpenDeadline, recompute } from './recompute.ts'
export { findCommune, sampleCommunes, sampleOldWards, sampleProvince } from './sample-province.ts'
export { calendarChanged, calendarFor, readRows, reckon, sharedCalendar } from './store.ts'
