import { shortUnitName } from '#modules/directory'
import { termText } from '#modules/dossiers'
import { type Instant, localDate } from '#platform/clock'
import { appointmentText, momentText } from '#platform/text'
import { type Frame, LinkButton, links, Notice, Page, Section, Title } from '../../components/index.ts'
import type { Seen } from './gather.ts'
import { words } from './words.ts'

export type DoneProps = { frame: Frame; seen: Seen; qr: string; dueAt: Instant | null }

/** Right after filing: the number, the receipt, and what happens next and when. */
export function DonePage({ frame, seen, qr, dueAt }: DoneProps) {
  const { found, lang, directory, now } = seen
  const say = words(lang)
  const unit = directory.centreOf(found.unit) ?? directory.getUnit(found.unit)
  const by = found.desks.find((one) => one.part === 'lead')?.dueAt
  const draft = Object.values(found.procedure.steps).find((step) => step.by === 'applicant')?.within
  return (
    <Page {...frame} title={say('doneTitle')} form unlisted>
      <Notice kind="done" announced>
        <p>{say('doneAt', { at: momentText(found.submittedAt) })}</p>
      </Notice>
      <Title lead={found.procedure.name[lang]}>{say('doneTitle')}</Title>
      <p class="govuk-body">
        {say('dossierNumber')}
        <br />
        <b class="lt-due lt-num">{found.code}</b>
      </p>
      <p class="govuk-body">
        <LinkButton href={`${links.dossiers}/${found.code}/giay-tiep-nhan`} icon="download" download>
          {say('receipt')}
        </LinkButton>
      </p>
      <div class="lt-qr">
        <img src={`data:image/svg+xml;base64,${Buffer.from(qr).toString('base64')}`} alt={say('qr')} width="148" height="148" />
        <p class="govuk-body lt-muted">{say('qrText')}</p>
      </div>
      <Section title={say('whatNext')}>
        <ol class="govuk-list govuk-list--number">
          {by && <li>{say('next.receive', { unit: shortUnitName(unit, localDate(now)), at: appointmentText(by, lang) })}</li>}
          {draft && <li>{say('next.draft', { within: termText(draft, lang) })}</li>}
          {dueAt !== null && <li>{say('next.result', { due: appointmentText(dueAt, lang) })}</li>}
          <li>{say('next.notice')}</li>
        </ol>
        <p class="govuk-body">
          <a class="govuk-link" href={`${links.dossiers}/${found.code}`}>
            {say('seeDossier')}
          </a>
        </p>
      </Section>
    </Page>
  )
}
