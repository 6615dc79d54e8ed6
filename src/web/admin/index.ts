import type { Doors } from '#platform/http'
import type { Services } from '../services.ts'
import { accountRoutes } from './account.tsx'
import { accountListRoutes } from './accounts.tsx'
import { alertRoutes } from './alerts.tsx'
import { calendarRoutes } from './calendar.tsx'
import { frontRoutes } from './fronts.tsx'
import { nationalRoutes } from './national/index.ts'
import { overviewRoutes } from './overview.tsx'
import { serviceRoutes } from './service/routes.ts'
import { statisticsRoutes } from './statistics/routes.ts'
import { substituteRoutes } from './substitutes.ts'
import { switchRoutes } from './switches.tsx'

/** The doors of those who keep the office running: accounts, substitutes, switches, the calendar, the catalogue, what failed. */
export function adminRoutes(doors: Doors, services: Services): void {
  overviewRoutes(doors, services)
  alertRoutes(doors, services)
  switchRoutes(doors, services)
  calendarRoutes(doors, services)
  accountListRoutes(doors, services)
  accountRoutes(doors, services)
  statisticsRoutes(doors, services)
  substituteRoutes(doors, services)
  nationalRoutes(doors, services)
  frontRoutes(doors, services)
  serviceRoutes(doors, services)
}
