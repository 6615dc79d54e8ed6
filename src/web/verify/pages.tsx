import type { IssuedPaper, PaperVerdict } from '#modules/dossiers'
import { localDate } from '#platform/clock'
import { newRandomKey } from '#platform/id'
import { dateText, momentText, timeText } from '#platform/text'
import {
  Button,
  Checks,
  ErrorSummary,
  FileUpload,
  Form,
  type Frame,
  LinkButton,
  links,
  Notice,
  Page,
  Section,
  SummaryList,
  Title,
  Verdict,
} from '../components/index.ts'
import { shown } from './shown.ts'
import { words } from './words.ts'

const field = 'tep'

/** Where a file is chosen. `problem` says why the last one could not be checked. */
export function AskPage({ frame, problem }: { frame: Frame; problem?: string }) {
  const say = words(frame.lang)
  return (
    <Page {...frame} title={say('title')} problems={problem === undefined ? 0 : 1}>
      <div class="lt-narrow">
        <ErrorSummary problems={problem === undefined ? [] : [{ field, text: problem }]} />
        <Title lead={say('lead')}>{say('title')}</Title>
        <Form action={links.verify} formKey={newRandomKey()} files>
          <FileUpload name={field} label={say('file')} hint={say('fileHint')} error={problem} accept="application/pdf,.pdf" />
          <Button icon="search">{say('check')}</Button>
        </Form>
        <p class="govuk-body lt-muted">{say('notKept')}</p>
        <Section title={say('onPaper')}>
          <p class="govuk-body">{say('onPaperHow')}</p>
        </Section>
      </div>
    </Page>
  )
}

export type VerdictPageProps = { frame: Frame; verdict: PaperVerdict; file: string; at: string; report: string }

/** The answer: the sentence, the reasons, what to do. `report` is the sealed verdict from which its minutes are set. */
export function VerdictPage({ frame, verdict, file, at, report }: VerdictPageProps) {
  const say = words(frame.lang)
  const { kind, title, says, checks } = shown(verdict, frame.lang)
  const about = say('about', { file, time: timeText(at), date: dateText(localDate(at)) })
  return (
    <Page {...frame} title={title} back={{ href: links.verify, label: say('another') }} unlisted>
      <div class="lt-narrow">
        <Verdict kind={kind} title={title} about={about}>
          {says}
        </Verdict>
        {checks.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{say(kind === 'good' ? 'checked' : 'why')}</h2>
            <Checks checks={checks} />
          </>
        )}
        {kind === 'bad' && <Advice frame={frame} verdict={verdict} />}
        <Form action={`${links.verify}/bien-ban`} formKey={newRandomKey()}>
          <input type="hidden" name="ket-qua" value={report} />
          <Button kind="secondary" icon="download">
            {say('report')}
          </Button>
        </Form>
        <p class="govuk-body lt-muted">{say('notKept')}</p>
      </div>
    </Page>
  )
}

function Advice({ frame, verdict: { office } }: { frame: Frame; verdict: PaperVerdict }) {
  const say = words(frame.lang)
  return (
    <Notice icon="info">
      <p>
        {say('fromOthers')}
        {office !== undefined && say('orTell', { unit: office.name })}
        {office?.phone !== undefined && <> ({say('phone', { phone: office.phone })})</>}.
      </p>
    </Notice>
  )
}

/** Somebody came by the QR code on a print: what was issued, to compare. */
export function KeyPage({ frame, issued }: { frame: Frame; issued: readonly IssuedPaper[] }) {
  const say = words(frame.lang)
  const isNothing = issued.length === 0
  const title = say(isNothing ? 'keyNothing' : 'keyVerdict')
  return (
    <Page {...frame} title={title} back={{ href: links.verify, label: say('another') }} unlisted>
      <div class="lt-narrow">
        <Verdict kind="unsure" title={title}>
          {say(isNothing ? 'keyNothingSays' : 'keySays')}
        </Verdict>
        {!isNothing && <h2 class="govuk-heading-m">{say('keyTitle')}</h2>}
        {issued.map((paper) => (
          <SummaryList key={`${paper.issuedAt} ${paper.number}`} rows={linesOf(paper, frame)} />
        ))}
        <LinkButton kind="secondary" href={links.verify}>
          {say('checkFile')}
        </LinkButton>
      </div>
    </Page>
  )
}

function linesOf(issued: IssuedPaper, { lang }: Frame) {
  const say = words(lang)
  const signer = [issued.signer, issued.post, issued.signedAt && momentText(issued.signedAt)].filter(Boolean).join(', ')
  return [
    { key: say('paper'), value: issued.name[lang] },
    ...(issued.number === null ? [] : [{ key: say('number'), value: issued.number }]),
    { key: say('office'), value: issued.unit },
    ...(signer === '' ? [] : [{ key: say('signedBy'), value: signer }]),
    { key: say('issuedAt'), value: momentText(issued.issuedAt) },
  ]
}
