import { type Draft, settled, takesFromWallet, termText } from '#modules/dossiers'
import { type Asked, type Naming, type Problem, sentenceOf, valueText } from '#modules/procedures'
import { type Instant, localTime } from '#platform/clock'
import { newRandomKey } from '#platform/id'
import {
  Button,
  Buttons,
  choiceOfPlace,
  ErrorSummary,
  Form,
  type Frame,
  Icon,
  Notice,
  Page,
  PlaceNames,
  Progress,
  Title,
  type Problem as Told,
} from '../../components/index.ts'
import { KnownGroups } from '../known-group.tsx'
import { PageNotes } from '../page-notes.tsx'
import type { Named } from '../places.ts'
import { shortSource, sourceName } from '../sources.ts'
import { FormChanged } from './form-changed.tsx'
import { type Asking, cellName, namesId, problemText, QuestionField } from './question.tsx'
import type { Several } from './typed-places.ts'
import { beforePage, pageHref, walkOf } from './walk.ts'
import { words } from './words.ts'

export type DraftPageProps = {
  frame: Frame
  draft: Draft
  page: Asked
  now: Instant
  naming: Naming
  communes: readonly Named[]
  problems: readonly Problem[]
  /** What is wrong with files that were just sent. */
  faults?: readonly Told[]
  warnings?: readonly Problem[]
  several?: Several
  /** Questions that the last answer opened: not a mistake of the reader. */
  opened?: number
  overtook?: boolean
  /** Where to go when this page is right, other than the next one. */
  goTo?: string
  /** Whether a wallet can be opened on this install, and how the last look into it ended. */
  hasWallet: boolean
  wallet?: string
}

/** A tired person with a phone: one group of questions, what is known shown instead of asked, nothing typed ever lost. */
export function DraftPage(props: DraftPageProps) {
  const { frame, draft, page, now, problems, faults = [], communes, several = new Map() } = props
  const say = words(frame.lang)
  const title = page.title[frame.lang]
  const hasFiles = page.asks.some(({ field }) => field.kind === 'upload')
  const hasPlaces = page.asks.some(({ field }) => field.kind === 'place')
  const own = new Set(page.asks.map(({ name }) => name))
  const sendTo = `/ho-so-nhap/${draft.id}/tep`
  const asking = { lang: frame.lang, draft, problems, communes, several, sendTo, own, settled: settled(draft, now), grows: true } as const
  const told = [...problems.map((one) => toldOf(one, asking)), ...faults]
  return (
    <Page {...frame} title={title} form unlisted problems={told.length} back={{ href: beforePage(draft, page.id, now) }}>
      <ErrorSummary problems={told} />
      <Notices {...props} />
      <Where {...props} />
      <Title>{title}</Title>
      {page.intro && <p class="govuk-body">{page.intro[frame.lang]}</p>}
      <PageNotes notes={page.notes} lang={frame.lang} />
      {hasPlaces && <PlaceNames id={namesId} names={communes.map((one) => one.name)} />}
      {hasFiles && props.hasWallet && <FromWallet {...props} />}
      <Form action={pageHref(draft.id, page.id)} formKey={newRandomKey()} files={hasFiles} id="cau-hoi">
        {/* The Enter key presses the first button of a form: it must go on, not take a file back. */}
        <button class="lt-vh" type="submit" name="_lam" value="tiep" tabIndex={-1} aria-hidden="true">
          {say('save')}
        </button>
        <input type="hidden" name="_ban" value={String(draft.version)} />
        {props.goTo !== undefined && <input type="hidden" name="_toi" value={props.goTo} />}
        {(props.warnings ?? []).map(({ rule }) => (
          <input key={rule} type="hidden" name="_da-xem" value={rule} />
        ))}
        {page.asks.map((question) => (
          <QuestionField key={question.name} question={question} asking={asking} />
        ))}
        <KnownOf {...props} />
        <Buttons>
          <Button full name="_lam" value="tiep">
            {say('save')}
          </Button>
          <button class="lt-text-button" type="submit" name="_lam" value="sau">
            {say('saveForLater')}
          </button>
        </Buttons>
      </Form>
      <p class="govuk-body lt-muted">{say('savedAt', { time: localTime(draft.updatedAt) })}</p>
    </Page>
  )
}

/** The first box of a date that is amiss, of a place its name or the choice: where the link of the summary leads. */
function toldOf(problem: Problem, asking: Asking): Told {
  const { entry, cell } = problem.params ?? {}
  if (typeof entry === 'number' && typeof cell === 'string')
    return { field: cellName(problem.field, entry - 1, cell), text: problemText(problem, asking) }
  const field = asking.several.has(problem.field) ? choiceOfPlace(problem.field) : problem.field
  return { field, text: problemText(problem, asking) }
}

function Where({ frame, draft, page, now }: DraftPageProps) {
  const walk = walkOf(draft, now)
  const step = walk.findIndex((one) => one.id === page.id) + 1
  if (step === 0) return null
  // The review is the last step.
  return <Progress form={draft.procedure.name[frame.lang]} step={step} steps={walk.length + 1} />
}

function Notices(props: DraftPageProps) {
  const { frame, draft, now, warnings = [], opened = 0, overtook = false, wallet } = props
  const say = words(frame.lang)
  return (
    <>
      <FormChanged draft={draft} lang={frame.lang} now={now} />
      {overtook && (
        <Notice kind="info">
          <p>{say('otherDevice')}</p>
        </Notice>
      )}
      {opened > 0 && (
        <Notice kind="info" announced>
          <p>{say('more', { count: opened })}</p>
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice kind="heed" announced>
          <p>
            <b>{say('lookAgain')}</b>
          </p>
          {warnings.map((one) => (
            <p key={one.rule}>{sentenceOf(draft.procedure, one, frame.lang)}</p>
          ))}
        </Notice>
      )}
      {wallet !== undefined && wallet !== '' && (
        <Notice kind={wallet === 'match' ? 'done' : 'heed'} announced>
          <p>{walletText(wallet, frame)}</p>
        </Notice>
      )}
      <Sources {...props} />
    </>
  )
}

function walletText(status: string, { lang }: Frame): string {
  const say = words(lang)
  const known = ['match', 'missing', 'mismatch', 'unavailable', 'declined'] as const
  return say(`wallet.${known.find((one) => one === status) ?? 'other'}`)
}

/** What the sources did not tell about this page, and what happens now. */
function Sources({ frame, draft, page }: DraftPageProps) {
  const say = words(frame.lang)
  const asked = new Set(page.asks.filter(({ appliesNow }) => appliesNow).map(({ name }) => name))
  const here = draft.asked.filter((one, place) => one.fields.some((field) => asked.has(field)) && isLast(draft, place))
  const within = termText(draft.procedure.supplement.noticeWithin.online, frame.lang)
  return (
    <>
      {here.map(({ key, from, status }) => {
        if (from === 'vneid' || from === 'wallet' || status === 'match') return null
        const source = status === 'unavailable' ? shortSource(from, frame.lang) : sourceName(from, frame.lang)
        return (
          <Notice key={key} kind="info" icon="data">
            <p>
              {status === 'unavailable'
                ? capital(say('silent', { source, within }))
                : status === 'missing' && from === 'civilStatus'
                  ? say('notMarried', { source })
                  : say('unmatched', { source })}
            </p>
          </Notice>
        )
      })}
    </>
  )
}

function isLast(draft: Draft, place: number): boolean {
  const { key } = draft.asked[place] ?? {}
  return draft.asked.findLastIndex((one) => one.key === key) === place
}

/** What is known already, shown in the place where it would have been asked. */
function KnownOf({ frame, draft, page, naming, now }: DraftPageProps) {
  const say = words(frame.lang)
  const rows = page.known.map(({ name, field, source }) => ({
    field: name,
    label: field.label[frame.lang],
    value: valueText(field, draft.answers[name], naming),
    source,
  }))
  return <KnownGroups rows={rows} now={now} lang={frame.lang} note={say('notTyped')} wrong={{ name: '_sai', say: say('wrong') }} />
}

function FromWallet({ frame, draft, page }: DraftPageProps) {
  const say = words(frame.lang)
  const isOpen = takesFromWallet(draft.procedure) && page.asks.some(({ field }) => field.known?.some((one) => one.from === 'wallet'))
  if (!isOpen) return null
  return (
    <section class="lt-card">
      <h2 class="lt-card__title">{say('walletTitle')}</h2>
      <p class="govuk-body">{say('walletText')}</p>
      <Form action={`/ho-so-nhap/${draft.id}/vi`} formKey={newRandomKey()}>
        <input type="hidden" name="trang" value={page.id} />
        <button type="submit" class="govuk-button govuk-button--secondary">
          <Icon name="inbox" small />
          {say('walletGo')}
        </button>
      </Form>
    </section>
  )
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
