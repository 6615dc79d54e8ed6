import type { Contacts, Party, Person, Session } from '#modules/identity'
import { noticeTitle } from '#modules/notices'
import type { Instant } from '#platform/clock'
import { newRandomKey } from '#platform/id'
import {
  Button,
  Empty,
  ErrorSummary,
  Form,
  type Frame,
  links,
  Notice,
  Page,
  Row,
  Rows,
  Section,
  Source,
  SummaryList,
  TextInput,
  Title,
  type Problem as Told,
} from '../../components/index.ts'
import { dayAndHour } from '../dossier/timeline.ts'
import { partyText } from '../sign-in/pages.tsx'
import { deviceText } from './device.ts'
import { words } from './words.ts'

export type AccountProps = {
  frame: Frame
  now: Instant
  person: Person
  parties: readonly Party[]
  party: string
  contacts: Contacts
  sessions: readonly Session[]
  current: string
  problems: readonly Told[]
  after: string
}

/** Who am I here, how am I reached, where am I signed in. */
export function AccountPage(props: AccountProps) {
  const { frame, person, parties, party, problems, after } = props
  const say = words(frame.lang)
  const acting = parties.find((one) => one.id === party)
  return (
    <Page
      {...frame}
      title={say('title')}
      form
      unlisted
      problems={problems.length}
      back={{ href: links.dossiers, label: say('myDossiers') }}
    >
      <ErrorSummary problems={problems} />
      {(after === 'luu' || after === 'het') && (
        <Notice kind="done" announced>
          <p>{say(after === 'luu' ? 'saved' : 'ended')}</p>
        </Notice>
      )}
      <Title>{say('title')}</Title>
      <SummaryList
        rows={[
          { key: say('name'), value: person.name, source: <Source from="data">{say('from')}</Source> },
          { key: say('number'), value: person.number ?? '–' },
          ...(acting === undefined
            ? []
            : [
                {
                  key: say('actsFor'),
                  value: partyText(frame, acting),
                  ...(parties.length > 1 ? { change: { href: `/dang-nhap/vai?ve=${encodeURIComponent(links.account)}` } } : {}),
                },
              ]),
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href="/thong-bao">
          {say('notices')}
        </a>
      </p>
      <ContactsForm {...props} />
      <Sessions {...props} />
      <Form action="/dang-xuat" formKey={newRandomKey()}>
        <Button kind="secondary">{say('signOut')}</Button>
      </Form>
    </Page>
  )
}

function ContactsForm({ frame, contacts, problems }: AccountProps) {
  const say = words(frame.lang)
  const error = (field: string) => problems.find((one) => one.field === field)?.text
  return (
    <Section title={say('contacts')}>
      <p class="govuk-body">{say('contactsHint')}</p>
      <Form action="/tai-khoan/lien-lac" formKey={newRandomKey()}>
        <TextInput
          name="phone"
          label={say('phone')}
          value={contacts.phone ?? ''}
          error={error('phone')}
          type="tel"
          inputMode="tel"
          autocomplete="tel"
          width={20}
          optional
        />
        <TextInput
          name="email"
          label={say('email')}
          value={contacts.email ?? ''}
          error={error('email')}
          type="email"
          inputMode="email"
          autocomplete="email"
          optional
        />
        <Button>{say('save')}</Button>
      </Form>
    </Section>
  )
}

function Sessions({ frame, now, sessions, current }: AccountProps) {
  const { lang } = frame
  const say = words(lang)
  return (
    <Section title={say('sessions')}>
      <p class="govuk-body">{say('sessionsLead')}</p>
      <Rows>
        {sessions.map((one) => (
          <Row key={one.id} icon="person" title={`${deviceText(one.device, lang)}${one.id === current ? ` – ${say('this')}` : ''}`}>
            <p class="lt-muted">
              {say('seen', { at: dayAndHour(one.createdAt, { lang, now }), seen: dayAndHour(one.seenAt, { lang, now }) })}
            </p>
            {one.id !== current && (
              <Form action={`/tai-khoan/phien/${one.id}`} formKey={newRandomKey()}>
                <button class="lt-text-button" type="submit">
                  {say('end')}
                  <span class="lt-vh"> – {say('endOf', { device: deviceText(one.device, lang) })}</span>
                </button>
              </Form>
            )}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

export type NoticeLine = { id: string; kind: string; params: Record<string, unknown>; at: Instant }

/** What the office told me, the newest first; worded now, in the reader's language. */
export function NoticesPage({ frame, now, notices }: { frame: Frame; now: Instant; notices: readonly NoticeLine[] }) {
  const { lang } = frame
  const say = words(lang)
  return (
    <Page {...frame} title={say('noticesTitle')} unlisted back={{ href: links.dossiers, label: say('myDossiers') }}>
      <Title>{say('noticesTitle')}</Title>
      {notices.length === 0 ? (
        <Empty>{say('noNotices')}</Empty>
      ) : (
        <Rows>
          {notices.map((one) => (
            <Row key={one.id} icon="mail" title={<NoticeLink one={one} lang={lang} />}>
              <p class="lt-muted">{dayAndHour(one.at, { lang, now })}</p>
            </Row>
          ))}
        </Rows>
      )}
    </Page>
  )
}

function NoticeLink({ one, lang }: { one: NoticeLine; lang: Frame['lang'] }) {
  const title = noticeTitle(one.kind, one.params, lang)
  const { code } = one.params
  if (typeof code !== 'string') return <>{title}</>
  return (
    <a class="govuk-link" href={`${links.dossiers}/${code}`}>
      {title}
    </a>
  )
}
