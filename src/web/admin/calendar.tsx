import type { VNode } from 'preact'
import { announceSwap, type CalendarRows, readRows } from '#modules/rules'
import { Refusal } from '#platform/act'
import { localDate, yearOf } from '#platform/clock'
import type { Doors, Reply, Req } from '#platform/http'
import { newRandomKey } from '#platform/id'
import { parseDate, weekdayDate } from '#platform/text'
import {
  Button,
  Card,
  DateInput,
  type DateParts,
  datePartsIn,
  Form,
  type OfficeFrame,
  type Problem,
  Table,
  TextInput,
  writtenDate,
} from '../components/index.ts'
import { officeFrameOf } from '../office/frame.ts'
import type { Services } from '../services.ts'
import { asked, typedIn } from '../typed.ts'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

const path = '/quan-tri/lich'
const noDate: DateParts = { day: '', month: '', year: '' }

type Filled = { off: DateParts; worked: DateParts; name: string; source: string; problems: readonly Problem[] }
const nothing: Filled = { off: noDate, worked: noDate, name: '', source: '', problems: [] }

export function calendarRoutes(doors: Doors, services: Services): void {
  doors.get(path, { may: 'administer' }, async (req, reply) => reply.page(await calendarPage(req, services, nothing)))
  doors.post(`${path}/hoan-doi`, { may: 'administer' }, (req, reply) => swap(req, reply, services))
}

async function swap(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const typed = typedIn(req)
  const body = req.body as Readonly<Record<string, unknown>>
  const filled: Filled = {
    off: datePartsIn(body, 'off'),
    worked: datePartsIn(body, 'worked'),
    name: typed.line('name'),
    source: typed.line('source'),
    problems: [],
  }
  const [off, worked] = [parseDate(writtenDate(filled.off)), parseDate(writtenDate(filled.worked))]
  const problems = problemsIn(filled, off, worked, req.lang)
  if (off === null || worked === null || problems.length > 0)
    return reply.code(422).page(await calendarPage(req, services, { ...filled, problems }))
  try {
    await announceSwap(req.ctx, { off, worked, name: filled.name, source: filled.source })
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== 'day-stands-already') throw error
    const stands = [{ field: 'off', text: words(req.lang)('problem.day-stands-already') }]
    return reply.code(409).page(await calendarPage(req, services, { ...filled, problems: stands }))
  }
  services.nudge()
  return reply.redirect(`${path}?xong=1`, 303)
}

function problemsIn(filled: Filled, off: string | null, worked: string | null, lang: 'vi' | 'en'): Problem[] {
  const say = words(lang)
  return [
    ...(off === null ? [{ field: 'off', text: say('problem.not-a-date') }] : []),
    ...(worked === null || worked === off ? [{ field: 'worked', text: say('problem.not-a-date') }] : []),
    ...(filled.name === '' ? [{ field: 'name', text: say('problem.source-needed') }] : []),
    ...(filled.source === '' ? [{ field: 'source', text: say('problem.source-needed') }] : []),
  ]
}

async function calendarPage(req: Req, services: Services, filled: Filled) {
  const frame = { ...(await officeFrameOf(req, services)), path }
  const rows = await readRows(req.ctx)
  return CalendarPage({ frame, rows, thisYear: yearOf(localDate(req.ctx.now)), filled, done: asked(req, 'xong') !== '' })
}

type CalendarProps = { frame: OfficeFrame; rows: CalendarRows; thisYear: number; filled: Filled; done: boolean }

/** The days that are not as their weekday says, this year and later, and the form for a swap. */
function CalendarPage({ frame, rows, thisYear, filled, done }: CalendarProps): VNode {
  const say = words(frame.lang)
  const errorOf = (field: string) => filled.problems.find((one) => one.field === field)?.text
  const days = [
    ...rows.closed.filter((one) => one.unit === undefined),
    ...rows.makeUp.map((one) => ({ ...one, kind: 'make-up' as const, name: `↔ ${weekdayDate(one.insteadOf, frame.lang)}` })),
  ]
    .filter((one) => yearOf(one.on) >= thisYear)
    .sort((a, b) => (a.on < b.on ? -1 : 1))
  const columns = [say('day'), say('kind'), say('name'), say('source')].map((label) => ({ label }))
  return (
    <Shell
      frame={frame}
      title={say('calendar')}
      lead={say('calendarLead')}
      done={done ? say('swapDone') : undefined}
      problems={filled.problems}
    >
      <Card title={say('swap')}>
        <Form action={`${path}/hoan-doi`} formKey={newRandomKey()}>
          <DateInput name="off" label={say('swapOff')} value={filled.off} error={errorOf('off')} />
          <DateInput name="worked" label={say('swapWorked')} value={filled.worked} error={errorOf('worked')} />
          <TextInput name="name" label={say('swapName')} value={filled.name} autocomplete="off" maxLength={200} error={errorOf('name')} />
          <TextInput
            name="source"
            label={say('swapSource')}
            value={filled.source}
            autocomplete="off"
            maxLength={300}
            error={errorOf('source')}
          />
          <Button>{say('swapSave')}</Button>
        </Form>
      </Card>
      <Card title={say('years')}>
        <ul class="govuk-list">
          {rows.years
            .filter((one) => one.year >= thisYear)
            .map((one) => (
              <li key={one.year}>
                <b class="lt-num">{one.year}</b>: {say(`year.${one.status}`)} <span class="lt-muted">({one.source})</span>
              </li>
            ))}
        </ul>
      </Card>
      <Card title={say('calendar')}>
        <Table
          caption={say('calendar')}
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
