import type { VNode } from 'preact'
import { type Announcement, announcements, noteDecision, noteOpening, noteText } from '#modules/editing'
import { Refusal } from '#platform/act'
import type { Doors, Reply, Req } from '#platform/http'
import { isId, newRandomKey } from '#platform/id'
import { dateText, parseDate } from '#platform/text'
import {
  Button,
  Card,
  DateInput,
  datePartsIn,
  Empty,
  Form,
  type OfficeFrame,
  type Problem,
  Radios,
  Table,
  TextInput,
  writtenDate,
} from '../components/index.ts'
import { officeFrameOf } from '../office/frame.ts'
import type { Services } from '../services.ts'
import { asked, param, typedIn } from '../typed.ts'
import { base } from './links.ts'
import { EditorPage } from './shell.tsx'
import { words } from './words.ts'

const may = 'edit-procedures'
const path = `${base}/cong-bo-cong-khai`

/** Decisions that announce procedures: by when each must be made and opened to the public, and what is late. */
export function announceRoutes(doors: Doors, services: Services): void {
  doors.get(path, { may }, async (req, reply) => reply.page(await page(req, services, [])))
  doors.post(path, { may }, async (req, reply) => {
    const { line } = typedIn(req)
    const codes = line('codes')
      .split(/[\s,;]+/)
      .filter((one) => one !== '')
    const noted = await noteText(req.ctx, {
      level: line('level'),
      legalText: line('legalText'),
      effectiveOn: dayIn(req, 'effectiveOn'),
      codes,
    })
    return told(req, reply, services, noted)
  })
  doors.post(`${path}/:announcement/quyet-dinh`, { may }, async (req, reply) =>
    told(
      req,
      reply,
      services,
      await noteDecision(req.ctx, idIn(req), { number: typedIn(req).line('number'), on: dayIn(req, 'decidedOn') }),
    ),
  )
  doors.post(`${path}/:announcement/cong-khai`, { may }, async (req, reply) =>
    told(req, reply, services, await noteOpening(req.ctx, idIn(req), dayIn(req, 'openedOn'))),
  )
}

function idIn(req: Req) {
  const id = param(req, 'announcement')
  if (!isId(id)) throw new Refusal(404, 'no-such-page')
  return id
}

const dayIn = (req: Req, name: string): string =>
  parseDate(writtenDate(datePartsIn(req.body as Readonly<Record<string, unknown>>, name))) ?? ''

async function told(req: Req, reply: Reply, services: Services, noted: { ok: true } | { ok: false; problems: string[] }): Promise<unknown> {
  if (noted.ok) return reply.redirect(`${path}?xong=ghi`, 303)
  const say = words(req.lang)
  const known = ['level', 'legalText', 'effectiveOn', 'codes', 'number', 'decidedOn', 'openedOn', 'noted'] as const
  const problems = known.filter((one) => noted.problems.includes(one)).map((field) => ({ field, text: say(`announce.problem.${field}`) }))
  return reply.code(422).page(await page(req, services, problems))
}

async function page(req: Req, services: Services, problems: readonly Problem[]) {
  const [all, frame] = await Promise.all([announcements(req.ctx), officeFrameOf(req, services)])
  return AnnouncePage({ frame: { ...frame, path: base }, all, problems, done: asked(req, 'xong') !== '', typed: typedIn(req).line })
}

type PageProps = {
  frame: OfficeFrame
  all: readonly Announcement[]
  problems: readonly Problem[]
  done: boolean
  typed: (name: string) => string
}

function AnnouncePage({ frame, all, problems, done, typed }: PageProps): VNode {
  const say = words(frame.lang)
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.text
  const columns = [say('legalText'), say('decision'), say('opening')].map((label) => ({ label }))
  const levels = (['province', 'ministry'] as const).map((value) => ({ value, label: say(`level.${value}`) }))
  return (
    <EditorPage
      frame={frame}
      title={say('announcements')}
      lead={say('announceLead')}
      problems={problems}
      done={done ? say('saved') : undefined}
    >
      <Card title={say('toDo')}>
        {all.length === 0 ? (
          <Empty>{say('noAnnouncements')}</Empty>
        ) : (
          <Table caption={say('announcements')} columns={columns} rows={all.map((one) => rowOf(one, frame))} />
        )}
      </Card>
      <Card title={say('newText')}>
        <div class="lt-narrow">
          <Form action={path} formKey={newRandomKey()}>
            <TextInput
              name="legalText"
              label={say('legalText')}
              hint={say('legalTextHint')}
              value={typed('legalText')}
              autocomplete="off"
              error={errorOf('legalText')}
              maxLength={300}
            />
            <DateInput name="effectiveOn" label={say('effectiveOn')} error={errorOf('effectiveOn')} />
            <Radios name="level" label={say('whoDecides')} options={levels} value={typed('level')} error={errorOf('level')} />
            <TextInput
              name="codes"
              label={say('codes')}
              hint={say('codesHint')}
              value={typed('codes')}
              autocomplete="off"
              error={errorOf('codes')}
              maxLength={2000}
            />
            <Button>{say('note')}</Button>
          </Form>
        </div>
      </Card>
    </EditorPage>
  )
}

/** What is done stands with its day; what is not, with the day by which it must be and the box to note it. */
function rowOf(one: Announcement, frame: OfficeFrame) {
  const say = words(frame.lang)
  const late = (which: 'decision' | 'opening') => one.late === which && <b> {say('isLate')}</b>
  return [
    <>
      {one.legalText}
      <br />
      <span class="lt-muted">{say('effectiveFrom', { day: dateText(one.effectiveOn), codes: one.codes.join(', ') })}</span>
      {one.unverified && <span class="lt-muted"> {say('termUnverified')}</span>}
    </>,
    <>
      {say('by', { day: dateText(one.decideBy) })}
      {late('decision')}
      {one.decision !== undefined ? (
        <p>{say('decided', { number: one.decision.number, day: dateText(one.decision.on) })}</p>
      ) : (
        <DecisionForm id={one.id} lang={frame.lang} />
      )}
    </>,
    one.openBy === undefined ? (
      <span class="lt-muted">{say('afterDecision')}</span>
    ) : (
      <>
        {say('by', { day: dateText(one.openBy) })}
        {late('opening')}
        {one.openedOn !== undefined ? (
          <p>{say('opened', { day: dateText(one.openedOn) })}</p>
        ) : (
          <OpeningForm id={one.id} lang={frame.lang} />
        )}
      </>
    ),
  ]
}

function DecisionForm({ id, lang }: { id: string; lang: OfficeFrame['lang'] }) {
  const say = words(lang)
  return (
    <Form action={`${path}/${id}/quyet-dinh`} formKey={newRandomKey()}>
      <TextInput name="number" id={`number-${id}`} label={say('decisionNumber')} autocomplete="off" maxLength={80} />
      <DateInput name="decidedOn" id={`decided-${id}`} label={say('decidedOn')} />
      <Button kind="secondary">{say('note')}</Button>
    </Form>
  )
}

function OpeningForm({ id, lang }: { id: string; lang: OfficeFrame['lang'] }) {
  const say = words(lang)
  return (
    <Form action={`${path}/${id}/cong-khai`} formKey={newRandomKey()}>
      <DateInput name="openedOn" id={`opened-${id}`} label={say('openedOn')} />
      <Button kind="secondary">{say('note')}</Button>
    </Form>
  )
}
