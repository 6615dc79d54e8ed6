import type { VNode } from 'preact'
import { Refusal } from '#platform/act'
import type { Doors, Reply, Req } from '#platform/http'
import { isId, newRandomKey } from '#platform/id'
import { type Alert, endAlert, openAlerts } from '#platform/operator'
import { momentText } from '#platform/text'
import { Button, Card, Form, type OfficeFrame, TextInput } from '../components/index.ts'
import { officeFrameOf } from '../office/frame.ts'
import type { Services } from '../services.ts'
import { asked, param, typedIn } from '../typed.ts'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

type Told = { done?: string; trouble?: string; missing?: string }

export function alertRoutes(doors: Doors, services: Services): void {
  const page = async (req: Req, told: Told = {}) =>
    AlertsPage({ frame: { ...(await officeFrameOf(req, services)), path: '/quan-tri/su-co' }, alerts: await openAlerts(req.ctx), told })
  doors.get('/quan-tri/su-co', { may: 'operate' }, async (req, reply) =>
    reply.page(await page(req, asked(req, 'xong') === '' ? {} : { done: words(req.lang)('alertEnded') })),
  )
  doors.post('/quan-tri/su-co/:id/xong', { may: 'operate', keyless: true }, async (req: Req, reply: Reply) => {
    const id = param(req, 'id')
    if (!isId(id)) throw new Refusal(404, 'no-such-page')
    try {
      await endAlert(req.ctx, id, typedIn(req).lines('note'))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const told = error.status === 422 ? { missing: id } : { trouble: words(req.lang)('alertGone') }
      return reply.code(error.status).page(await page(req, told))
    }
    return reply.redirect('/quan-tri/su-co?xong=1', 303)
  })
}

const kinds = ['job-failed', 'job-failing', 'file-refused'] as const

/** What failed and waits for somebody: what, when, with which codes, and the word with which it is closed. */
function AlertsPage({ frame, alerts, told }: { frame: OfficeFrame; alerts: readonly Alert[]; told: Told }): VNode {
  const say = words(frame.lang)
  const problems = told.missing === undefined ? [] : [{ field: `note-${told.missing}`, text: say('reasonMissing') }]
  return (
    <Shell frame={frame} title={say('alerts')} done={told.done} trouble={told.trouble} problems={problems}>
      {alerts.length === 0 && <p class="govuk-body">{say('alertsNone')}</p>}
      {alerts.map((alert) => (
        <Card key={alert.id} title={say(`alert.${kinds.find((one) => one === alert.kind) ?? 'other'}`)}>
          <p class="govuk-body lt-num">
            {momentText(alert.at)}
            <br />
            <span class="lt-muted lt-hash">{detailsOf(alert)}</span>
          </p>
          <Form action={`/quan-tri/su-co/${alert.id}/xong`} formKey={newRandomKey()}>
            <TextInput
              name="note"
              id={`note-${alert.id}`}
              label={say('alertNote')}
              autocomplete="off"
              maxLength={500}
              error={told.missing === alert.id ? say('reasonMissing') : undefined}
            />
            <Button kind="secondary">{say('alertEnd')}</Button>
          </Form>
        </Card>
      ))}
    </Shell>
  )
}

/** Codes and numbers, as they were written down. */
function detailsOf({ kind, params }: Alert): string {
  const parts = Object.entries(params).map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
  return [kind, ...parts].join(' · ')
}
