import type { Doors } from '#platform/http'
import type { Services } from '../services.ts'
import { accountRoutes } from './account/routes.ts'
import { applyRoutes } from './apply/routes.ts'
import { appointmentRoutes } from './appointment/routes.ts'
import { dossierRoutes } from './dossier/routes.ts'
import { homeRoutes } from './home/routes.ts'
import { infoRoutes } from './info/routes.ts'
import { procedureRoutes } from './procedures/routes.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { threadRoutes } from './thread/routes.ts'
import { trackRoutes } from './track/routes.ts'

/** Every page on the citizen's side. */
export function portalRoutes(doors: Doors, services: Services): void {
  homeRoutes(doors, services)
  procedureRoutes(doors, services)
  signInRoutes(doors, services)
  applyRoutes(doors, services)
  dossierRoutes(doors, services)
  appointmentRoutes(doors, services)
  threadRoutes(doors, services)
  trackRoutes(doors, services)
  accountRoutes(doors, services)
  infoRoutes(doors, services)
}
