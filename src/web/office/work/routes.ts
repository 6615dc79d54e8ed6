import { directoryOn, substitutionsOf } from '#modules/directory'
import { type Line, mostCounted, type Whose, waitingWork, workPage } from '#modules/dossiers'
import type { Ctx } from '#platform/act'
import { addMinutes, localDate } from '#platform/clock'
import type { Doors, Req } from '#platform/http'
import { dateText } from '#platform/text'
import type { Services } from '../../services.ts'
import { capped, officeFrameOf } from '../frame.ts'
import { countsOf, type Filter, filterIn, tabsOf, wantedBy } from './filters.ts'
import { WorkPage } from './page.tsx'
import { proceduresOf, workRows } from './rows.ts'
import { endOfDay } from './time.ts'
import { words } from './words.ts'

const pageLength = 50
const mostFollowed = 100

export function workRoutes(doors: Doors, services: Services): void {
  doors.get('/viec', { may: 'staff' }, async (req, reply) => reply.page(await listed(req, services, 'mine')))
  doors.get('/viec/don-vi', { may: 'supervise' }, async (req, reply) => reply.page(await listed(req, services, 'scope')))
}

async function listed(req: Req, services: Services, whose: Whose) {
  const { ctx, lang } = req
  const filter = filterIn(req)
  const path = whose === 'mine' ? '/viec' : '/viec/don-vi'
  const [page, covering] = await Promise.all([
    workPage(ctx, whose, wantedBy(filter, ctx.now, pageLength + 1), endOfDay(ctx.now)),
    whose === 'mine' ? coveredBy(ctx) : undefined,
  ])
  const lines = filter.part === 'followed' ? await waitingWork(ctx, whose, mostFollowed) : page.lines.slice(0, pageLength)
  const counts = countsOf(page.tallies, page.waiting, filter)
  const [rows, procedures] = await Promise.all([workRows(ctx, lines, lang), proceduresOf(ctx, page.tallies)])
  const open = whose === 'mine' ? page.tallies.reduce((sum, one) => sum + one.late + one.today + one.ahead + one.paused, 0) : undefined
  return WorkPage({
    frame: await officeFrameOf(req, services, open),
    path,
    title: words(lang)(whose === 'mine' ? 'title' : 'unitTitle'),
    now: ctx.now,
    covering,
    filter,
    tabs: tabsOf(path, filter, counts, lang),
    rows,
    counts: {
      late: capped(counts.late),
      today: capped(counts.today),
      ahead: counts.all > mostCounted ? `${mostCounted}+` : counts.ahead,
      paused: capped(filter.part === 'followed' ? counts.followed : counts.paused),
    },
    tallies: page.tallies,
    procedures,
    next: filter.part !== 'followed' && page.lines.length > pageLength ? nextPage(filter, lines) : undefined,
  })
}

function nextPage({ after: _before, ...filter }: Filter, shown: readonly Line[]): Filter | undefined {
  const last = shown.at(-1)
  return last === undefined ? undefined : { ...filter, after: { dueAt: last.dueAt ?? 'infinity', id: last.id } }
}

/** The posts that the reader covers besides his own; most days none, and then nothing is asked. */
async function coveredBy(ctx: Ctx): Promise<{ posts: string; until: string } | undefined> {
  if (ctx.actor.posts.length < 2) return undefined
  const [directory, substitutions] = await Promise.all([directoryOn(ctx), substitutionsOf(ctx)])
  const mine = substitutions.filter((one) => one.account === ctx.actor.id && one.from <= ctx.now)
  const [soonest] = mine.map((one) => one.to).sort()
  if (soonest === undefined) return undefined
  const posts = mine.map((one) => directory.findPost(one.post)?.title ?? '').join(', ')
  return { posts, until: dateText(localDate(addMinutes(soonest, -1))) }
}
