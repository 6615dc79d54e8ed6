import { agreeTime, offerTimes, recordAbsence, recordAppearance } from '#modules/dossiers'
import { Refusal } from '#platform/act'
import { instantAt, isTime } from '#platform/clock'
import { parseDate } from '#platform/text'
import { datePartsIn, writtenDate } from '../../components/index.ts'
import { type Doing, versionIn } from './perform.ts'

const isInstant = (text: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/.test(text) && !Number.isNaN(Date.parse(text))

/** The times that were ticked, and the one that was written. @throws Refusal 422 for a time that cannot be */
function timesIn({ typed, body }: Doing): string[] {
  const ticked = typed.all('time').filter(isInstant)
  const parts = datePartsIn(body, 'own')
  const hour = typed.line('ownHour').replace('.', ':').padStart(5, '0')
  if (typed.line('ownHour') === '' && Object.values(parts).every((part) => part === '')) return ticked
  const day = parseDate(writtenDate(parts))
  if (day === null || !isTime(hour)) throw new Refusal(422, 'no-such-hour')
  return [...ticked, instantAt(day, hour)]
}

export async function offer(doing: Doing): Promise<unknown> {
  const { ctx, code, typed } = doing
  const times = timesIn(doing)
  if (typed.raw('agreed') !== 'agreed') return offerTimes(ctx, code, times, versionIn(typed))
  const [time, ...more] = times
  if (time === undefined || more.length > 0) throw new Refusal(422, 'only-one-time')
  return agreeTime(ctx, code, time, versionIn(typed))
}

export function appearance({ ctx, code, typed }: Doing): Promise<unknown> {
  return recordAppearance(ctx, code, { appeared: typed.all('appeared'), confirmed: typed.all('confirmed') }, versionIn(typed))
}

export function absence({ ctx, code, typed }: Doing): Promise<unknown> {
  return recordAbsence(ctx, code, typed.all('absent'), typed.lines('note'), versionIn(typed))
}
