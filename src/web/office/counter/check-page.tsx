import type { Sheet } from '#modules/dossiers'
import {
  checkYourAnswers,
  componentsFor,
  type Evidence,
  type FeesDue,
  type Naming,
  type PaperNeeded,
  type Problem,
  sentenceOf,
} from '#modules/procedures'
import type { Instant } from '#platform/clock'
import { newRandomKey } from '#platform/id'
import { appointmentText } from '#platform/text'
import {
  Answers,
  Button,
  Card,
  Checkboxes,
  ErrorSummary,
  FeeLines,
  Form,
  Notice,
  type OfficeFrame,
  OfficePage,
  OfficeTitle,
  Panel,
  PlainList,
  Split,
  SummaryList,
  type Problem as Told,
} from '../../components/index.ts'
import { feeRows } from '../../fees.ts'
import { sheetHref } from './links.ts'
import { words } from './words.ts'

export type CheckProps = {
  frame: OfficeFrame
  sheet: Sheet
  now: Instant
  naming: Naming
  evidence: Evidence
  unitName: string
  /** Communes that the answers make competent, where the chosen one is not among them. */
  competent: readonly { code: string; name: string }[]
  people: readonly { role: 'submitter' | 'helper'; name: string }[]
  fees: FeesDue
  dueAt: Instant | null
  warnings: readonly Problem[]
  problems: readonly Told[]
  ticked: readonly string[]
  formKey: string
}

/** Read back to the person: what was understood, which papers were seen and given back, what it costs, when it is done. */
export function CheckPage(props: CheckProps) {
  const { frame, sheet, problems, naming, now } = props
  const { lang } = frame
  const say = words(lang)
  const sections = checkYourAnswers(sheet.procedure, sheet.answers, { now, known: sheet.known, naming })
  return (
    <OfficePage {...frame} title={say('checkTitle')} problems={problems.length}>
      <OfficeTitle
        title={say('checkTitle')}
        above={
          <a class="govuk-link govuk-link--no-visited-state" href={sheetHref(sheet.id)}>
            {sheet.procedure.name[lang]}
          </a>
        }
        line={say('standsHere', { name: sheet.card?.name ?? '' })}
      />
      <ErrorSummary problems={problems} />
      <Doubts {...props} />
      <Split wide aside={<TakeIn {...props} />}>
        <Panel title={say('declared')} flush tools={<Change sheet={sheet.id} frame={frame} />}>
          <Answers
            groups={sections.map(({ title, rows }) => ({
              title,
              answers: rows.map(({ label, value }) => ({ key: label, value })),
            }))}
          />
        </Panel>
      </Split>
    </OfficePage>
  )
}

function Change({ sheet, frame }: { sheet: string; frame: OfficeFrame }) {
  return (
    <a class="govuk-link govuk-link--no-visited-state" href={sheetHref(sheet)}>
      {words(frame.lang)('change')}
    </a>
  )
}

function Doubts({ frame, sheet, warnings, competent }: CheckProps) {
  const say = words(frame.lang)
  return (
    <>
      {warnings.length > 0 && (
        <Notice kind="heed">
          <p>
            <b>{say('lookAgain')}</b>
          </p>
          {warnings.map((one) => (
            <p key={one.rule}>{sentenceOf(sheet.procedure, one, frame.lang)}</p>
          ))}
        </Notice>
      )}
      {competent.length > 0 && (
        <Notice kind="heed">
          <p>{say('notCompetent', { communes: competent.map(({ name }) => name).join(', ') })}</p>
          {competent.map(({ code, name }) => (
            <Form key={code} action={sheetHref(sheet.id, 'noi-nhan')} formKey={newRandomKey()}>
              <input type="hidden" name="xa" value={code} />
              <Button kind="secondary">{say('sendThere', { commune: name })}</Button>
            </Form>
          ))}
        </Notice>
      )}
    </>
  )
}

/** Beside the answers: what is left to do before the one press. */
function TakeIn(props: CheckProps) {
  const { frame, sheet, unitName, fees, dueAt, formKey, people } = props
  const { lang } = frame
  const say = words(lang)
  const money = feeRows(fees, lang)
  return (
    <Form action={sheetHref(sheet.id, 'kiem-tra')} formKey={formKey}>
      <div class="lt-side">
        <Card>
          <SummaryList
            rows={[
              { key: say('handledBy'), value: unitName },
              ...people.map(({ role, name }) => ({ key: say(role), value: name })),
              { key: say('due'), value: <span class="lt-num">{dueAt === null ? say('dueAsked') : appointmentText(dueAt, lang)}</span> },
            ]}
          />
        </Card>
        <Shown {...props} />
        <HandedIn {...props} />
        <Card title={say('fees')}>
          <FeeLines rows={money.rows} total={money.total} />
        </Card>
        <Button icon="inbox" full>
          {say('takeIn')}
        </Button>
      </div>
    </Form>
  )
}

export function papersOn({ sheet, now, evidence }: Pick<CheckProps, 'sheet' | 'now' | 'evidence'>): PaperNeeded[] {
  return componentsFor(sheet.procedure, sheet.answers, { now, known: sheet.known, evidence })
}

/** Papers that are looked at and given back: those for which no data stands must be seen. */
function Shown(props: CheckProps) {
  const { frame, ticked, problems } = props
  const { lang } = frame
  const say = words(lang)
  const papers = papersOn(props).filter(({ component, standing }) => component.handling === 'show' && standing !== 'data')
  if (papers.length === 0) return null
  return (
    <Card title={say('shownTitle')}>
      <Checkboxes
        name="da-xem"
        label=""
        hint={say('shownHint')}
        error={problems.find(({ field }) => field === 'da-xem')?.text}
        options={papers.map(({ component, standing }) => ({
          value: component.id,
          label: component.name[lang],
          hint: say(standing === 'lookedUp' ? 'shownMay' : 'shownMust'),
        }))}
        values={ticked}
      />
    </Card>
  )
}

function HandedIn(props: CheckProps) {
  const { lang } = props.frame
  const say = words(lang)
  const papers = papersOn(props).filter(({ component, standing }) => component.handling === 'handIn' && standing !== 'data')
  return (
    <Card title={say('papers')}>
      {papers.length === 0 ? (
        <p class="govuk-body">{say('noPapers')}</p>
      ) : (
        <PlainList>
          {papers.map(({ component }) => (
            <li key={component.id}>{component.name[lang]}</li>
          ))}
        </PlainList>
      )}
    </Card>
  )
}
