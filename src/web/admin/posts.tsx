import type { VNode } from 'preact'
import { type Directory, directoryOn, endHolding, givePost, holdingsOf, unitName } from '#modules/directory'
import { type StaffAccount, staffAccounts } from '#modules/identity'
import { type Ctx, Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Doors, Reply, Req } from '#platform/http'
import { type Id, isId, newRandomKey } from '#platform/id'
import { momentText } from '#platform/text'
import { AskForm, Button, Buttons, Card, Form, LinkButton, type OfficeFrame, type Problem, Select, Table } from '../components/index.ts'
import { officeFrameOf } from '../office/frame.ts'
import type { Services } from '../services.ts'
import { asked, param, typedIn } from '../typed.ts'
import { Shell } from './shell.tsx'
import { unitsWithPosts } from './units.ts'
import { words } from './words.ts'

const list = '/quan-tri/can-bo'

/** A post that somebody holds, as it is shown. */
export type HeldPost = { post: Id; title: string; place: string; from: string; to: string | null }

export function postRoutes(doors: Doors, services: Services): void {
  doors.get(`${list}/:id/chuc-danh`, { may: 'administer' }, async (req, reply) =>
    reply.page(await givePage(req, services, asked(req, 'don-vi'), [])),
  )
  doors.post(`${list}/:id/chuc-danh`, { may: 'administer' }, (req, reply) => give(req, reply, services))
  doors.post(`${list}/:id/chuc-danh/:post/thoi`, { may: 'administer' }, async (req, reply) => {
    const [account, post] = [param(req, 'id'), param(req, 'post')]
    if (!isId(account) || !isId(post)) throw new Refusal(404, 'no-such-page')
    await endHolding(req.ctx, { post, account, at: req.ctx.now })
    return reply.redirect(`${list}/${account}?xong=thoi`, 303)
  })
}

/** What an account holds now or will hold. */
export async function postsHeld(ctx: Ctx, account: Id): Promise<HeldPost[]> {
  const [directory, holdings] = await Promise.all([directoryOn(ctx), holdingsOf(ctx, account)])
  return holdings.map(({ post, from, to }) => ({ post, from, to, ...placeOf(directory, post, localDate(ctx.now)) }))
}

function placeOf(directory: Directory, id: Id, today: string): { title: string; place: string } {
  const post = directory.findPost(id)
  return post === undefined ? { title: '–', place: '' } : { title: post.title, place: unitName(directory.getUnit(post.unit), today) }
}

/** The posts of one official, with their ends and the way to another. */
export function PostsCard({ account, posts, lang }: { account: Id; posts: readonly HeldPost[]; lang: OfficeFrame['lang'] }) {
  const say = words(lang)
  const columns = [...[say('post'), say('since')].map((label) => ({ label })), { label: say('doing'), acts: true }]
  const rows = posts.map(({ post, title, place, from, to }) => [
    <>
      {title}
      <br />
      <span class="lt-muted">{place}</span>
    </>,
    <span class="lt-num">{to === null ? momentText(from) : say('fromTo', { from: momentText(from), to: momentText(to) })}</span>,
    <Form action={`${list}/${account}/chuc-danh/${post}/thoi`} formKey={newRandomKey()}>
      <Button kind="secondary">
        {say('endPost')}
        <span class="lt-vh">: {title}</span>
      </Button>
    </Form>,
  ])
  return (
    <Card title={say('posts')}>
      {rows.length === 0 ? <p class="govuk-body">{say('noPosts')}</p> : <Table caption={say('posts')} columns={columns} rows={rows} />}
      <Buttons>
        <LinkButton kind="secondary" href={`${list}/${account}/chuc-danh`}>
          {say('givePost')}
        </LinkButton>
      </Buttons>
    </Card>
  )
}

async function give(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const [account, post, unit] = [param(req, 'id'), typedIn(req).raw('post'), typedIn(req).raw('unit')]
  if (!isId(post)) {
    const problems = [{ field: 'post', text: words(req.lang)('problem.post') }]
    return reply.code(422).page(await givePage(req, services, unit, problems))
  }
  if (!isId(account)) throw new Refusal(404, 'no-such-page')
  await givePost(req.ctx, { post, account, from: req.ctx.now })
  return reply.redirect(`${list}/${account}?xong=giao`, 303)
}

async function givePage(req: Req, services: Services, unit: string, problems: readonly Problem[]) {
  const { ctx } = req
  const [accounts, directory, frame] = await Promise.all([staffAccounts(ctx), directoryOn(ctx), officeFrameOf(req, services)])
  const account = accounts.find((one) => one.account === param(req, 'id'))
  if (account === undefined) throw new Refusal(404, 'no-such-page')
  const units = unitsWithPosts(directory)
  const chosen = units.find((one) => one.code === unit)
  const today = localDate(ctx.now)
  return GivePage({
    frame: { ...frame, path: `${list}/${account.account}/chuc-danh` },
    account,
    units: units.map((one) => ({ value: one.code, label: unitName(one, today) })),
    unit,
    posts: chosen === undefined ? [] : directory.postsOfUnit(chosen.id).map((post) => ({ value: post.id, label: post.title })),
    problems,
  })
}

type Choice = { value: string; label: string }
type GiveProps = {
  frame: OfficeFrame
  account: StaffAccount
  units: readonly Choice[]
  unit: string
  posts: readonly Choice[]
  problems: readonly Problem[]
}

/** First the office, then one of its posts. */
function GivePage({ frame, account, units, unit, posts, problems }: GiveProps): VNode {
  const say = words(frame.lang)
  return (
    <Shell frame={frame} title={say('givePostTo', { name: account.name })} lead={say('givePostLead')} problems={problems}>
      <Card>
        <AskForm action={frame.path} label={say('unit')}>
          <Select name="don-vi" label={say('unit')} options={units} value={unit} />
          <Buttons>
            <Button kind={posts.length > 0 ? 'secondary' : 'primary'}>{say('showUnit')}</Button>
          </Buttons>
        </AskForm>
      </Card>
      {posts.length > 0 && (
        <Card title={say('post')}>
          <Form action={frame.path} formKey={newRandomKey()}>
            <input type="hidden" name="unit" value={unit} />
            <Select name="post" label={say('whichPost')} options={posts} error={problems[0]?.text} />
            <Button>{say('givePost')}</Button>
          </Form>
        </Card>
      )}
    </Shell>
  )
}
