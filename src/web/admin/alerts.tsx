import type { VNode } from 'preact'
import { namesOf } from '#modules/identity'
import { Refusal } from '#platform/act'
import type { Doors, Reply, Req } from '#platform/http'
import { isId, newRandomKey } from '#platform/id'
import { type Alert, type EndedAlert, endAlert, endedAlerts, jobBehind, openAlerts } from '#platform/operator'
import { momentText } from '#platform/text'
import { Button, Buttons, Card, Empty, Form, type OfficeFrame, Table, TextInput } from '../components/index.ts'
import { officeFrameOf } from '../office/frame.ts'
import type { Services } from '../services.ts'
import { asked, param, typedIn } from '../typed.ts'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

type Told = { done?: string; trouble?: string; missing?: string }

const path = '/quan-tri/su-co'
const shownEnded = 20

export function alertRoutes(doors: Doors, services: Services): void {
  doors.get(path, { may: 'operate' }, async (req, reply) =>
    reply.page(await alertsPage(req, services, asked(req, 'xong') === '' ? {} : { done: words(req.lang)('alertEnded') })),
  )
  doors.post(`${path}/:id/xong`, { may: 'operate' }, async (req: Req, reply: Reply) => {
    const id = param(req, 'id')
    if (!isId(id)) throw new Refusal(404, 'no-such-page')
    const typed = typedIn(req)
    try {
      await endAlert(req.ctx, id, typed.lines('note'), typed.raw('again') !== '')
    } catch (error) {
      if (!(error instanceof Refusal) || (error.status !== 422 && error.status !== 409)) throw error
      const told = error.status === 422 ? { missing: id } : { trouble: words(req.lang)('alertGone') }
      return reply.code(error.status).page(await alertsPage(req, services, told))
    }
    services.nudge()
    return reply.redirect(`${path}?xong=1`, 303)
  })
}

async function alertsPage(req: Req, services: Services, told: Told) {
  const [frame, alerts, ended] = await Promise.all([officeFrameOf(req, services), openAlerts(req.ctx), endedAlerts(req.ctx, shownEnded)])
  const names = await namesOf(req.ctx, [...new Set(ended.map((one) => one.endedBy))])
  return AlertsPage({ frame: { ...frame, path }, alerts, ended, names, told })
}

const kinds = ['job-failed', 'job-failing', 'file-refused', 'checkpoint-unstamped'] as const

function kindOf({ kind }: Alert, lang: OfficeFrame['lang']): string {
  return words(lang)(`alert.${kinds.find((one) => one === kind) ?? 'other'}`)
}

type AlertsProps = {
  frame: OfficeFrame
  alerts: readonly Alert[]
  ended: readonly EndedAlert[]
  names: ReadonlyMap<string, string>
  told: Told
}

/** What failed and waits for somebody: what, when, with which codes, and the word with which it is closed. */
function AlertsPage({ frame, alerts, ended, names, told }: AlertsProps): VNode {
  const say = words(frame.lang)
  const problems = told.missing === undefined ? [] : [{ field: `note-${told.missing}`, text: say('noteMissing') }]
  return (
    <Shell frame={frame} title={say('alerts')} lead={say('alertsLead')} done={told.done} trouble={told.trouble} problems={problems}>
      {alerts.length === 0 && <Empty>{say('alertsNone')}</Empty>}
      {alerts.map((alert) => (
        <OpenAlert key={alert.id} alert={alert} lang={frame.lang} isMissing={told.missing === alert.id} />
      ))}
      {ended.length > 0 && <Ended ended={ended} names={names} lang={frame.lang} />}
    </Shell>
  )
}

function OpenAlert({ alert, lang, isMissing }: { alert: Alert; lang: OfficeFrame['lang']; isMissing: boolean }) {
  const say = words(lang)
  return (
    <Card title={kindOf(alert, lang)}>
      <p class="govuk-body lt-num">
        {momentText(alert.at)}
        <br />
        <span class="lt-muted lt-hash">{detailsOf(alert)}</span>
      </p>
      <Form action={`${path}/${alert.id}/xong`} formKey={newRandomKey()}>
        <TextInput
          name="note"
          id={`note-${alert.id}`}
          label={say('alertNote')}
          autocomplete="off"
          maxLength={500}
          error={isMissing ? say('noteMissing') : undefined}
        />
        <Buttons>
          <Button kind="secondary">{say('alertEnd')}</Button>
          {jobBehind(alert) !== undefined && (
            <Button kind="secondary" name="again" value="1">
              {say('alertAgain')}
            </Button>
          )}
        </Buttons>
      </Form>
    </Card>
  )
}

function Ended({ ended, names, lang }: Pick<AlertsProps, 'ended' | 'names'> & { lang: OfficeFrame['lang'] }) {
  const say = words(lang)
  const columns = [say('alertWhat'), say('alertNote'), say('who'), say('alertAt')].map((label) => ({ label }))
  const rows = ended.map((one) => [
    kindOf(one, lang),
    one.note,
    names.get(one.endedBy) ?? '–',
    <span class="lt-num">{momentText(one.endedAt)}</span>,
  ])
  return (
    <Card title={say('alertsEnded')}>
      <Table caption={say('alertsEnded')} columns={columns} rows={rows} />
    </Card>
  )
}

/** Codes as they are: whoever looks here reads them to a technician. */
function detailsOf({ params }: Alert): string {
  return Object.entries(params)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(' · ')
}
