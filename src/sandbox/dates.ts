/** 1998-03-14 as 14/03/1998, 1931-05 as 05/1931, 1949 as it is. */
export const dateText = (date: string): string => date.split('-').reverse().join('/')

const moment = new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' })

/** An instant as people in Việt Nam read it. */
export const momentText = (instant: string): string => moment.format(new Date(instant))

/** The date in Việt Nam so many days before an instant. */
export function daysBefore(instant: string, days: number): string {
  const local = new Date(Date.parse(instant) + (7 - 24 * days) * 3_600_000)
  return local.toISOString().slice(0, 10)
}
