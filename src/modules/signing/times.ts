const parts = (instant: string): string[] => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 19).split(/[-:T]/)

/** `dd/MM/yyyy HH:mm:ss +07:00` */
export function vietnamTime(instant: string): string {
  const [year, month, day, hour, minute, second] = parts(instant)
  return `${day}/${month}/${year} ${hour}:${minute}:${second} +07:00`
}

/** The form of time that PDF dictionaries use, in Vietnamese time. */
export const pdfTime = (instant: string): string => `D:${parts(instant).join('')}+07'00'`

/** `ngày 05 tháng 02 năm 2026`: days below ten and the months 1 and 2 with a leading zero (Decree 30, annex I). */
export function dateLine(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
}

/** Without fractions of a second: so the file, the picture and the token speak of the same instant. */
export const wholeSecond = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19)}Z`
