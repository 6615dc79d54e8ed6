import type { Doors } from '#platform/http'
import type { Services } from '../services.ts'
import { overviewRoutes } from './overview/routes.ts'

/** The doors of those who keep the install running, and the start page of a sample. */
export function adminRoutes(doors: Doors, services: Services): void {
  overviewRoutes(doors, services)
}
