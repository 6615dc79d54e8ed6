import { join } from 'node:path'
import staticFiles from '@fastify/static'
import { render } from '#platform/html'
import { type Doors, openDoors } from '#platform/http'
import { adminRoutes } from './admin/index.ts'
import { apiRoutes } from './api/index.ts'
import { publicPath } from './components/index.ts'
import { editorRoutes } from './editor/index.ts'
import { ProblemPage } from './frame.tsx'
import { healthRoutes } from './health.ts'
import { identify } from './identify.ts'
import { officeRoutes } from './office/index.ts'
import { mayKnock } from './policy.ts'
import { portalRoutes } from './portal/index.ts'
import { sentences } from './sentences.ts'
import type { Services } from './services.ts'
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
  editorRoutes,
  verifyRoutes,
  apiRoutes,
  healthRoutes,
]

/** Where built files lie in the repository, for main and tests. */
export function assetsFolderIn(root: string): string {
  return join(root, 'build/public')
}
