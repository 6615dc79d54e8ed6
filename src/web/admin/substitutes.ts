import {
  appointSubstitute,
  colleaguesIn,
  type Directory,
  directoryOn,
  endSubstitution,
  substitutionsOf,
  type Unit,
  unitName,
} from '#modules/directory'
import { type Ctx, Refusal } from '#platform/act'
import { addDays, instantAt, localDate } from '#platform/clock'
import type { Doors, Reply, Req } from '#platform/http'
import { isId } from '#platform/id'
import { comparePeople, nameParts, parseDate } from '#platform/text'
import { type DateParts, datePartsIn, type Problem, writtenDate } from '../components/index.ts'
import { officeFrameOf } from '../office/frame.ts'
import type { Services } from '../services.ts'
import { asked, param, typedIn } from '../typed.ts'
import { type Filled, SubstitutesPage } from './substitutes-page.tsx'
import { unitsWithPosts } from './units.ts'
import { words } from './words.ts'

const noDate: DateParts = { day: '', month: '', year: '' }
const nothing: Filled = { unit: '', post: '', account: '', from: noDate, to: noDate, reason: '', problems: [] }

/** Where a reader records substitutes: leaders for their own offices, an administrator for any, one unit at a time. */
type Place = { path: string; may: string; picksUnit: boolean }
const places: readonly Place[] = [
  { path: '/can-bo/nguoi-thay', may: 'supervise', picksUnit: false },
  { path: '/quan-tri/nguoi-thay', may: 'administer', picksUnit: true },
]

/** Who covers for whom is recorded; the desk follows by itself. */
export function substituteRoutes(doors: Doors, services: Services): void {
  for (const place of places) {
    const { path, may } = place
    doors.get(path, { may }, async (req, reply) => {
      const filled = { ...nothing, unit: asked(req, 'don-vi') }
      return reply.page(await page(req, services, place, filled))
    })
    doors.post(path, { may }, (req, reply) => appoint(req, reply, services, place))
    doors.post(`${path}/:id/ket-thuc`, { may }, async (req, reply) => {
      const id = param(req, 'id')
      if (!isId(id)) throw new Refusal(404, 'no-such-page')
      await endSubstitution(req.ctx, id)
      return reply.redirect(`${path}?xong=ket-thuc`, 303)
    })
  }
}

async function appoint(req: Req, reply: Reply, services: Services, place: Place): Promise<unknown> {
  const typed = typedIn(req)
  const body = req.body as Readonly<Record<string, unknown>>
  const filled = {
    unit: typed.raw('unit'),
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
  if (from === null || to === null || problems.length > 0)
    return reply.code(422).page(await page(req, services, place, { ...filled, problems }))
  const span = { from: instantAt(from, '00:00'), to: instantAt(addDays(to, 1), '00:00') }
  const answer = await appointSubstitute(req.ctx, { post: filled.post, account: filled.account, ...span, reason: filled.reason })
  if (answer.ok) return reply.redirect(`${place.path}?xong=ghi`, 303)
  const told = answer.problems.map(({ field }) => ({ field, text: field === 'reason' ? say('reasonMissing') : say(`problem.${field}`) }))
  return reply.code(422).page(await page(req, services, place, { ...filled, problems: told }))
}

async function page(req: Req, services: Services, { path, picksUnit }: Place, filled: Filled) {
  const { ctx } = req
  const [directory, substitutions, frame] = await Promise.all([directoryOn(ctx), substitutionsOf(ctx), officeFrameOf(req, services)])
  const units = picksUnit ? unitsWithPosts(directory) : ledBy(ctx, directory)
  const chosen = picksUnit ? units.filter((unit) => unit.code === filled.unit) : units
  const people = (await Promise.all(chosen.map((unit) => colleaguesIn(ctx, unit.id)))).flat()
  const today = localDate(ctx.now)
  const told = asked(req, 'xong')
  const say = words(req.lang)
  return SubstitutesPage({
    frame: { ...frame, path },
    path,
    substitutions: substitutions.map((one) => ({ ...one, ...whereOf(directory, one.post, today) })),
    units: picksUnit ? units.map((unit) => ({ value: unit.code, label: unitName(unit, today) })) : [],
    posts: chosen.flatMap((unit) => directory.postsOfUnit(unit.id)).map((post) => ({ value: post.id, label: post.title })),
    people: [...new Map(people.map((one) => [one.account, one.name]))]
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => comparePeople(nameParts(a.label), nameParts(b.label))),
    filled,
    done: told === 'ghi' ? say('appointed') : told === 'ket-thuc' ? say('endedEarly') : undefined,
  })
}

/** Offices whose chair the actor holds or covers. */
function ledBy({ actor }: Ctx, directory: Directory): Unit[] {
  const led = actor.posts.map((id) => directory.findPost(id)).filter((post) => post?.role === 'chair')
  return led.flatMap((post) => (post === undefined ? [] : [directory.getUnit(post.unit)]))
}

function whereOf(directory: Directory, id: string, today: string): { title: string; place: string } {
  const post = directory.findPost(id)
  return post === undefined ? { title: '–', place: '' } : { title: post.title, place: unitName(directory.getUnit(post.unit), today) }
}
