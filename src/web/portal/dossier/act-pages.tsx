import type { Satisfaction } from '#modules/dossiers'
import { newRandomKey } from '#platform/id'
import { appointmentText } from '#platform/text'
import {
  Button,
  Buttons,
  ErrorSummary,
  Form,
  type Frame,
  LinkButton,
  links,
  Page,
  Radios,
  SummaryList,
  type SummaryRow,
  Textarea,
  Title,
  type Problem as Told,
  ViewLog,
} from '../../components/index.ts'
import { viewsOf } from './dossier-page.tsx'
import type { Seen } from './gather.ts'
import { words } from './words.ts'

type Shown = { frame: Frame; seen: Seen; problems?: readonly Told[]; typed?: string }

const to = ({ found }: Seen, path = '') => `${links.dossiers}/${found.code}${path === '' ? '' : `/${path}`}`
const version = ({ found }: Seen) => <input type="hidden" name="_ban" value={String(found.version)} />

type DraftShown = Shown & { until: string | null; printed: readonly SummaryRow[] }

/** Parents before the signature: read every letter, then agree or say what is wrong. Silence means agreement, and the page says until when. */
export function DraftPaperPage({ frame, seen, problems = [], typed = '', until, printed }: DraftShown) {
  const say = words(seen.lang)
  const name = seen.found.procedure.results[0]?.name[seen.lang]
  const title = name === undefined ? say('draftTitle') : say('draftTitleOf', { name })
  return (
    <Page {...frame} title={title} form unlisted problems={problems.length} back={{ href: to(seen), label: seen.found.code }}>
      <ErrorSummary problems={problems} />
      <Title lead={say('draftLead')}>{title}</Title>
      {until !== null && <p class="govuk-body">{say('draftUntil', { at: appointmentText(until, seen.lang) })}</p>}
      <SummaryList rows={printed} />
      <p class="govuk-body">
        <LinkButton kind="secondary" icon="eye" href={to(seen, 'ban-nhap.pdf')}>
          {say('openDraft')}
        </LinkButton>
      </p>
      <Form action={to(seen, 'dong-y')} formKey={newRandomKey()}>
        {version(seen)}
        <Button full>{say('agree')}</Button>
      </Form>
      <h2 class="govuk-heading-m">{say('wishTitle')}</h2>
      <Form action={to(seen, 'sua-ban-nhap')} formKey={newRandomKey()}>
        {version(seen)}
        <Textarea name="loi" label={say('wish')} hint={say('wishHint')} value={typed} error={problems[0]?.text} maxLength={2000} />
        <Button kind="secondary">{say('sendWish')}</Button>
      </Form>
    </Page>
  )
}

/** Somebody who takes a dossier back: what it means, then a red button and a way out. */
export function WithdrawPage({ frame, seen }: Shown) {
  const say = words(seen.lang)
  return (
    <Page {...frame} title={say('withdrawTitle')} form unlisted back={{ href: to(seen), label: seen.found.code }}>
      <Title>{say('withdrawTitle')}</Title>
      <p class="govuk-body">{say('withdrawText')}</p>
      <Form action={to(seen, 'rut')} formKey={newRandomKey()}>
        {version(seen)}
        <Textarea name="ly-do" label={say('withdrawReason')} optional maxLength={1000} />
        <Buttons>
          <Button kind="warning">{say('withdraw')}</Button>
          <LinkButton kind="secondary" href={to(seen)}>
            {say('keep')}
          </LinkButton>
        </Buttons>
      </Form>
    </Page>
  )
}

const levels: readonly Satisfaction[] = [3, 2, 1]

/** After the end: three answers, no more. */
export function RatePage({ frame, seen, problems = [], typed = '' }: Shown) {
  const say = words(seen.lang)
  return (
    <Page {...frame} title={say('rateTitle')} form unlisted problems={problems.length} back={{ href: to(seen), label: seen.found.code }}>
      <ErrorSummary problems={problems} />
      <Title lead={say('rateLead')}>{say('rateTitle')}</Title>
      <Form action={to(seen, 'danh-gia')} formKey={newRandomKey()}>
        <Radios
          name="muc"
          label={say('rateQuestion')}
          error={problems[0]?.text}
          options={levels.map((level) => ({ value: String(level), label: say(`rate.${level}`) }))}
        />
        <Textarea name="loi" label={say('comment')} optional value={typed} maxLength={2000} />
        <Button full>{say('sendRating')}</Button>
      </Form>
    </Page>
  )
}

export type Objected = { title: string; told: string }

/** "Báo sai": what the data says, and what is right, in the reader's own words. */
export function ObjectPage({ frame, seen, problems = [], typed = '', lookUp, about }: Shown & { lookUp: string; about: Objected }) {
  const say = words(seen.lang)
  return (
    <Page {...frame} title={say('objectTitle')} form unlisted problems={problems.length} back={{ href: to(seen), label: seen.found.code }}>
      <ErrorSummary problems={problems} />
      <Title lead={say('objectLead')}>{say('objectTitle')}</Title>
      <p class="govuk-body">
        <b>{about.title}</b>
        {about.told !== '' && (
          <>
            <br />
            {say('told')}: {about.told}
          </>
        )}
      </p>
      <Form action={to(seen, `bao-sai/${lookUp}`)} formKey={newRandomKey()}>
        <Textarea name="loi" label={say('objectWhat')} value={typed} error={problems[0]?.text} maxLength={2000} />
        <Button full>{say('sendObjection')}</Button>
      </Form>
    </Page>
  )
}

/** Who opened my dossier: post, office, hour, purpose. */
export function AccessPage({ frame, seen }: Shown) {
  const say = words(seen.lang)
  return (
    <Page {...frame} title={say('who')} unlisted back={{ href: to(seen), label: seen.found.code }}>
      <Title lead={say('whoLead')}>{say('who')}</Title>
      {seen.around.accesses.length === 0 ? (
        <p class="govuk-body">{say('whoNone')}</p>
      ) : (
        <ViewLog views={viewsOf(seen, seen.around.accesses)} />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={links.feedback}>
          {say('strange')}
        </a>
      </p>
    </Page>
  )
}
