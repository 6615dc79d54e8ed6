import type { Doors } from '#platform/http'
import { frameOf } from '../frame.tsx'
import type { Services } from '../services.ts'
import { DocsPage } from './docs-page.tsx'
import { machineDoors } from './doors.ts'
import { openDoor } from './open.ts'
import { openApi } from './openapi.ts'

/** Where machines knock, and where their doors are described. */
export function apiRoutes(doors: Doors, services: Services): void {
  for (const door of machineDoors) openDoor(doors, services, door)
  doors.get('/api/openapi.json', { may: 'anyone', machine: true }, (req, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(openApi(machineDoors, services.publicUrl, req.lang))),
  )
  doors.get('/api/docs', { may: 'anyone' }, (req, reply) =>
    reply.page(DocsPage({ frame: frameOf(req, services), doors: machineDoors, publicUrl: services.publicUrl })),
  )
}
