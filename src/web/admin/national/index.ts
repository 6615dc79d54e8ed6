import type { Doors } from '#platform/http'
import type { Services } from '../../services.ts'
import { importRoutes } from './import.ts'
import { listRoutes } from './list.tsx'
import { rowRoutes } from './row.ts'

/** Where the national catalogue is kept: lists brought and imported, procedures looked at, their routing decided. */
export function nationalRoutes(doors: Doors, services: Services): void {
  listRoutes(doors, services)
  importRoutes(doors, services)
  rowRoutes(doors, services)
}
