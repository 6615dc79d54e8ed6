import type { Doors } from '#platform/http'
import type { Services } from '../services.ts'
import { accountRoutes } from './account/routes.ts'
import { actRoutes } from './acts/routes.ts'
import { counterRoutes } from './counter/routes.ts'
import { deskRoutes } from './desk/routes.ts'
import { feeRoutes } from './fees/routes.ts'
import { fileRoutes } from './files.ts'
import { questionRoutes } from './question/routes.ts'
import { registerRoutes } from './register/routes.ts'
import { passkeyRoutes } from './sign-in/passkey-routes.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { startRoutes } from './start/routes.ts'
import { workRoutes } from './work/routes.ts'
import { searchRoutes } from './work/search.ts'

/** The doors of the office: sign-in, lists of work, the desk with its acts, one's own account. */
export function officeRoutes(doors: Doors, services: Services): void {
  startRoutes(doors, services)
  signInRoutes(doors, services)
  passkeyRoutes(doors, services)
  accountRoutes(doors, services)
  workRoutes(doors, services)
  counterRoutes(doors, services)
  searchRoutes(doors, services)
  deskRoutes(doors, services)
  actRoutes(doors, services)
  feeRoutes(doors, services)
  registerRoutes(doors, services)
  questionRoutes(doors, services)
  fileRoutes(doors, services)
}
