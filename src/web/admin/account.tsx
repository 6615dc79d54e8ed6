import type { VNode } from 'preact'
import {
  disableAccount,
  enableAccount,
  endSession,
  recover,
  type Session,
  type StaffAccount,
  sessionsOf,
  staffAccounts,
  unlockAccount,
} from '#modules/identity'
import { type Ctx, Refusal } from '#platform/act'
import type { Doors, Reply, Req } from '#platform/http'
import { isId, newRandomKey } from '#platform/id'
import { momentText } from '#platform/text'
import { Button, Card, Form, Notice, type OfficeFrame, type Problem, Table, TextInput } from '../components/index.ts'
import { deviceName } from '../office/account/device.ts'
import { officeFrameOf } from '../office/frame.ts'
import type { Services } from '../services.ts'
import { asked, param, typedIn } from '../typed.ts'
import { stateOf } from './accounts.tsx'
import { OneTimePage } from './one-time.tsx'
import { type HeldPost, PostsCard, postRoutes, postsHeld } from './posts.tsx'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

const list = '/quan-tri/can-bo'
const done = {
  'mo-khoa': 'unlocked',
  khoa: 'disabled',
  'mo-lai': 'enabled',
  phien: 'sessionEnded',
  giao: 'postGiven',
  thoi: 'postEnded',
} as const

export function accountRoutes(doors: Doors, services: Services): void {
  postRoutes(doors, services)
  doors.get(`${list}/:id`, { may: 'administer' }, async (req, reply) => reply.page(await accountPage(req, services)))
  doors.post(`${list}/:id/mat-khau`, { may: 'administer' }, async (req, reply) => {
    const given = await recover(req.ctx, idIn(req, 'id'))
    const back = `${list}/${idIn(req, 'id')}`
    return reply.page(OneTimePage({ frame: { ...(await officeFrameOf(req, services)), path: back }, given, back }))
  })
  doors.post(`${list}/:id/khoa`, { may: 'administer' }, async (req, reply) => {
    const reason = typedIn(req).lines('reason')
    if (reason === '')
      return reply.code(422).page(await accountPage(req, services, [{ field: 'reason', text: words(req.lang)('reasonMissing') }]))
    await disableAccount(req.ctx, idIn(req, 'id'), reason)
    return leave(req, reply, 'khoa')
  })
  doors.post(`${list}/:id/mo-khoa`, { may: 'administer' }, (req, reply) => change(req, reply, unlockAccount, 'mo-khoa'))
  doors.post(`${list}/:id/mo-lai`, { may: 'administer' }, (req, reply) => change(req, reply, enableAccount, 'mo-lai'))
  doors.post(`${list}/:id/phien/:session/ket-thuc`, { may: 'administer', keyless: true }, async (req, reply) => {
    await endSession(req.ctx, idIn(req, 'session'))
    return leave(req, reply, 'phien')
  })
}

async function change(
  req: Req,
  reply: Reply,
  doIt: (ctx: Ctx, account: string) => Promise<void>,
  told: keyof typeof done,
): Promise<unknown> {
  await doIt(req.ctx, idIn(req, 'id'))
  return leave(req, reply, told)
}

function leave(req: Req, reply: Reply, told: keyof typeof done): unknown {
  return reply.redirect(`${list}/${idIn(req, 'id')}?xong=${told}`, 303)
}

/** @throws Refusal 404 for anything that is no id */
function idIn(req: Req, name: string): string {
  const id = param(req, name)
  if (!isId(id)) throw new Refusal(404, 'no-such-page')
  return id
}

async function accountPage(req: Req, services: Services, problems: readonly Problem[] = []) {
  const id = idIn(req, 'id')
  const [accounts, sessions, posts, frame] = await Promise.all([
    staffAccounts(req.ctx),
    sessionsOf(req.ctx, id),
    postsHeld(req.ctx, id),
    officeFrameOf(req, services),
  ])
  const account = accounts.find((one) => one.account === id)
  if (account === undefined) throw new Refusal(404, 'no-such-page')
  const told = asked(req, 'xong')
  return AccountPage({
    frame: { ...frame, path: `${list}/${id}` },
    account,
    sessions,
    posts,
    own: id === req.who.actor.id,
    problems,
    told: told in done ? words(req.lang)(done[told as keyof typeof done]) : undefined,
  })
}

type AccountProps = {
  frame: OfficeFrame
  account: StaffAccount
  sessions: readonly Session[]
  posts: readonly HeldPost[]
  own: boolean
  problems: readonly Problem[]
  told: string | undefined
}

/** One official's account: how it stands, what opens it, where it is open. */
function AccountPage({ frame, account, sessions, posts, own, problems, told }: AccountProps): VNode {
  const say = words(frame.lang)
  return (
    <Shell frame={frame} title={account.name} lead={`${account.login} · ${stateOf(account, frame.lang)}`} done={told} problems={problems}>
      {own ? (
        <Notice kind="info">
          <p>{say('own')}</p>
        </Notice>
      ) : (
        <Doing account={account} lang={frame.lang} problems={problems} />
      )}
      <PostsCard account={account.account} posts={posts} lang={frame.lang} />
      <Sessions account={account} sessions={sessions} lang={frame.lang} />
    </Shell>
  )
}

function Doing({ account, lang, problems }: { account: StaffAccount; lang: 'vi' | 'en'; problems: readonly Problem[] }) {
  const say = words(lang)
  const path = `${list}/${account.account}`
  return (
    <>
      {account.lockedUntil !== undefined && (
        <Card title={say('state.locked', { until: momentText(account.lockedUntil) })}>
          <Form action={`${path}/mo-khoa`} formKey={newRandomKey()}>
            <Button>{say('unlock')}</Button>
          </Form>
        </Card>
      )}
      <Card title={say('oneTime')}>
        <p class="govuk-body">{say('recoverHint')}</p>
        <Form action={`${path}/mat-khau`} formKey={newRandomKey()}>
          <Button kind="secondary">{say('recover')}</Button>
        </Form>
      </Card>
      <Card title={account.disabled ? say('enable') : say('disable')}>
        {account.disabled ? (
          <Form action={`${path}/mo-lai`} formKey={newRandomKey()}>
            <Button kind="secondary">{say('enable')}</Button>
          </Form>
        ) : (
          <Form action={`${path}/khoa`} formKey={newRandomKey()}>
            <TextInput name="reason" label={say('reason')} autocomplete="off" maxLength={300} error={problems[0]?.text} />
            <Button kind="warning">{say('disable')}</Button>
          </Form>
        )}
      </Card>
    </>
  )
}

function Sessions({ account, sessions, lang }: { account: StaffAccount; sessions: readonly Session[]; lang: 'vi' | 'en' }) {
  const say = words(lang)
  const columns = [...[say('device'), say('opened')].map((label) => ({ label })), { label: say('doing'), acts: true }]
  const rows = sessions.map((session) => [
    deviceName(session.device) ?? say('unknownDevice'),
    <span class="lt-num">{momentText(session.createdAt)}</span>,
    <Form action={`${list}/${account.account}/phien/${session.id}/ket-thuc`} formKey={newRandomKey()}>
      <Button kind="secondary">{say('endSession')}</Button>
    </Form>,
  ])
  return (
    <Card title={say('sessions')}>
      {sessions.length === 0 ? (
        <p class="govuk-body">{say('noSessions')}</p>
      ) : (
        <Table caption={say('sessions')} columns={columns} rows={rows} />
      )}
    </Card>
  )
}
