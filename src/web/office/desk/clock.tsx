import { type Calendar, CalendarUnknown } from '#modules/rules'
import { dayNumber, localDate, localTime, MINUTES_A_DAY, type TimeOfDay } from '#platform/clock'
import { Card, ClockBar, DayStrip, type Hours, Ledger } from '../../components/index.ts'
import { reckoning } from '../../reckoning.ts'
import { hourText, leftOf } from '../work/time.ts'
import type { AtDesk } from './gather.ts'
import { words } from './words.ts'

/** How long is left, the hour promised, and how it was reckoned. */
export function Clock({ desk }: { desk: AtDesk }) {
  const { found, lang, now } = desk
  const say = words(lang)
  const own = found.desks.find((one) => one.part === 'lead')
  if (found.closedAt !== null) {
    return (
      <Card title={say('ended')}>
        <p class="govuk-body lt-num">{say('endedAt', { at: hourText(found.closedAt, now, lang) })}</p>
      </Card>
    )
  }
  if (found.receivedAt === null) {
    return (
      <Card title={say('notReceived')}>
        <p class="govuk-body lt-num">
          {say('notReceivedWhy')} {own?.dueAt && say('receiveBy', { at: hourText(own.dueAt, now, lang) })}
        </p>
      </Card>
    )
  }
  return <Running desk={desk} receivedAt={found.receivedAt} stepDue={own?.dueAt ?? null} />
}

function Running({ desk, receivedAt, stepDue }: { desk: AtDesk; receivedAt: string; stepDue: string | null }) {
  const { found, lang, now, calendar } = desk
  const say = words(lang)
  const { left } = leftOf(calendar, { since: receivedAt, dueAt: found.dueAt, pausedSince: found.pausedSince }, now, lang)
  const today = found.dueAt !== null && localDate(found.dueAt) === localDate(now) && found.pausedSince === null
  return (
    <Card title={left}>
      <p class="govuk-body lt-num">
        {found.pausedSince !== null && (
          <>
            {say('standing', { at: hourText(found.pausedSince, now, lang) })}
            <br />
          </>
        )}
        {found.dueAt === null ? say('noPromise') : say('promised', { at: hourText(found.dueAt, now, lang) })}
        {stepDue !== null && stepDue !== found.dueAt && (
          <>
            <br />
            <span class="lt-muted">{say('stepDue', { at: hourText(stepDue, now, lang) })}</span>
          </>
        )}
      </p>
      {today && found.dueAt !== null && <Bar calendar={calendar} now={now} dueAt={found.dueAt} />}
      <Reckoning desk={desk} open={!today} />
    </Card>
  )
}

function Bar({ calendar, now, dueAt }: { calendar: Calendar; now: string; dueAt: string }) {
  const sessions = hoursOn(calendar, now)
  return sessions.length === 0 ? null : <ClockBar sessions={sessions} now={localTime(now)} due={localTime(dueAt)} />
}

/** Today's office hours. */
function hoursOn(calendar: Calendar, now: string): Hours[] {
  const day = dayNumber(localDate(now))
  return calendar.day(day).spans.map(([from, to]) => ({ from: timeAt(from, day), to: timeAt(to, day) }))
}

function timeAt(minute: number, day: number): TimeOfDay {
  const rest = minute - day * MINUTES_A_DAY
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(rest / 60))}:${two(rest % 60)}`
}

function Reckoning({ desk: { calendar, found, now, lang }, open }: { desk: AtDesk; open: boolean }) {
  const told = toldBy(() => reckoning(calendar, found, now, lang))
  if (told === undefined) return null
  return (
    <details class="govuk-details" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{words(lang)('reckoning')}</span>
      </summary>
      {told.days.length > 0 && <DayStrip days={told.days} />}
      <Ledger lines={told.sentences.map(({ kind, text }) => ({ kind, children: text }))} />
    </details>
  )
}

/** A year without a calendar cannot be explained; the promise that was made stands all the same. */
function toldBy<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof CalendarUnknown) return undefined
    throw error
  }
}
