import type { Tracked } from '#modules/dossiers'
import { boxesOf } from '#modules/procedures'
import type { Instant } from '#platform/clock'
import { newRandomKey } from '#platform/id'
import { appointmentText, momentText } from '#platform/text'
import {
  Button,
  DateInput,
  DossierNumber,
  ErrorSummary,
  Form,
  type Frame,
  links,
  Notice,
  Page,
  StatusTag,
  SummaryList,
  type SummaryRow,
  TextInput,
  Title,
  type Problem as Told,
} from '../../components/index.ts'
import { tagOf } from '../dossier/status.ts'
import type { Challenge } from './challenge.ts'
import { words } from './words.ts'

export type Typed = { number: string; bornOn: string; id: string }
export type AskProps = { frame: Frame; typed: Typed; challenge: Challenge; problems: readonly Told[]; notFound: boolean }

/** Somebody without account or paper: number, birth date, ID and a sum. */
export function AskPage({ frame, typed, challenge, problems, notFound }: AskProps) {
  const say = words(frame.lang)
  const error = (field: string) => problems.find((one) => one.field === field)?.text
  return (
    <Page {...frame} title={say('title')} form unlisted problems={problems.length}>
      <ErrorSummary problems={problems} />
      {notFound && (
        <Notice announced>
          <p>{say('notFound')}</p>
        </Notice>
      )}
      <Title lead={say('lead')}>{say('title')}</Title>
      <Form action="/tra-cuu" formKey={newRandomKey()}>
        <input type="hidden" name="phep" value={challenge.token} />
        <TextInput
          name="so"
          label={say('number')}
          hint={say('numberHint')}
          value={typed.number}
          error={error('so')}
          autocomplete="off"
          code
        />
        <DateInput name="sinh" label={say('bornOn')} value={boxesOf(typed.bornOn)} error={error('sinh')} precision="year" birthday />
        <TextInput
          name="dinh-danh"
          label={say('id')}
          hint={say('idHint')}
          value={typed.id}
          error={error('dinh-danh')}
          inputMode="numeric"
          autocomplete="off"
          width={20}
          code
        />
        <TextInput
          name="tong"
          label={say('challenge', { a: challenge.a, b: challenge.b.toLocaleLowerCase(frame.lang) })}
          hint={say('challengeHint')}
          error={error('tong')}
          inputMode="numeric"
          autocomplete="off"
          width={3}
        />
        <Button full icon="search">
          {say('see')}
        </Button>
      </Form>
    </Page>
  )
}

export type TrackedProps = {
  frame: Frame
  tracked: Tracked
  now: Instant
  /** The key by which somebody came: with it a print can be compared with what was issued. */
  trackKey?: string
}

/** What anyone with the paper in hand may know: how it stands, where, what comes next, and when. No name. */
export function TrackedPage({ frame, tracked, now, trackKey }: TrackedProps) {
  const { lang } = frame
  const say = words(lang)
  const { procedure, status, stands, dueAt, closedAt } = tracked
  return (
    <Page {...frame} title={`${procedure.name[lang]} – ${tracked.code}`} unlisted>
      <Title>{procedure.name[lang]}</Title>
      <DossierNumber label={say('number')} number={tracked.code}>
        <StatusTag status={tagOf({ status, dueAt, closedAt }, now)}>{closedAt === null ? stands[lang] : undefined}</StatusTag>
      </DossierNumber>
      <SummaryList rows={rowsOf(tracked, lang)} />
      <p class="govuk-body">
        <a class="govuk-link" href={`${links.dossiers}/${tracked.code}`}>
          {say('more')}
        </a>
      </p>
      {trackKey !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${links.verify}?ma=${encodeURIComponent(trackKey)}`}>
            {say('checkPrint')}
          </a>
        </p>
      )}
      <p class="govuk-body">{say('isYours')}</p>
    </Page>
  )
}

function rowsOf(tracked: Tracked, lang: Frame['lang']): SummaryRow[] {
  const say = words(lang)
  const { holder, next, unit, submittedAt, receivedAt, closedAt } = tracked
  const running: SummaryRow[] =
    closedAt === null
      ? [
          { key: say('due'), value: dueText(tracked, lang) },
          { key: say('holder'), value: holder[lang] },
        ]
      : [{ key: say('ended'), value: momentText(closedAt) }]
  const told: (SummaryRow | false)[] = [
    ...running,
    { key: say('office'), value: unit },
    next !== null && { key: say('next'), value: next[lang] },
    { key: say('filed'), value: momentText(submittedAt) },
    receivedAt !== null && { key: say('received'), value: momentText(receivedAt) },
  ]
  return told.filter((row) => row !== false)
}

function dueText({ dueAt, receivedAt }: Tracked, lang: Frame['lang']): string {
  const say = words(lang)
  if (dueAt !== null) return appointmentText(dueAt, lang)
  return receivedAt === null ? say('notYet') : say('standing')
}

export function UnknownKeyPage({ frame }: { frame: Frame }) {
  const say = words(frame.lang)
  return (
    <Page {...frame} title={say('unknownKey')} unlisted>
      <Title>{say('unknownKey')}</Title>
      <p class="govuk-body">{say('unknownKeyText')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/tra-cuu">
          {say('byNumber')}
        </a>
      </p>
    </Page>
  )
}
