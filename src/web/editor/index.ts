import type { Doors } from '#platform/http'
import type { Services } from '../services.ts'
import { announceRoutes } from './announce-routes.tsx'
import { beginRoutes } from './begin-routes.ts'
import { draftRoutes } from './draft-routes.ts'
import { lookRoutes } from './look-routes.ts'
import { overlayRoutes } from './overlay-routes.ts'
import { partRoutes } from './part-routes.ts'

/** The doors of those who write procedures. */
export function editorRoutes(doors: Doors, services: Services): void {
  beginRoutes(doors, services)
  draftRoutes(doors, services)
  lookRoutes(doors, services)
  partRoutes(doors, services)
  overlayRoutes(doors, services)
  announceRoutes(doors, services)
}
