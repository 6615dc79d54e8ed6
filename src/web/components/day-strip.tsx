import type { ComponentChildren } from 'preact'
import { dateOfDay, dayNumber, type LocalDate, weekday } from '#platform/clock'
import { weekdayDate } from '#platform/text'
import { useLang } from './frame.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { timeWords } from './words.ts'

/** What a day was for a deadline. `out` stands before the first and after the last day. */
export type DayKind = 'received' | 'counted' | 'paused' | 'holiday' | 'weekend' | 'today' | 'ahead' | 'due' | 'late' | 'out'

/** A day of the strip. `nth` says which working day of the deadline it is. */
export type Day = { date: LocalDate; kind: DayKind; nth?: number }

const signs: Partial<Record<DayKind, IconName>> = {
  received: 'inbox',
  paused: 'pause',
  holiday: 'flag',
  weekend: 'dash',
  due: 'clock',
  late: 'warning',
}

/**
 * The reckoning of a deadline, day by day, in seven columns from Monday. `days` follow one another without a gap, from receipt to the
 * promised day; the rest of the first and last week is filled in. The same is said in sentences by a `<Ledger>` beside it.
 */
export function DayStrip({ days }: { days: readonly Day[] }) {
  const say = timeWords(useLang())
  return (
    <ol class="lt-days" aria-label={say('daysLabel')}>
      {say('weekdays')
        .split(' ')
        .map((name) => (
          <li class="lt-days__wd" aria-hidden="true" key={name}>
            {name}
          </li>
        ))}
      {inWholeWeeks(days).map((day) => (
        <DayCell key={day.date} {...day} />
      ))}
    </ol>
  )
}

function DayCell({ date, kind, nth }: Day) {
  const lang = useLang()
  const say = timeWords(lang)
  if (kind === 'out') return <li class="lt-day lt-day--out" aria-hidden="true" />
  const icon = signs[kind]
  return (
    <li class={`lt-day lt-day--${kind}`}>
      <b aria-hidden="true">{shortDate(date)}</b>
      <span class="lt-vh">
        {weekdayDate(date, lang)}: {say(`day.${kind}`)}{' '}
      </span>
      <span>{icon ? <Icon name={icon} /> : nth}</span>
    </li>
  )
}

/** The day's number; the first of a month says which. */
function shortDate(date: LocalDate): string {
  const [, month, day] = date.split('-').map(Number)
  return day === 1 ? `1/${month}` : `${day}`
}

/** Adds the days that make the first week begin on Monday and the last end on Sunday. */
function inWholeWeeks(days: readonly Day[]): Day[] {
  const [first] = days
  const last = days.at(-1)
  if (!first || !last) return []
  const out = (from: LocalDate, offset: number): Day => ({ date: dateOfDay(dayNumber(from) + offset), kind: 'out' })
  const before = Array.from({ length: weekday(first.date) - 1 }, (_, index) => out(first.date, index + 1 - weekday(first.date)))
  const after = Array.from({ length: 7 - weekday(last.date) }, (_, index) => out(last.date, index + 1))
  return [...before, ...days, ...after]
}

/** A sentence of the reckoning, with the sign of the days it speaks of. */
export type LedgerLine = { kind: Exclude<DayKind, 'out'>; children: ComponentChildren }

/** The reckoning in sentences; causes are linked. */
export function Ledger({ lines }: { lines: readonly LedgerLine[] }) {
  return (
    <ul class="lt-ledger">
      {lines.map(({ kind, children }, index) => (
        <li key={index}>
          <span class={`lt-day lt-day--${kind} lt-ledger__sign`} aria-hidden="true">
            <Icon name={signs[kind] ?? 'check'} />
          </span>
          <span>{children}</span>
        </li>
      ))}
    </ul>
  )
}

export type DeadlineProps = {
  /** "Hẹn trả kết quả" */
  title: string
  /** "17:00 thứ Sáu, 27/11/2026" */
  due: string
  /** What is left, and why the date moved. */
  why: ComponentChildren
  days: readonly Day[]
  lines: readonly LedgerLine[]
}

/** The promised date first, then its reckoning as strip and sentences. */
export function Deadline({ title, due, why, days, lines }: DeadlineProps) {
  return (
    <section class="lt-card">
      <h2 class="lt-deadline-title">{title}</h2>
      <p class="lt-due">{due}</p>
      <p class="govuk-body">{why}</p>
      <div class="lt-deadline">
        <DayStrip days={days} />
        <Ledger lines={lines} />
      </div>
    </section>
  )
}
