import { actorOf, directoryOn, shortUnitName } from '#modules/directory'
import { whoIs } from '#modules/identity'
import { contextFor } from '#platform/act'
import { localDate } from '#platform/clock'
import { nobody, type Pool } from '#platform/db'
import type { Req, Who } from '#platform/http'
import type { Services } from './services.ts'
import { sessionCookie } from './session.ts'

/** Who knocks: found from the session's cookie, or from the token that a machine brings. */
export async function identify(req: Req, services: Services): Promise<Who> {
  const now = services.now()
  const token = tokenOf(req)
  const session = token === undefined ? undefined : await whoIs(services.house, token, now)
  if (session === undefined) return { actor: { id: nobody, kind: 'public', system: '', posts: [], units: [] }, visitor: '' }
  const actor = await actorOf(services.house, session, now)
  return { actor, shown: await shownAs(services, actor, now), visitor: '' }
}

/** A machine brings the session's token on purpose; then the cookie, which a browser sends by itself, does not count. */
function tokenOf(req: Req): string | undefined {
  const { authorization } = req.headers
  if (req.routeOptions.config.machine !== true || authorization === undefined) return req.cookies[sessionCookie]
  return /^Bearer (\S+)$/i.exec(authorization)?.[1]
}

type Shown = NonNullable<Who['shown']>

const keptMs = 5_000
const mostKept = 20_000
const kept = new WeakMap<Pool, Map<string, { shown: Shown; readAt: number }>>()

/** How the person is addressed; kept for five seconds, as session and posts are. */
async function shownAs(services: Services, actor: Who['actor'], now: string): Promise<Shown> {
  const memory = kept.get(services.house.pool) ?? new Map<string, { shown: Shown; readAt: number }>()
  kept.set(services.house.pool, memory)
  const key = `${actor.id} ${actor.posts[0] ?? ''}`
  const known = memory.get(key)
  if (known !== undefined && performance.now() - known.readAt < keptMs) return known.shown
  const shown = await readShown(services, actor, now)
  if (memory.size >= mostKept) memory.clear()
  memory.set(key, { shown, readAt: performance.now() })
  return shown
}

async function readShown(services: Services, actor: Who['actor'], now: string): Promise<Shown> {
  const ctx = contextFor(services.house, actor, now)
  const row = await ctx.db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('account.id', '=', actor.id)
    .select('person.name')
    .executeTakeFirst()
  const name = row === undefined ? '' : services.house.keys.openText(row.name, 'person.name')
  const [postId] = actor.posts
  if (postId === undefined) return { name }
  const directory = await directoryOn(ctx)
  const post = directory.findPost(postId)
  const unit = post === undefined ? undefined : directory.findUnit(post.unit)
  return {
    name,
    ...(post === undefined ? {} : { post: post.title }),
    ...(unit === undefined ? {} : { unit: shortUnitName(unit, localDate(now)) }),
  }
}
