import type { Means, Sources } from '#modules/dossiers'
import type { House, VneidClient } from '#modules/identity'
import type { Vault } from '#modules/papers'
import type { Assets } from './components/index.ts'

/** Everything a handler may need besides the request; put together once by `main`. */
export type Services = {
  house: House
  /** The one clock of the program, as ISO instants. */
  now: () => string
  publicUrl: string
  sample: boolean
  /** Where built files of the web lie. */
  assetsFolder: string
  assets: Assets
  vault: Vault
  means: Means
  sources: Sources
  vneid: VneidClient
  /** Which scanner looks at uploads; undefined shows «chưa quét» at the desk. */
  scanner: string | undefined
  /** What people dial for help, digits only; invented on a sample install. */
  hotline?: string | undefined
  /** Lets a machine elsewhere read /metrics; without it only this machine may. */
  metricsToken?: string | undefined
  /** Wakes the job runner after a commit. */
  nudge: () => void
  /** Roots by which signatures on papers are judged. */
  trustRootsPem: string
  /** The sandbox, on a sample install only: where the start page leads. */
  sandbox?: { url: string; inbox: string; mail: string; pki: string }
  /** Everybody who can sign in as an official of a sample, with what opens his account. */
  sampleAccounts?: () => readonly { login: string; name: string; post: string; unit: string; password: string; totpSecret: string }[]
  /** Everybody who can sign in with the played VNeID of a sample. */
  sampleCitizens?: () => readonly { name: string; number: string; lives: string; passcode: string; level: number; acts?: string }[]
}
