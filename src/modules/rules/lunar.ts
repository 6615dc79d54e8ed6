import { dateOfDay, dayNumber, type LocalDate } from '#platform/clock'

/*
 * The Vietnamese lunisolar calendar by Hồ Ngọc Đức's method: new moons and the sun's longitude after Jean Meeus, "Astronomical
 * Algorithms" (1998), reckoned at UTC+7. Libraries for the Chinese calendar use UTC+8 and are wrong in some years (Tết 2030).
 */
const ZONE_HOURS = 7
const JULIAN_DAY_OF_1970 = 2440587.5
const SYNODIC_MONTH = 29.530588853
/** Julian day of the new moon of 1 January 1900, from which new moons are numbered. */
const FIRST_NEW_MOON = 2415021.076998695

/** A day of the lunar calendar; `leap` marks the second month of the same number. */
export type LunarDate = { readonly year: number; readonly month: number; readonly day: number; readonly leap: boolean }

const sin = (degrees: number) => Math.sin((degrees * Math.PI) / 180)

/** Day (since 1970-01-01, in Vietnam) of the k-th new moon. */
function newMoonDay(k: number): number {
  const t = k / 1236.85
  const mean =
    2415020.75933 + 29.53058868 * k + 0.0001178 * t * t - 0.000000155 * t ** 3 + 0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t * t)
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t * t - 0.00000347 * t ** 3
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t * t + 0.00001236 * t ** 3
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t * t - 0.00000239 * t ** 3
  const shift =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * node) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * node + sun) -
    0.0004 * sin(2 * node - sun) -
    0.0006 * sin(2 * node + moon) +
    0.001 * sin(2 * node - moon) +
    0.0005 * sin(2 * moon + sun)
  const earthSlowing = -0.000278 + 0.000265 * t + 0.000262 * t * t
  return Math.floor(mean + shift - earthSlowing + ZONE_HOURS / 24 - JULIAN_DAY_OF_1970)
}

/** Which twelfth of its way (0–11, from the March equinox) the sun is in when a day begins in Vietnam. */
function sunTwelfth(day: number): number {
  const t = (day + JULIAN_DAY_OF_1970 - ZONE_HOURS / 24 - 2451545) / 36525
  const anomaly = 357.5291 + 35999.0503 * t - 0.0001559 * t * t - 0.00000048 * t ** 3
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t * t) * sin(anomaly) + (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.00029 * sin(3 * anomaly)
  const longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t * t + centre
  return Math.floor((((longitude % 360) + 360) % 360) / 30)
}

/** Number of the new moon that begins the eleventh month, the one with the winter solstice, of a solar year. */
function eleventhMonth(year: number): number {
  const k = Math.floor((dayNumber(`${year}-12-31`) + JULIAN_DAY_OF_1970 - FIRST_NEW_MOON) / SYNODIC_MONTH)
  return sunTwelfth(newMoonDay(k)) >= 9 ? k - 1 : k
}

/** Months after the eleventh at which the leap month stands: the first in which the sun enters no new twelfth. */
function leapOffset(eleventh: number): number {
  let n = 1
  while (n < 14 && sunTwelfth(newMoonDay(eleventh + n)) !== sunTwelfth(newMoonDay(eleventh + n + 1))) n += 1
  return n
}

/** The lunar date of a day, right for 1900–2100. */
export function lunarDate(date: LocalDate): LunarDate {
  const day = dayNumber(date)
  const solarYear = Number(date.slice(0, 4))
  const year = day >= newMoonDay(eleventhMonth(solarYear)) ? solarYear + 1 : solarYear
  const eleventh = eleventhMonth(year - 1)
  let k = eleventh
  while (newMoonDay(k + 1) <= day) k += 1
  const after = k - eleventh
  const leapYear = eleventhMonth(year) - eleventh === 13
  const leapAt = leapYear ? leapOffset(eleventh) : Number.POSITIVE_INFINITY
  const number = after >= leapAt ? after - 1 : after
  const month = ((number + 10) % 12) + 1
  return { year: month >= 11 && number < 4 ? year - 1 : year, month, day: day - newMoonDay(k) + 1, leap: after === leapAt }
}

/** The day of a lunar date (not in a leap month), such as Tết (1/1) or Hùng Kings (10/3). */
export function dayOfLunar(year: number, month: number, day: number): LocalDate {
  const eleventh = eleventhMonth(month >= 11 ? year : year - 1)
  const offset = month >= 11 ? month - 11 : month + 1
  const leapYear = eleventhMonth(month >= 11 ? year + 1 : year) - eleventh === 13
  const late = leapYear && offset >= leapOffset(eleventh) ? 1 : 0
  return dateOfDay(newMoonDay(eleventh + offset + late) + day - 1)
}
