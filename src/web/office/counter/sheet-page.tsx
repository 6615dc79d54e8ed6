import { type AskedSource, type Draft, type Sheet, settledSheet } from '#modules/dossiers'
import { type Asked, type Condition, type Naming, type Problem, sentenceOf, valueText } from '#modules/procedures'
import type { Instant } from '#platform/clock'
import { newRandomKey } from '#platform/id'
import {
  Button,
  Buttons,
  choiceOfPlace,
  ErrorSummary,
  Form,
  Notice,
  type OfficeFrame,
  OfficePage,
  OfficeTitle,
  Panel,
  PlaceNames,
  type Problem as Told,
} from '../../components/index.ts'
import { onThisPage } from '../../portal/apply/on-this-page.ts'
import { type Asking, cellName, namesId, problemText, QuestionField } from '../../portal/apply/question.tsx'
import type { Several } from '../../portal/apply/typed-places.ts'
import { KnownGroups } from '../../portal/known-group.tsx'
import type { Named } from '../../portal/places.ts'
import { shortSource } from '../../portal/sources.ts'
import { counterHome, sheetHref } from './links.ts'
import { words } from './words.ts'

export type SheetProps = {
  frame: OfficeFrame
  sheet: Sheet
  sections: readonly Asked[]
  now: Instant
  naming: Naming
  communes: readonly Named[]
  problems: readonly Problem[]
  faults?: readonly Told[]
  warnings?: readonly Problem[]
  several?: Several
}

/** The whole form on one sheet, in the order of the paper: asked aloud, typed without a mouse, looked up where a database knows. */
export function SheetPage(props: SheetProps) {
  const { frame, sheet, sections, now, problems, faults = [], communes, several = new Map() } = props
  const { lang } = frame
  const say = words(lang)
  const own = new Set(sections.flatMap(({ asks }) => asks.map(({ name }) => name)))
  const asking: Asking = {
    grows: true,
    lang,
    draft: sheet,
    problems,
    communes,
    several,
    sendTo: sheetHref(sheet.id, 'tep'),
    own,
    settled: settledSheet(sheet, now),
  }
  const told = [...problems.map((one) => toldOf(one, asking)), ...faults]
  const hasFiles = sections.some(({ asks }) => asks.some(({ field }) => field.kind === 'upload'))
  return (
    <OfficePage {...frame} title={sheet.procedure.name[lang]} problems={told.length}>
      <Head {...props} />
      <ErrorSummary problems={told} />
      <Warnings {...props} />
      <Sources sheet={sheet} frame={frame} />
      <PlaceNames id={namesId} names={communes.map((one) => one.name)} />
      <Form action={sheetHref(sheet.id)} formKey={newRandomKey()} files={hasFiles} id="to-khai">
        {/* The Enter key presses the first button of a form: it must go on, not take a file back. */}
        <button class="lt-vh" type="submit" name="_lam" value="kiem" tabIndex={-1} aria-hidden="true">
          {say('check')}
        </button>
        <div class="lt-written">
          {sections.map((section) => (
            <Section key={section.id} section={section} asking={asking} {...props} />
          ))}
        </div>
        <Buttons>
          <Button name="_lam" value="kiem">
            {say('check')}
          </Button>
          <Button kind="secondary" name="_lam" value="luu">
            {say('keep')}
          </Button>
          <a class="govuk-link govuk-link--no-visited-state" href={sheetHref(sheet.id, 'bo')}>
            {say('throwAway')}
          </a>
        </Buttons>
        <p class="govuk-body lt-muted">{say('keepHint')}</p>
      </Form>
    </OfficePage>
  )
}

function Head({ frame, sheet }: SheetProps) {
  const say = words(frame.lang)
  return (
    <OfficeTitle
      title={sheet.procedure.name[frame.lang]}
      above={
        <a class="govuk-link govuk-link--no-visited-state" href={counterHome}>
          {say('title')}
        </a>
      }
      line={say('standsHere', { name: [sheet.card?.name, sheet.card?.number].filter((part) => part).join(' · ') })}
    />
  )
}

type SectionProps = SheetProps & { section: Asked; asking: Asking }

/** One group of questions as the paper has it; one in which nothing applies yet stays closed until an answer opens it. */
function Section({ section, asking, frame, sheet, naming, now }: SectionProps) {
  const say = words(frame.lang)
  const rows = section.known.map(({ name, field, source }) => ({
    field: name,
    label: field.label[frame.lang],
    value: valueText(field, sheet.answers[name], naming),
    source,
  }))
  const drawn = (
    <Panel title={section.title[frame.lang]}>
      {section.intro && <p class="govuk-body">{section.intro[frame.lang]}</p>}
      {(section.notes ?? []).map((note) => (
        <p class="govuk-body" key={note.vi}>
          {note[frame.lang]}
        </p>
      ))}
      {section.asks.map((question) => (
        <QuestionField key={question.name} question={question} asking={asking} />
      ))}
      <KnownGroups rows={rows} now={now} lang={frame.lang} note={say('known')} wrong={{ name: '_sai', say: say('wrong') }} />
    </Panel>
  )
  const opens = openedBy(section, asking)
  if (opens === undefined) return drawn
  return (
    <div data-when={JSON.stringify(opens)} hidden={!section.asks.some(({ appliesNow }) => appliesNow)}>
      {drawn}
    </div>
  )
}

/** What must be answered elsewhere on the sheet before anything of this section is asked; undefined for one that is always there. */
function openedBy({ asks, known }: Asked, { settled, own }: Asking): Condition | undefined {
  const conditions = asks.flatMap(({ when }) => (when === undefined ? [] : [onThisPage(when, settled, own)]))
  return known.length > 0 || conditions.length < asks.length ? undefined : { any: conditions }
}

/** The first box of what is amiss: where the link of the summary leads. */
function toldOf(problem: Problem, asking: Asking): Told {
  const { entry, cell } = problem.params ?? {}
  const place = asking.several.has(problem.field) ? choiceOfPlace(problem.field) : problem.field
  const field = typeof entry === 'number' && typeof cell === 'string' ? cellName(problem.field, entry - 1, cell) : place
  return { field, text: problemText(problem, asking) }
}

function Warnings({ frame, sheet, warnings = [] }: SheetProps) {
  if (warnings.length === 0) return null
  return (
    <Notice kind="heed" announced>
      {warnings.map((one) => (
        <p key={one.rule}>{sentenceOf(sheet.procedure, one, frame.lang)}</p>
      ))}
    </Notice>
  )
}

/** What a source did not tell: the clerk asks the person instead, and nobody waits. */
function Sources({ sheet, frame: { lang } }: { sheet: Sheet; frame: OfficeFrame }) {
  const say = words(lang)
  const last = sheet.asked.filter((one, place) => sheet.asked.findLastIndex(({ key }) => key === one.key) === place)
  const open = last.filter((one) => isOpen(one, sheet))
  return (
    <>
      {open.map(({ key, from, status }) => (
        <Notice key={key} kind="info" icon="data">
          <p>{capital(say(status === 'unavailable' ? 'silent' : 'unmatched', { source: shortSource(from, lang) }))}</p>
        </Notice>
      ))}
    </>
  )
}

function isOpen({ from, status, fields }: AskedSource, { known }: Draft): boolean {
  return from !== 'vneid' && status !== 'match' && fields.some((field) => known[field] === undefined)
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
