import { comparedWithPapers, type Draft } from '#modules/dossiers'
import {
  type Row as AnswerRow,
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
import { appointmentText, moneyText } from '#platform/text'
import {
  Button,
  ErrorSummary,
  Form,
  type Frame,
  Notice,
  Page,
  Progress,
  Row,
  Rows,
  Source,
  SummaryList,
  Title,
  type Problem as Told,
} from '../../components/index.ts'
import { shortSource, sourceText } from '../sources.ts'
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
      <Differences {...props} />
      <Competence {...props} />
      {checkYourAnswers(draft.procedure, draft.answers, { now, known: draft.known, naming }).map((section) => (
        <Answers key={section.id} section={section} {...props} />
      ))}
      <Papers {...props} />
      <Money {...props} />
      {dueAt !== null && (
        <section class="lt-section">
          <h2 class="govuk-heading-m">{say('resultWhen')}</h2>
          <p class="govuk-body">{say('ifFiledNow', { due: appointmentText(dueAt, frame.lang) })}</p>
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

function Answers({ section, ...props }: ReviewProps & { section: AnswerSection }) {
  const { frame, draft } = props
  return (
    <section class="lt-section">
      <h2 class="govuk-heading-m">{section.title}</h2>
      <SummaryList
        rows={section.rows.map((row) => ({
          key: row.label,
          value: row.value,
          source: <From row={row} {...props} />,
          change: row.source === undefined ? { href: `${pageHref(draft.id, row.page)}?ve=${reviewPage}#${row.field}` } : undefined,
        }))}
      />
      {section.rows.some((row) => row.source !== undefined) && <WrongForm section={section} frame={frame} draft={draft} />}
    </section>
  )
}

function From({ row, frame, now }: ReviewProps & { row: AnswerRow }) {
  if (row.source === undefined) return null
  return (
    <Source from="data" state="match">
      {sourceText(row.source, now, frame.lang)}
    </Source>
  )
}

/** One tap says that a source is wrong, and opens the answer for typing. */
function WrongForm({ section, frame, draft }: { section: AnswerSection; frame: Frame; draft: Draft }) {
  const say = words(frame.lang)
  return (
    <Form action={`/ho-so-nhap/${draft.id}/sai`} formKey={newRandomKey()}>
      <p class="lt-wrong">
        {section.rows.map((row) =>
          row.source === undefined ? null : (
            <button key={row.field} class="lt-text-button" type="submit" name="o" value={row.field}>
              {say('wrongWhat', { label: row.label })}
            </button>
          ),
        )}
      </p>
    </Form>
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
  const { lines, total } = feesFor(draft.procedure, draft.answers, now)
  return (
    <section class="lt-section">
      <h2 class="govuk-heading-m">{say('money')}</h2>
      <SummaryList
        rows={[
          ...lines.map(({ fee, dong }) => ({ key: fee.name[frame.lang], value: moneyText(dong) })),
          { key: say('total'), value: total === 0n ? say('nothingToPay') : <b>{moneyText(total)}</b> },
        ]}
      />
    </section>
  )
}
