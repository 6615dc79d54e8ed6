import type { VNode } from 'preact'
import {
  appointSubstitute,
  type Directory,
  directoryOn,
  endSubstitution,
  holdersOf,
  type Post,
  type Substitution,
  substitutionsOf,
} from '#modules/directory'
import { type Ctx, Refusal } from '#platform/act'
import { addDays, addMinutes, instantAt, localDate } from '#platform/clock'
import type { Doors, Reply, Req } from '#platform/http'
import { isId, newRandomKey } from '#platform/id'
import { comparePeople, dateText, nameParts, parseDate } from '#platform/text'
import {
  Button,
  Card,
  DateInput,
  type DateParts,
  datePartsIn,
  ErrorSummary,
  Form,
  Notice,
  type OfficeFrame,
  OfficePage,
  OfficeTitle,
  type Problem,
  Select,
  Table,
  Textarea,
  writtenDate,
} from '../components/index.ts'
import { officeFrameOf } from '../office/frame.ts'
import type { Services } from '../services.ts'
import { asked, param, typedIn } from '../typed.ts'
import { words } from './words.ts'

const path = '/nguoi-thay'
const noDate: DateParts = { day: '', month: '', year: '' }

type Filled = { post: string; account: string; from: DateParts; to: DateParts; reason: string; problems: readonly Problem[] }
const nothing: Filled = { post: '', account: '', from: noDate, to: noDate, reason: '', problems: [] }

/** Leaders record who covers for whom; the desk follows by itself. */
export function substituteRoutes(doors: Doors, services: Services): void {
  doors.get(path, { may: 'supervise' }, async (req, reply) => reply.page(await page(req, services, nothing)))
  doors.post(path, { may: 'supervise' }, (req, reply) => appoint(req, reply, services))
  doors.post(`${path}/:id/ket-thuc`, { may: 'supervise' }, async (req, reply) => {
    const id = param(req, 'id')
    if (!isId(id)) throw new Refusal(404, 'no-such-page')
    await endSubstitution(req.ctx, id)
    return reply.redirect(`${path}?xong=ket-thuc`, 303)
  })
}

async function appoint(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const typed = typedIn(req)
  const body = req.body as Readonly<Record<string, unknown>>
  const filled = {
    post: typed.raw('post'),
    account: typed.raw('account'),
    from: datePartsIn(body, 'from'),
    to: datePartsIn(body, 'to'),
    reason: typed.lines('reason'),
  }
  const [from, to] = [parseDate(writtenDate(filled.from)), parseDate(writtenDate(filled.to))]
  const say = words(req.lang)
  const problems: Problem[] = [
    ...(isId(filled.post) ? [] : [{ field: 'post', text: say('problem.post') }]),
    ...(isId(filled.account) ? [] : [{ field: 'account', text: say('problem.account') }]),
    ...(from === null ? [{ field: 'from', text: say('problem.from') }] : []),
    ...(to === null ? [{ field: 'to', text: say('problem.to') }] : []),
    ...(filled.reason === '' ? [{ field: 'reason', text: say('reasonMissing') }] : []),
  ]
  if (from === null || to === null || problems.length > 0) return reply.code(422).page(await page(req, services, { ...filled, problems }))
  const span = { from: instantAt(from, '00:00'), to: instantAt(addDays(to, 1), '00:00') }
  const answer = await appointSubstitute(req.ctx, { post: filled.post, account: filled.account, ...span, reason: filled.reason })
  if (answer.ok) return reply.redirect(`${path}?xong=ghi`, 303)
  const told = answer.problems.map(({ field }) => ({ field, text: field === 'reason' ? say('reasonMissing') : say(`problem.${field}`) }))
  return reply.code(422).page(await page(req, services, { ...filled, problems: told }))
}

type Choice = { value: string; label: string }

async function page(req: Req, services: Services, filled: Filled) {
  const { ctx } = req
  const directory = await directoryOn(ctx)
  const posts = postsOf(ctx, directory)
  const [substitutions, frame, people] = await Promise.all([substitutionsOf(ctx), officeFrameOf(req, services), peopleOf(ctx, posts)])
  const told = asked(req, 'xong')
  const say = words(req.lang)
  return SubstitutesPage({
    frame: { ...frame, path },
    substitutions,
    directory,
    posts: posts.map((post) => ({ value: post.id, label: post.title })),
    people,
    filled,
    done: told === 'ghi' ? say('appointed') : told === 'ket-thuc' ? say('endedEarly') : undefined,
  })
}

/** Posts of the offices that the actor leads, their one-stop centres included. */
function postsOf({ actor }: Ctx, directory: Directory): Post[] {
  const led = actor.posts.map((id) => directory.findPost(id)).filter((post) => post?.role === 'chair')
  return led.flatMap((post) => (post === undefined ? [] : directory.postsOfUnit(post.unit)))
}

/** Everybody who holds one of these posts today, in the order of Vietnamese names. */
async function peopleOf(ctx: Ctx, posts: readonly Post[]): Promise<Choice[]> {
  const holders = (await Promise.all(posts.map((post) => holdersOf(ctx, post.id)))).flat()
  const byAccount = new Map(holders.filter((one) => one.as === 'holder').map((one) => [one.account, one.name]))
  return [...byAccount].map(([value, label]) => ({ value, label })).sort((a, b) => comparePeople(nameParts(a.label), nameParts(b.label)))
}

type SubstitutesProps = {
  frame: OfficeFrame
  substitutions: readonly Substitution[]
  directory: Directory
  posts: readonly Choice[]
  people: readonly Choice[]
  filled: Filled
  done: string | undefined
}

function SubstitutesPage({ frame, substitutions, directory, posts, people, filled, done }: SubstitutesProps): VNode {
  const say = words(frame.lang)
  const errorOf = (field: string) => filled.problems.find((one) => one.field === field)?.text
  return (
    <OfficePage {...frame} title={say('substitutes')} problems={filled.problems.length}>
      <OfficeTitle title={say('substitutes')} stroke line={say('substitutesLead')} />
      <ErrorSummary problems={filled.problems} />
      {done && (
        <Notice kind="done" announced>
          <p>{done}</p>
        </Notice>
      )}
      <div class="lt-side">
        <Present substitutions={substitutions} directory={directory} lang={frame.lang} />
        {posts.length > 0 && (
          <Card title={say('appoint')}>
            <Form action={path} formKey={newRandomKey()}>
              <Select name="post" label={say('post')} options={posts} value={filled.post} error={errorOf('post')} />
              <Select name="account" label={say('substitute')} options={people} value={filled.account} error={errorOf('account')} />
              <DateInput name="from" label={say('from')} value={filled.from} error={errorOf('from')} />
              <DateInput name="to" label={say('to')} value={filled.to} error={errorOf('to')} />
              <Textarea name="reason" label={say('reason')} rows={2} value={filled.reason} error={errorOf('reason')} maxLength={500} />
              <Button>{say('appoint')}</Button>
            </Form>
          </Card>
        )}
      </div>
    </OfficePage>
  )
}

function Present({ substitutions, directory, lang }: Pick<SubstitutesProps, 'substitutions' | 'directory'> & { lang: 'vi' | 'en' }) {
  const say = words(lang)
  const columns = [say('post'), say('substitute'), say('span'), say('reason'), say('doing')].map((label) => ({ label }))
  // A span ends at midnight: its last day is the one before.
  const lastDay = (to: string) => localDate(addMinutes(to, -1))
  const spanOf = ({ from, to }: Substitution) => say('fromTo', { from: dateText(localDate(from)), to: dateText(lastDay(to)) })
  const rows = substitutions.map((one) => [
    directory.findPost(one.post)?.title ?? '–',
    one.name,
    <span class="lt-num">{spanOf(one)}</span>,
    one.reason,
    <Form action={`${path}/${one.id}/ket-thuc`} formKey={newRandomKey()}>
      <Button kind="secondary">
        {say('end')}
        <span class="lt-vh">: {one.name}</span>
      </Button>
    </Form>,
  ])
  return (
    <Card title={say('substitutesNow')}>
      {rows.length === 0 ? (
        <p class="govuk-body">{say('substitutesNone')}</p>
      ) : (
        <Table caption={say('substitutesNow')} columns={columns} rows={rows} />
      )}
    </Card>
  )
}
