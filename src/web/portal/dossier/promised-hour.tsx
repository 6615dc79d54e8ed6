import { CalendarUnknown, dayOf, workingMinutes } from '#modules/rules'
import { instantOfLocalMinute, localDate, localTime } from '#platform/clock'
import { appointmentText, dateText, durationText, momentText, weekdayName } from '#platform/text'
import { Card, ClockBar, Deadline, type Hours, Ledger, type LedgerLine } from '../../components/index.ts'
import { causeText, reckoning } from '../../reckoning.ts'
import type { Seen } from './gather.ts'
import { dayAndHour } from './timeline.ts'
import { words } from './words.ts'

/** The promised hour first, then how it was reckoned; before the receipt, by when it will be promised. */
export function PromisedHour({ seen }: { seen: Seen }) {
  const { found, lang, now } = seen
  const say = words(lang)
  if (found.closedAt !== null) {
    return (
      <Card title={outcomeText(seen)}>
        <p class="govuk-body">{say('endedAt', { at: dayAndHour(found.closedAt, { lang, now }) })}</p>
      </Card>
    )
  }
  if (found.receivedAt === null) {
    const by = found.desks.find((one) => one.part === 'lead')?.dueAt
    return (
      <Card title={say('notReceivedTitle')}>
        <p class="govuk-body">{say('notReceived', { at: by ? appointmentText(by, lang) : '–' })}</p>
      </Card>
    )
  }
  const { days, sentences } = told(seen)
  const lines = sentences.map(({ kind, text }) => ({ kind, children: text }))
  if (isSameDay(seen)) return <Today seen={seen} lines={lines} />
  return (
    <Deadline
      title={say('promisedTitle')}
      due={found.dueAt === null ? say('paused') : promisedText(found.dueAt, lang)}
      why={whyText(seen)}
      days={days}
      lines={lines}
    />
  )
}

/** Received and promised on this very day: its office hours say more than one cell of a strip. */
function isSameDay({ found, now }: Seen): boolean {
  const today = localDate(now)
  return found.dueAt !== null && found.receivedAt !== null && localDate(found.dueAt) === today && localDate(found.receivedAt) === today
}

function Today({ seen, lines }: { seen: Seen; lines: readonly LedgerLine[] }) {
  const { found, lang, now, calendar } = seen
  const sessions = hoursOn(calendar, localDate(now))
  if (found.dueAt === null) return null
  return (
    <section class="lt-card">
      <h2 class="lt-deadline-title">{words(lang)('promisedTitle')}</h2>
      <p class="lt-due">{promisedText(found.dueAt, lang)}</p>
      <p class="govuk-body">{whyText(seen)}</p>
      <div class="lt-deadline">
        {sessions.length > 0 && <ClockBar sessions={sessions} now={localTime(now)} due={localTime(found.dueAt)} />}
        <Ledger lines={lines} />
      </div>
    </section>
  )
}

/** The office hours of a day. */
function hoursOn(calendar: Seen['calendar'], on: string): Hours[] {
  return dayOf(calendar, on).spans.map(([from, to]) => ({
    from: localTime(instantOfLocalMinute(from)),
    to: localTime(instantOfLocalMinute(to)),
  }))
}

function outcomeText({ found, lang }: Seen): string {
  const say = words(lang)
  const known = (['delivered', 'refused', 'withdrawn', 'stopped', 'transferred', 'resolved'] as const).find((one) => one === found.status)
  return known === undefined ? say('endedTitle') : say(`outcome.${known}`)
}

/** "17:00 thứ Sáu, 27/11/2026". */
function promisedText(at: string, lang: Seen['lang']): string {
  const day = localDate(at)
  return `${localTime(at)} ${weekdayName(day, lang)}, ${dateText(day)}`
}

function whyText({ found, around, lang, now, calendar }: Seen): string {
  const say = words(lang)
  const open = found.pauses.find((one) => one.until === null)
  if (open !== undefined && found.dueAt === null) return say('pausedWhy', { at: momentText(open.from), cause: causeText(open.cause, lang) })
  if (found.dueAt === null) return ''
  const readyAt = found.status === 'resolved' ? around.events.findLast((one) => one.name === 'seal')?.at : undefined
  if (readyAt !== undefined) return say(readyAt <= found.dueAt ? 'readyInTime' : 'readyLate', { at: dayAndHour(readyAt, { lang, now }) })
  const late = found.dueAt < now
  try {
    const minutes = late ? workingMinutes(calendar, found.dueAt, now) : workingMinutes(calendar, now, found.dueAt)
    return say(late ? 'late' : 'left', { time: durationText(minutes, lang) })
  } catch (error) {
    if (error instanceof CalendarUnknown) return ''
    throw error
  }
}

/** A year without a calendar cannot be explained; the promise stands all the same. */
function told({ calendar, found, now, lang }: Seen): ReturnType<typeof reckoning> {
  try {
    return reckoning(calendar, found, now, lang)
  } catch (error) {
    if (error instanceof CalendarUnknown) return { days: [], sentences: [] }
    throw error
  }
}
