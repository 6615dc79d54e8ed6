import { join } from 'node:path'
import staticFiles from '@fastify/static'
import { actorOf, directoryOn, shortUnitName } from '#modules/directory'
import { whoIs } from '#modules/identity'
import { contextFor } from '#platform/act'
import { localDate } from '#platform/clock'
import { nobody } from '#platform/db'
import { render } from '#platform/html'
import { type Doors, openDoors, type Req, type Who } from '#platform/http'
import { adminRoutes } from './admin/index.ts'
import { apiRoutes } from './api/index.ts'
import { publicPath } from './components/index.ts'
import { ProblemPage } from './frame.tsx'
import { healthRoutes } from './health.ts'
import { officeRoutes } from './office/index.ts'
import { mayKnock } from './policy.ts'
import { portalRoutes } from './portal/index.ts'
import { sentences } from './sentences.ts'
import type { Services } from './services.ts'
import { sessionCookie } from './session.ts'
import { verifyRoutes } from './verify/index.ts'

export { doors as policies } from './policy.ts'
export { sentences } from './sentences.ts'
export type { Services } from './services.ts'
export { sessionCookie } from './session.ts'

/** Opens the product's doors: every page and machine door, with everything they stand on. */
export async function openWeb(services: Services, log: Parameters<typeof openDoors>[0]['log']): Promise<Doors> {
  const { house } = services
  const doors = await openDoors({
    ...house,
    now: services.now,
    https: services.publicUrl.startsWith('https://'),
    formTargets: [new URL(services.vneid.issuer).origin],
    log,
    identify: (req) => identify(req, services),
    mayKnock,
    sentences,
    render: (vnode) => render(vnode),
    problemPage: (problem, req) => ProblemPage({ problem, req, services }),
  })
  await doors.app.register(staticFiles, {
    root: services.assetsFolder,
    prefix: publicPath,
    decorateReply: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
  })
  for (const open of areas) open(doors, services)
  return doors
}

/** Each area writes its own routes. */
const areas: readonly ((doors: Doors, services: Services) => void)[] = [
  portalRoutes,
  officeRoutes,
  adminRoutes,
  verifyRoutes,
  apiRoutes,
  healthRoutes,
]

async function identify(req: Req, services: Services): Promise<Who> {
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

async function shownAs(services: Services, actor: Who['actor'], now: string): Promise<NonNullable<Who['shown']>> {
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

/** Where built files lie in the repository, for main and tests. */
export function assetsFolderIn(root: string): string {
  return join(root, 'build/public')
}
