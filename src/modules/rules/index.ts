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
export { isLate, type Progress, progress, type StripDay, strip, workingMinutes } from './progress.ts'
export { type DueChange, type OpenDeadline, recompute } from './recompute.ts'
