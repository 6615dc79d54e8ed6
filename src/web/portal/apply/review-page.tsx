import { comparedWithPapers, type Draft } from '#modules/dossiers'
import {
  type Section as AnswerSection,
  type Comparison,
  checkYourAnswers,
  componentsFor,
  type Evidence,
  feesFor,
  type Naming,
  type PaperNeeded,
  valueText,
} from '#modules/procedures'
import type { Instant } from '#platform/clock'
import { newRandomKey } from '#platform/id'
import { appointmentText } from '#platform/text'
import {
  Button,
  ErrorSummary,
  FeeLines,
  Form,
  type Frame,
  Notice,
  Page,
  Progress,
  Row,
  Rows,
  SummaryList,
  Title,
  type Problem as Told,
} from '../../components/index.ts'
import { feeRows } from '../../fees.ts'
import { KnownGroups } from '../known-group.tsx'
import { shortSource } from '../sources.ts'
import { FormChanged } from './form-changed.tsx'
import { beforePage, pageHref, reviewPage, walkOf } from './walk.ts'
import { words } from './words.ts'

export type ReviewProps = {
  frame: Frame
  draft: Draft
  now: Instant
  naming: Naming
  unitName: string
  /** The communes that the answers make competent, where the chosen one is not among them. */
  competent: readonly string[]
  evidence: Evidence
  /** When the result would be there if it were accepted now. */
  dueAt: Instant | null
  formKey: string
  problems: readonly Told[]
}

/** Everything once more before it leaves: each answer with where it comes from, what is handed in, what it costs, when it is done. */
export function ReviewPage(props: ReviewProps) {
  const { frame, draft, now, naming, problems, formKey, dueAt } = props
  const say = words(frame.lang)
  const steps = walkOf(draft, now).length + 1
  return (
    <Page {...frame} title={say('review')} form unlisted problems={problems.length} back={{ href: beforePage(draft, reviewPage, now) }}>
      <ErrorSummary problems={problems} />
      <Progress form={draft.procedure.name[frame.lang]} step={steps} steps={steps} />
      <Title lead={say('reviewLead')}>{say('review')}</Title>
      <FormChanged draft={draft} lang={frame.lang} now={now} />
      <Differences {...props} />
      <Competence {...props} />
      {checkYourAnswers(draft.procedure, draft.answers, { now, known: draft.known, naming }).map((section) => (
        <Answers key={section.id} section={section} {...props} />
      ))}
      <Papers {...props} />
      <Money {...props} />
      {(dueAt !== null || draft.procedure.resolvedWithin.unit === 'asked') && (
        <section class="lt-section">
          <h2 class="govuk-heading-m">{say('resultWhen')}</h2>
          <p class="govuk-body">{dueAt === null ? say('dayIsSaid') : say('ifFiledNow', { due: appointmentText(dueAt, frame.lang) })}</p>
        </section>
      )}
      <Form action={pageHref(draft.id, reviewPage)} formKey={formKey}>
        <Button full>{say('submit')}</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={pageHref(draft.id, 'bo')}>
          {say('throwAway')}
        </a>
      </p>
    </Page>
  )
}

function Competence({ frame, draft, unitName, competent }: ReviewProps) {
  const say = words(frame.lang)
  return (
    <>
      <SummaryList rows={[{ key: say('handledBy'), value: unitName, change: { href: pageHref(draft.id, 'noi-nop') } }]} />
      {competent.length > 0 && (
        <Notice>
          <p>{say('elsewhere', { communes: competent.join(', '), chosen: unitName })}</p>
        </Notice>
      )}
    </>
  )
}

/** What a paper says otherwise than the answers; the citizen decides, and the desk sees both. */
function Differences({ frame, draft, now, naming }: ReviewProps) {
  const say = words(frame.lang)
  const differing = comparedWithPapers(draft, now).filter((one) => !one.same)
  if (differing.length === 0) return null
  const shown = (one: Comparison, answer: Comparison['found']) => {
    const field = draft.procedure.fields[one.field]
    return field === undefined ? '' : valueText(field, answer, naming)
  }
  return (
    <Notice>
      <p>
        <b>{say('lookAgain')}</b>
      </p>
      {differing.map((one) => (
        <p key={one.field}>
          {say('differs', {
            label: draft.procedure.fields[one.field]?.label[frame.lang] ?? one.field,
            found: shown(one, one.found),
            answered: shown(one, one.answered),
          })}
        </p>
      ))}
    </Notice>
  )
}

function Answers({ section, frame, draft, now }: ReviewProps & { section: AnswerSection }) {
  const say = words(frame.lang)
  const known = section.rows.flatMap(({ field, label, value, source }) => (source === undefined ? [] : [{ field, label, value, source }]))
  const own = section.rows.filter(({ source }) => source === undefined)
  return (
    <section class="lt-section">
      <h2 class="govuk-heading-m">{section.title}</h2>
      {own.length > 0 && (
        <SummaryList
          rows={own.map((row) => ({
            key: row.label,
            value: row.value,
            change: { href: `${pageHref(draft.id, row.page)}?ve=${reviewPage}#${row.field}` },
          }))}
        />
      )}
      {known.length > 0 && (
        <Form action={`/ho-so-nhap/${draft.id}/sai`} formKey={newRandomKey()}>
          <KnownGroups rows={known} now={now} lang={frame.lang} wrong={{ name: 'o', say: say('wrong') }} />
        </Form>
      )}
    </section>
  )
}

function Papers({ frame, draft, now, evidence }: ReviewProps) {
  const say = words(frame.lang)
  const { procedure, answers, known } = draft
  const papers = componentsFor(procedure, answers, { now, known, evidence })
  return (
    <section class="lt-section">
      <h2 class="govuk-heading-m">{say('papers')}</h2>
      <Rows>
        {papers.map((paper) => (
          <Row key={paper.component.id} icon={iconOf(paper)} title={paper.component.name[frame.lang]} {...toneOf(paper)}>
            {paper.component.field === undefined && paper.component.note && <p class="lt-muted">{paper.component.note[frame.lang]}</p>}
            <p class="lt-muted">{standingText(paper, frame)}</p>
          </Row>
        ))}
      </Rows>
    </section>
  )
}

const fromData = new Set<PaperNeeded['standing']>(['data', 'lookedUp'])

function iconOf({ standing }: PaperNeeded) {
  return fromData.has(standing) ? 'data' : 'paper'
}

function toneOf({ standing }: PaperNeeded) {
  return fromData.has(standing) ? ({ tone: standing === 'data' ? 'data' : 'asked' } as const) : {}
}

function standingText({ standing, substitute }: PaperNeeded, { lang }: Frame): string {
  const say = words(lang)
  if (standing === 'data' || standing === 'lookedUp')
    return say(`paper.${standing}`, { source: substitute === undefined ? '' : shortSource(substitute.from, lang) })
  return say(`paper.${standing}`)
}

function Money({ frame, draft, now }: ReviewProps) {
  const say = words(frame.lang)
  return (
    <section class="lt-section">
      <h2 class="govuk-heading-m">{say('money')}</h2>
      <FeeLines {...feeRows(feesFor(draft.procedure, draft.answers, now), frame.lang)} />
    </section>
  )
}
