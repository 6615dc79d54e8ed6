import { daysBetween, epochMs, type Instant, isDate, type LocalDate, localDate, localTime, weekday } from '#platform/clock'
import type { Language } from '#platform/i18n'
import { numberInWords } from './numbers.ts'

/** A date of which only the year, or year and month, may be known: "1970", "1970-05", "1970-05-09". */
export type PartialDate = string

/** "27/11/2026"; a partial date as far as it is known: "05/1970", "1970". */
export function dateText(date: PartialDate): string {
  return date.split('-').reverse().join('/')
}

/**
 * Reads day/month/year as people write it ("1/2/2026", "01-02-2026", "01.02.2026", also ISO) into an ISO date. Null for anything
 * else, for a year of two digits and for a day that the calendar does not have.
 */
export function parseDate(text: string): LocalDate | null {
  const date = parsePartialDate(text)
  return date?.length === 10 ? date : null
}

/** The same, when the day, or day and month, may be unknown: "5/1970" and "1970" are read too. */
export function parsePartialDate(text: string): PartialDate | null {
  const trimmed = text.trim()
  const iso = /^\d{4}-\d{2}(-\d{2})?$/.test(trimmed)
  const parts = iso ? trimmed.split('-') : trimmed.split(/\s*[/.-]\s*/).reverse()
  const [year = '', ...monthAndDay] = parts
  if (parts.length > 3 || !/^\d{4}$/.test(year) || !monthAndDay.every((part) => /^\d{1,2}$/.test(part))) return null
  const date = [year, ...monthAndDay.map((part) => part.padStart(2, '0'))].join('-')
  return isPartialDate(date) ? date : null
}

export function isPartialDate(date: string): boolean {
  return isDate(`${date}${'-01-01'.slice(date.length - 4)}`) && date >= '1000'
}

const WEEKDAYS = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const

/** "thứ Sáu", "Chủ nhật". */
export function weekdayName(date: LocalDate, language: Language = 'vi'): string {
  return WEEKDAYS[language][weekday(date) - 1] ?? ''
}

/** "thứ Sáu 27/11/2026". */
export function weekdayDate(date: LocalDate, language: Language = 'vi'): string {
  return `${weekdayName(date, language)} ${dateText(date)}`
}

/** "15:01", 24 hours, in Vietnam. */
export function timeText(instant: Instant): string {
  return localTime(instant)
}

/** "15:01 27/11/2026" in Vietnam. */
export function momentText(instant: Instant): string {
  return `${localTime(instant)} ${dateText(localDate(instant))}`
}

/** "17:00 thứ Sáu 27/11/2026" in Vietnam: how an appointment is given. */
export function appointmentText(instant: Instant, language: Language = 'vi'): string {
  return `${localTime(instant)} ${weekdayDate(localDate(instant), language)}`
}

/** The heading of a Vietnamese paper: "ngày 05 tháng 01 năm 2026" (two digits for days under 10, months 1 and 2: Decree 30/2020). */
export function paperDate(date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
}

/**
 * The date in words as civil-status papers write it: "Mùng chín tháng mười một năm một nghìn chín trăm bảy mươi ba". A partial date
 * begins with what is known: "Tháng năm năm …", "Năm …".
 */
export function dateInWords(date: PartialDate): string {
  const [year, month, day] = date.split('-').map(Number)
  const said = [day && dayInWords(day), month && `tháng ${month === 4 ? 'tư' : numberInWords(month)}`, `năm ${numberInWords(year ?? 0)}`]
  const text = said.filter((part) => typeof part === 'string').join(' ')
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

function dayInWords(day: number): string {
  return `${day <= 10 ? 'mùng' : 'ngày'} ${numberInWords(day)}`
}

/** "hôm nay", "ngày mai", "3 ngày nữa", "2 ngày trước": a date seen from another. */
export function relativeDay(date: LocalDate, today: LocalDate, language: Language = 'vi'): string {
  const days = daysBetween(today, date)
  const near = { vi: ['hôm qua', 'hôm nay', 'ngày mai'], en: ['yesterday', 'today', 'tomorrow'] }[language][days + 1]
  if (near) return near
  const count = Math.abs(days)
  if (language === 'en') return days > 0 ? `in ${count} days` : `${count} days ago`
  return `${count} ngày ${days > 0 ? 'nữa' : 'trước'}`
}

/** How long ago something happened: "vừa xong", "5 phút trước", "3 giờ trước", "hôm qua 15:01", later the date with its time. */
export function relativeMoment(instant: Instant, now: Instant, language: Language = 'vi'): string {
  const minutes = Math.floor((epochMs(now) - epochMs(instant)) / 60_000)
  const day = localDate(instant)
  const today = localDate(now)
  if (minutes < 0 || daysBetween(day, today) > 1) return momentText(instant)
  if (minutes < 1) return language === 'vi' ? 'vừa xong' : 'just now'
  if (day !== today) return `${relativeDay(day, today, language)} ${localTime(instant)}`
  const ago = language === 'vi' ? 'trước' : 'ago'
  return `${durationText(minutes < 60 ? minutes : minutes - (minutes % 60), language)} ${ago}`
}

/** "1 giờ 20 phút", "45 phút"; "1 h 20 min" in English. Minutes are whole. */
export function durationText(minutes: number, language: Language = 'vi'): string {
  const [hour, minute] = language === 'vi' ? ['giờ', 'phút'] : ['h', 'min']
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} ${minute}`
  return rest === 0 ? `${hours} ${hour}` : `${hours} ${hour} ${rest} ${minute}`
}
