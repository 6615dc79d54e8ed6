import type { VNode } from 'preact'
import { checkpointEveryMs } from '#platform/audit'
import type { Doors } from '#platform/http'
import { type Alert, type Health, healthOf, openAlerts, type Setting, settingsOf } from '#platform/operator'
import { momentText, numberText, sizeText } from '#platform/text'
import { Card, type OfficeFrame, ReadyList } from '../components/index.ts'
import { officeFrameOf } from '../office/frame.ts'
import { portalNotice, wordsOfNotice } from '../portal-notice.ts'
import type { Services } from '../services.ts'
import { Shell } from './shell.tsx'
import { switchNames, words } from './words.ts'

export function overviewRoutes(doors: Doors, services: Services): void {
  doors.get('/quan-tri', { may: 'operate' }, async (req, reply) => {
    const [frame, alerts, health, settings] = await Promise.all([
      officeFrameOf(req, services),
      openAlerts(req.ctx),
      healthOf(req.ctx),
      settingsOf(req.ctx, [...switchNames, portalNotice]),
    ])
    const administers = req.who.actor.roles?.includes('administrator') === true
    return reply.page(OverviewPage({ frame, alerts, health, settings, administers }))
  })
}

type OverviewProps = { frame: OfficeFrame; alerts: readonly Alert[]; health: Health; settings: readonly Setting[]; administers: boolean }

/** What an operator must know in a minute, and the ways to everything else. */
function OverviewPage({ frame, alerts, health, settings, administers }: OverviewProps): VNode {
  const say = words(frame.lang)
  const told = settings.find((one) => one.name === portalNotice)
  const notice = told === undefined ? undefined : wordsOfNotice(told)
  return (
    <Shell frame={frame} title={say('title')} top>
      <Card title={say('now')}>
        <ReadyList
          lines={[
            {
              ready: alerts.length === 0,
              children:
                alerts.length === 0 ? say('alertsNone') : <Way href="/quan-tri/su-co" text={say('alertsOpen', { count: alerts.length })} />,
            },
            { ready: health.jobs.oldestDueSeconds < slow, children: `${say('jobs')}: ${jobsText(frame, health)}` },
            {
              ready: health.unexported === 0 && health.openTailSeconds < longTail,
              children: `${say('audit')}: ${auditText(frame, health)}`,
            },
            { ready: true, children: `${say('storage')}: ${storageText(frame, health)}` },
          ]}
        />
      </Card>
      <Card title={say('switches')}>
        <p class="govuk-body">
          {say('switch.portal-notice')}: <b>{notice?.[frame.lang] ?? say('off')}</b>
        </p>
        {switchNames.map((name) => {
          const newest = settings.find((one) => one.name === name)
          return (
            <p class="govuk-body" key={name}>
              {say(`switch.${name}`)}: <b>{newest?.value === 'on' ? say('on') : say('off')}</b>{' '}
              {newest !== undefined && <span class="lt-muted lt-num">({momentText(newest.from)})</span>}
            </p>
          )
        })}
        {administers && <Way href="/quan-tri/cong-tac" text={say('set')} />}
      </Card>
      {administers && (
        <Card title={say('manage')}>
          <ul class="govuk-list govuk-list--spaced">
            {ways.map(([href, name, lead]) => (
              <li key={href}>
                <Way href={href} text={say(name)} />
                <br />
                <span class="lt-muted">{say(lead)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Shell>
  )
}

const ways = [
  ['/quan-tri/can-bo', 'accounts', 'accountsLead'],
  ['/quan-tri/nguoi-thay', 'substitutes', 'substitutesLead'],
  ['/quan-tri/lich', 'calendar', 'calendarLead'],
  ['/quan-tri/danh-muc', 'catalogue', 'catalogueLead'],
  ['/quan-tri/thu-tuc-thong-ke', 'figures', 'figuresLead'],
] as const

// /readyz calls the program not ready from this age of the oldest due job on.
const slow = 60
// Three checkpoints in a row are missing by then.
const longTail = (3 * checkpointEveryMs) / 1000

function Way({ href, text }: { href: string; text: string }) {
  return (
    <a class="govuk-link govuk-link--no-visited-state" href={href}>
      {text}
    </a>
  )
}

function jobsText({ lang }: OfficeFrame, { jobs }: Health): string {
  const say = words(lang)
  const due = say('jobsDue', { due: jobs.due, seconds: jobs.oldestDueSeconds })
  return jobs.failed === 0 ? due : `${due}; ${say('jobsFailed', { count: jobs.failed })}`
}

function auditText({ lang }: OfficeFrame, { checkpoint, unexported, openTailSeconds }: Health): string {
  const say = words(lang)
  if (checkpoint === undefined) return `${say('auditNone')} ${say('auditTail', { seconds: openTailSeconds })}`
  const last = say('auditLast', { no: String(checkpoint.no), at: momentText(checkpoint.at), heads: checkpoint.heads })
  const out = checkpoint.exportedAt === null ? '' : ` ${say('auditExported', { at: momentText(checkpoint.exportedAt) })}`
  const outside = unexported === 0 ? say('auditAllOut') : say('auditWaiting', { count: unexported })
  return `${last}.${out} ${outside} ${say('auditTail', { seconds: openTailSeconds })}`
}

function storageText({ lang }: OfficeFrame, { storage }: Health): string {
  const { database, files, bytes } = storage
  return words(lang)('storageText', { database: sizeText(Number(database)), files: numberText(files), bytes: sizeText(Number(bytes)) })
}
