import type { VNode } from 'preact'
import { type CalendarRows, readRows } from '#modules/rules'
import { localDate, yearOf } from '#platform/clock'
import type { Doors, Req } from '#platform/http'
import { weekdayDate } from '#platform/text'
import { Buttons, Card, LinkButton, type OfficeFrame, Table } from '../components/index.ts'
import { officeFrameOf } from '../office/frame.ts'
import type { Services } from '../services.ts'
import { asked } from '../typed.ts'
import { announceRoutes } from './calendar-announce.ts'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

const path = '/quan-tri/lich'

export function calendarRoutes(doors: Doors, services: Services): void {
  doors.get(path, { may: 'administer' }, async (req, reply) => reply.page(await calendarPage(req, services)))
  announceRoutes(doors, services)
}

async function calendarPage(req: Req, services: Services) {
  const [frame, rows] = await Promise.all([officeFrameOf(req, services), readRows(req.ctx)])
  const thisYear = yearOf(localDate(req.ctx.now))
  const years = rows.years.map((one) => one.year)
  const wanted = Number(asked(req, 'nam'))
  const year = years.includes(wanted) ? wanted : thisYear
  return CalendarPage({ frame: { ...frame, path }, rows, year, done: asked(req, 'xong') !== '' })
}

type CalendarProps = { frame: OfficeFrame; rows: CalendarRows; year: number; done: boolean }

/** The days of a year that are not as their weekday says, each with the document that says so. */
function CalendarPage({ frame, rows, year, done }: CalendarProps): VNode {
  const say = words(frame.lang)
  const days = [
    ...rows.closed.filter((one) => one.unit === undefined),
    ...rows.makeUp.map((one) => ({
      ...one,
      kind: 'make-up' as const,
      name: say('insteadOf', { day: weekdayDate(one.insteadOf, frame.lang) }),
    })),
  ]
    .filter((one) => yearOf(one.on) === year)
    .sort((a, b) => (a.on < b.on ? -1 : 1))
  const columns = [say('day'), say('kind'), say('name'), say('source')].map((label) => ({ label }))
  return (
    <Shell frame={frame} title={say('calendar')} lead={say('calendarLead')} done={done ? say('daysAdded') : undefined}>
      <Card title={say('years')}>
        <ul class="govuk-list">
          {[...rows.years]
            .sort((a, b) => a.year - b.year)
            .map((one) => (
              <li key={one.year}>
                {one.year === year ? <b class="lt-num">{one.year}</b> : <YearLink year={one.year} />}: {say(`year.${one.status}`)}{' '}
                <span class="lt-muted">({one.source})</span>
              </li>
            ))}
        </ul>
        <Buttons>
          <LinkButton href={`${path}/them`} icon="calendar">
            {say('addDays')}
          </LinkButton>
        </Buttons>
      </Card>
      <Card title={say('daysOf', { year: String(year) })}>
        <Table
          caption={say('daysOf', { year: String(year) })}
          columns={columns}
          rows={days.map((one) => [
            <span class="lt-num">{weekdayDate(one.on, frame.lang)}</span>,
            say(`kind.${one.kind}`),
            one.name,
            one.unverified === true ? `${one.source} (${say('unverified')})` : one.source,
          ])}
        />
      </Card>
    </Shell>
  )
}

function YearLink({ year }: { year: number }) {
  return (
    <a class="govuk-link govuk-link--no-visited-state lt-num" href={`${path}?nam=${year}`}>
      {year}
    </a>
  )
}
