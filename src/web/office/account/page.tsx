import type { VNode } from 'preact'
import type { Passkey, Session } from '#modules/identity'
import { addMinutes, localDate } from '#platform/clock'
import type { Language } from '#platform/i18n'
import { newRandomKey } from '#platform/id'
import { dateText, momentText } from '#platform/text'
import { Button, Card, Form, Notice, type OfficeFrame, OfficePage, OfficeTitle, Table, TextInput } from '../../components/index.ts'
import { PasskeyButton } from '../sign-in/passkey-button.tsx'
import { deviceName } from './device.ts'
import { words } from './words.ts'

export type Held = { title: string; unit: string; until?: string }

export type AccountProps = {
  frame: OfficeFrame
  posts: readonly Held[]
  sessions: readonly Session[]
  passkeys: readonly Passkey[]
  /** The session of this request. */
  here: string | undefined
  done?: 'added' | 'removed' | 'ended' | undefined
}

/** One's own account: posts, open sessions, passkeys. */
export function AccountPage({ frame, posts, sessions, passkeys, here, done }: AccountProps): VNode {
  const say = words(frame.lang)
  return (
    <OfficePage {...frame} title={say('title')} scripts={['passkey.js']}>
      <OfficeTitle title={say('title')} stroke line={frame.officer.name} />
      {done && (
        <Notice kind="done" announced>
          <p>{say(done)}</p>
        </Notice>
      )}
      <div class="lt-side">
        <Posts lang={frame.lang} posts={posts} />
        <Sessions lang={frame.lang} sessions={sessions} here={here} />
        <Passkeys lang={frame.lang} passkeys={passkeys} />
      </div>
    </OfficePage>
  )
}

function Posts({ lang, posts }: { lang: Language; posts: readonly Held[] }) {
  const say = words(lang)
  return (
    <Card title={say('posts')}>
      {posts.length === 0 && <p class="govuk-body">{say('noPosts')}</p>}
      <ul class="govuk-list">
        {posts.map(({ title, unit, until }) => (
          <li key={`${title} ${unit}`}>
            <b>{title}</b>, {unit}{' '}
            <span class="lt-muted">
              ({until === undefined ? say('holding') : say('covering', { until: dateText(localDate(addMinutes(until, -1))) })})
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Sessions({ lang, sessions, here }: { lang: Language; sessions: readonly Session[]; here: string | undefined }) {
  const say = words(lang)
  const columns = [{ label: say('device') }, { label: say('opened') }, { label: say('seen') }, { label: say('doing'), acts: true }]
  const rows = sessions.map((session) => [
    deviceName(session.device) ?? say('unknownDevice'),
    <span class="lt-num">{momentText(session.createdAt)}</span>,
    <span class="lt-num">{momentText(session.seenAt)}</span>,
    session.id === here ? (
      <Form action="/can-bo/dang-xuat" formKey={newRandomKey()}>
        <span class="lt-muted">{say('thisOne')}</span> <Button kind="secondary">{say('signOut')}</Button>
      </Form>
    ) : (
      <Form action={`/can-bo/tai-khoan/phien/${session.id}/ket-thuc`} formKey={newRandomKey()}>
        <Button kind="secondary">{say('end')}</Button>
      </Form>
    ),
  ])
  return (
    <Card title={say('sessions')}>
      <Table caption={say('sessions')} columns={columns} rows={rows} />
    </Card>
  )
}

function Passkeys({ lang, passkeys }: { lang: Language; passkeys: readonly Passkey[] }) {
  const say = words(lang)
  return (
    <Card title={say('passkeys')}>
      <p class="govuk-body">{passkeys.length === 0 ? say('noPasskeys') : say('passkeysLead')}</p>
      {passkeys.map((passkey) => (
        <Form key={passkey.id} action={`/can-bo/tai-khoan/khoa/${passkey.id}/bo`} formKey={newRandomKey()}>
          <p class="govuk-body">
            <b>{passkey.name || say('passkeys')}</b>{' '}
            <span class="lt-muted lt-num">{say('since', { at: momentText(passkey.createdAt) })}</span>{' '}
            <Button kind="secondary">
              {say('remove')}
              <span class="lt-vh"> {passkey.name}</span>
            </Button>
          </p>
        </Form>
      ))}
      <TextInput
        name="passkey-name"
        label={say('passkeyName')}
        hint={say('passkeyNameHint')}
        autocomplete="off"
        width={20}
        maxLength={60}
      />
      <PasskeyButton
        does="add"
        askAt="/can-bo/tai-khoan/khoa/hoi"
        sendTo="/can-bo/tai-khoan/khoa"
        nameIn="passkey-name"
        hint={say('addHint')}
        failed={say('addFailed')}
      >
        {say('addPasskey')}
      </PasskeyButton>
    </Card>
  )
}
