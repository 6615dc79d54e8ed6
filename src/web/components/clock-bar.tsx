import { minuteOfDay, type TimeOfDay } from '#platform/clock'
import { durationText } from '#platform/text'
import { useLang } from './frame.ts'
import { timeWords } from './words.ts'

/** Hours in which the office works, within one day. */
export type Hours = { from: TimeOfDay; to: TimeOfDay }

export type ClockBarProps = {
  /** The day's office hours in order, as the unit's calendar gives them. */
  sessions: readonly Hours[]
  now: TimeOfDay
  due: TimeOfDay
}

const width = 272
const gap = 58 // the noon break is drawn as one gap, wide enough for its word

/** The working hours of a case that is due today: what is gone, the break, the hand at now, and the hour promised. */
export function ClockBar({ sessions, now, due }: ClockBarProps) {
  const lang = useLang()
  const say = timeWords(lang)
  const drawn = place(sessions)
  const worked = (until: number) => sessions.reduce((sum, { from, to }) => sum + overlap(minuteOfDay(from), minuteOfDay(to), until), 0)
  const used = worked(minuteOfDay(now))
  const left = worked(minuteOfDay(due)) - used
  const hand = xOf(drawn, minuteOfDay(now))
  const texts = { used: durationText(used, lang), due, left: durationText(Math.max(left, 0), lang) }
  const [last] = drawn.slice(-1)
  return (
    <div class="lt-clock">
      <svg viewBox={`0 0 ${width} 62`} role="img" aria-label={left > 0 ? say('clock', texts) : say('clockLate', { used: texts.used, due })}>
        {drawn.map((session) => (
          <Session key={session.x} {...session} hand={hand} late={left <= 0} />
        ))}
        {drawn.slice(1).map((session) => (
          <text key={session.x} x={session.x - gap / 2} y="35" text-anchor="middle">
            {say('noon')}
          </text>
        ))}
        <path class="is-hand" d={`M${hand} 18v24`} />
        <text class="is-strong" x={Math.min(Math.max(hand, 20), width - 20)} y="13" text-anchor="middle">
          {now}
        </text>
        {drawn.map((session) => (
          <text key={session.x} x={session.x} y="56">
            {session.label}
          </text>
        ))}
        <text class="is-strong" x={last ? last.x + last.wide : width} y="56" text-anchor="end">
          {due}
        </text>
      </svg>
    </div>
  )
}

type Drawn = { x: number; wide: number; start: number; end: number; label: string }

function Session({ x, wide, hand, late }: Drawn & { hand: number; late: boolean }) {
  const filled = Math.min(Math.max(hand - x, 0), wide)
  return (
    <>
      <rect class="is-left" x={x} y="24" width={wide} height="12" rx="3" />
      {filled > 0 && <rect class={late ? 'is-late' : 'is-used'} x={x} y="24" width={filled} height="12" rx="3" />}
    </>
  )
}

/** Sessions side by side, as wide as they are long, with a gap of fixed width between them. */
function place(sessions: readonly Hours[]): Drawn[] {
  const spans = sessions.map(({ from, to }) => ({ start: minuteOfDay(from), end: minuteOfDay(to), label: from }))
  const total = spans.reduce((sum, { start, end }) => sum + end - start, 0)
  const scale = (width - gap * (spans.length - 1)) / Math.max(total, 1)
  let x = 0
  return spans.map((span) => {
    const drawn = { ...span, x: round(x), wide: round((span.end - span.start) * scale) }
    x += drawn.wide + gap
    return drawn
  })
}

/** Where a minute stands; in a break, before and after the day at the nearest edge of a session. */
function xOf(drawn: readonly Drawn[], minute: number): number {
  let x = 0
  for (const session of drawn) {
    if (minute < session.start) return x
    x = round(session.x + ((Math.min(minute, session.end) - session.start) / (session.end - session.start)) * session.wide)
    if (minute <= session.end) return x
  }
  return x
}

function overlap(from: number, to: number, until: number): number {
  return Math.max(0, Math.min(to, until) - from)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
