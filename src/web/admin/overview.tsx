import type { VNode } from 'preact'
import type { Doors } from '#platform/http'
import { type Alert, type Health, healthOf, openAlerts, type Setting, settingsOf } from '#platform/operator'
import { momentText } from '#platform/text'
import { Card, type OfficeFrame, ReadyList } from '../components/index.ts'
import { officeFrameOf } from '../office/frame.ts'
import type { Services } from '../services.ts'
import { Shell } from './shell.tsx'
import { switchNames, words } from './words.ts'

export function overviewRoutes(doors: Doors, services: Services): void {
  doors.get('/quan-tri', { may: 'operate' }, async (req, reply) => {
    const [frame, alerts, health, settings] = await Promise.all([
      officeFrameOf(req, services),
      openAlerts(req.ctx),
      healthOf(req.ctx),
      settingsOf(req.ctx, switchNames),
    ])
    const administers = req.who.actor.roles?.includes('administrator') === true
    return reply.page(OverviewPage({ frame, alerts, health, settings, administers }))
  })
}

type OverviewProps = { frame: OfficeFrame; alerts: readonly Alert[]; health: Health; settings: readonly Setting[]; administers: boolean }

/** What an operator must know in a minute, and the ways to everything else. */
function OverviewPage({ frame, alerts, health, settings, administers }: OverviewProps): VNode {
  const say = words(frame.lang)
  return (
    <Shell frame={frame} title={say('title')} top>
      <Card title={say('alerts')}>
        <ReadyList
          lines={[
            {
              ready: alerts.length === 0,
              children:
                alerts.length === 0 ? say('alertsNone') : <Way href="/quan-tri/su-co" text={say('alertsOpen', { count: alerts.length })} />,
            },
            { ready: health.jobs.oldestDueSeconds < slow, children: `${say('jobs')}: ${jobsText(frame, health)}` },
            { ready: health.unexported === 0 && health.checkpoint !== undefined, children: `${say('audit')}: ${auditText(frame, health)}` },
          ]}
        />
      </Card>
      <Card title={say('switches')}>
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
        <Card title={say('accounts')}>
          <p class="govuk-body">{say('accountsLead')}</p>
          <Way href="/quan-tri/can-bo" text={say('accounts')} />
        </Card>
      )}
      {administers && (
        <Card title={say('calendar')}>
          <Way href="/quan-tri/lich" text={say('calendar')} />
        </Card>
      )}
    </Shell>
  )
}

// /readyz calls the program not ready from this age of the oldest due job on.
const slow = 60

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

function auditText({ lang }: OfficeFrame, { checkpoint, unexported }: Health): string {
  const say = words(lang)
  if (checkpoint === undefined) return say('auditNone')
  const last = say('auditLast', { no: String(checkpoint.no), at: momentText(checkpoint.at), heads: checkpoint.heads })
  const out = checkpoint.exportedAt === null ? '' : ` ${say('auditExported', { at: momentText(checkpoint.exportedAt) })}`
  return `${last}.${out} ${unexported === 0 ? say('auditAllOut') : say('auditWaiting', { count: unexported })}`
}
