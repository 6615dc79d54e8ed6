import type { VNode } from 'preact'
import { type Front, type FrontRow, frontsSet, setFront } from '#modules/finding'
import { namesOf } from '#modules/identity'
import { type Listed, listInForce } from '#modules/procedures'
import { localDate } from '#platform/clock'
import type { Doors, Reply, Req } from '#platform/http'
import { type Id, newRandomKey } from '#platform/id'
import { dateText, parseDate } from '#platform/text'
import {
  Button,
  Card,
  DateInput,
  type DateParts,
  Form,
  type OfficeFrame,
  type Problem,
  Radios,
  Select,
  Table,
  Textarea,
  writtenDate,
} from '../components/index.ts'
import { officeFrameOf } from '../office/frame.ts'
import type { Services } from '../services.ts'
import { asked, typedIn } from '../typed.ts'
import { words } from './fronts-words.ts'
import { Shell } from './shell.tsx'

const path = '/quan-tri/noi-nop'
const everyOne = 'moi'
const frontNames: readonly Front[] = ['own', 'national-portal']

type Filled = { code: string; front: string; reason: string; from: DateParts; problems: readonly Problem[] }

export function frontRoutes(doors: Doors, services: Services): void {
  doors.get(path, { may: 'keep-catalogue' }, async (req, reply) => reply.page(await frontsPage(req, services, emptyOn(req.ctx.now))))
  doors.post(path, { may: 'keep-catalogue' }, (req, reply) => keep(req, reply, services))
}

function emptyOn(now: string): Filled {
  const [year = '', month = '', day = ''] = localDate(now).split('-')
  return { code: '', front: '', reason: '', from: { day: String(Number(day)), month: String(Number(month)), year }, problems: [] }
}

async function keep(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const typed = typedIn(req)
  const say = words(req.lang)
  const [day, month, year] = ['from-day', 'from-month', 'from-year'].map((name) => typed.line(name))
  const from: DateParts = { day: day ?? '', month: month ?? '', year: year ?? '' }
  const on = parseDate(writtenDate(from))
  const listed = await listInForce(req.ctx, localDate(req.ctx.now))
  const [code, reason] = [typed.line('code'), typed.lines('reason')]
  const front = frontNames.find((one) => one === typed.raw('front'))
  const isKnown = code === everyOne || listed.some((one) => one.code === code)
  const problems: Problem[] = [
    ...(isKnown ? [] : [{ field: 'code', text: say('problem.procedure') }]),
    ...(front === undefined ? [{ field: 'front', text: say('problem.front') }] : []),
    ...(on === null || on < localDate(req.ctx.now) ? [{ field: 'from', text: say('problem.from') }] : []),
    ...(reason.length < 3 ? [{ field: 'reason', text: say('problem.reason') }] : []),
  ]
  if (problems.length > 0 || front === undefined || on === null) {
    return reply.code(422).page(await frontsPage(req, services, { code, front: front ?? '', reason, from, problems }))
  }
  await setFront(req.ctx, { code: code === everyOne ? null : code, front, reason: reason.slice(0, 1_000), from: on })
  return reply.redirect(`${path}?xong=1`, 303)
}

async function frontsPage(req: Req, services: Services, filled: Filled): Promise<VNode> {
  const [frame, rows, listed] = await Promise.all([
    officeFrameOf(req, services),
    frontsSet(req.ctx),
    listInForce(req.ctx, localDate(req.ctx.now)),
  ])
  const names = await namesOf(req.ctx, [...new Set(rows.map((one) => one.setBy))])
  return FrontsPage({ frame: { ...frame, path }, rows, listed, names, filled, done: asked(req, 'xong') !== '', sample: services.sample })
}

type FrontsProps = {
  frame: OfficeFrame
  rows: readonly FrontRow[]
  listed: readonly Listed[]
  names: ReadonlyMap<Id, string>
  filled: Filled
  done: boolean
  sample: boolean
}

/** Whoever keeps the catalogue: at whose front a procedure is filed, from when on, and why. */
function FrontsPage(props: FrontsProps): VNode {
  const { frame, rows, listed, names, filled, done, sample } = props
  const say = words(frame.lang)
  const nameOf = (code: string | null) =>
    code === null ? say('every') : `${listed.find((one) => one.code === code)?.name[frame.lang] ?? ''} (${code})`
  return (
    <Shell frame={frame} title={say('title')} lead={say('lead')} done={done ? say('done') : undefined} problems={filled.problems}>
      <Card title={say('set')}>
        <FrontForm {...props} />
      </Card>
      <Card title={say('rows')}>
        <p class="govuk-body">{say('usually', { front: say(sample ? 'front.own' : 'front.national-portal') })}</p>
        {rows.length === 0 ? (
          <p class="govuk-body">{say('none')}</p>
        ) : (
          <Table
            caption={say('rows')}
            columns={[say('procedure'), say('front'), say('from'), say('reason'), say('by')].map((label) => ({ label }))}
            rows={rows.map((one) => [
              nameOf(one.code),
              say(`front.${one.front}`),
              <span class="lt-num">{dateText(one.from)}</span>,
              one.reason,
              names.get(one.setBy) ?? '',
            ])}
          />
        )}
      </Card>
    </Shell>
  )
}

function FrontForm({ frame, listed, filled }: FrontsProps) {
  const say = words(frame.lang)
  const errorOf = (field: string) => filled.problems.find((one) => one.field === field)?.text
  const options = [
    { value: everyOne, label: say('every') },
    ...listed.map(({ code, name }) => ({ value: code, label: `${name[frame.lang]} (${code})` })),
  ]
  return (
    <Form action={path} formKey={newRandomKey()}>
      <Select name="code" label={say('procedure')} options={options} value={filled.code} error={errorOf('code')} />
      <Radios
        name="front"
        label={say('front')}
        options={frontNames.map((one) => ({ value: one, label: say(`front.${one}`) }))}
        value={filled.front}
        error={errorOf('front')}
      />
      <DateInput name="from" label={say('from')} value={filled.from} error={errorOf('from')} />
      <Textarea name="reason" label={say('reason')} hint={say('reasonHint')} value={filled.reason} error={errorOf('reason')} rows={3} />
      <Button>{say('save')}</Button>
    </Form>
  )
}
