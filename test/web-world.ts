import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, type TestContext } from 'node:test'
import type { Page } from 'playwright-core'
import { openWeb, type Services, sessionCookie } from '#web'
import { sampleAccounts } from '../src/sample/index.ts'
import { buildAssets } from '../src/web/assets/build-assets.ts'
import { readAssets } from '../src/web/components/index.ts'
import { type BirthWorld, birthWorld } from './birth.ts'
import { browser, type Screen } from './browser.ts'
import { type Visitor, visitor } from './visitor.ts'
import type { Somebody } from './world.ts'

let built: Promise<string> | undefined
after(async () => {
  if (built !== undefined) await rm(await built, { recursive: true, force: true })
})

/** Style sheets, fonts and scripts, made once for all tests of a process that open a real browser. */
function builtAssets(): Promise<string> {
  built ??= mkdtemp(join(tmpdir(), 'lt-public-')).then(async (out) => {
    await buildAssets({ root: join(import.meta.dirname, '..'), out })
    return out
  })
  return built
}

/**
 * The world of births behind the product's doors, on a free port. The clock stands still until `setNow`.
 * Style sheets and scripts are built only where a test opens a browser: `{ seen: true }`.
 */
export async function webWorld(t: Pick<TestContext, 'after'>, { seen = false }: { seen?: boolean } = {}) {
  const w = await birthWorld(t)
  let clock = w.now
  const assetsFolder = seen ? await builtAssets() : w.folder
  const services: Services = { ...servicesOf(w, () => clock), assetsFolder, ...(seen && { assets: readAssets(assetsFolder) }) }
  const { app, routes } = await openWeb(services, { write: onlyFailures })
  t.after(() => app.close())
  const listening = await app.listen({ host: '127.0.0.1', port: 0 })
  // Browsers keep secure cookies and passkeys for localhost, not for 127.0.0.1.
  const url = listening.replace('127.0.0.1', 'localhost')
  services.publicUrl = url
  services.means.publicUrl = url
  const cookieOf = async (who: Somebody) => (await w.sessionOf(who, clock)).token
  return {
    ...w,
    app,
    routes,
    services,
    url,
    setNow: (now: string) => {
      clock = now
    },
    clock: () => clock,
    runJobs: (now: string = clock) => w.runJobs(now),
    /** Somebody who asks for pages without a browser, signed in unless it is nobody. */
    visitor: async (who?: Somebody, lang: 'vi' | 'en' = 'vi'): Promise<Visitor> =>
      visitor(app, who === undefined ? {} : { [sessionCookie]: await cookieOf(who) }, lang),
    /** A page of a real browser, signed in unless it is nobody. */
    page: async (who?: Somebody, { lang = 'vi', ...screen }: Screen & { lang?: 'vi' | 'en' } = {}): Promise<Page> => {
      const context = await (await browser(t)).context({ ...screen, baseURL: url })
      const cookies = { '__Host-lt-ngonngu': lang, ...(who === undefined ? {} : { [sessionCookie]: await cookieOf(who) }) }
      await context.addCookies(
        Object.entries(cookies).map(([name, value]) => ({ name, value, domain: 'localhost', path: '/', secure: true })),
      )
      return context.newPage()
    },
  }
}

/** A request that failed by our own mistake is told; whether the answer was looked at or not. */
function onlyFailures(line: string): void {
  const { msg, err } = JSON.parse(line) as { msg?: string; err?: { stack?: string } }
  if (msg === 'failed') process.stderr.write(`${err?.stack}\n`)
}

export type WebWorld = Awaited<ReturnType<typeof webWorld>>

function servicesOf(w: BirthWorld, now: () => string): Omit<Services, 'assetsFolder'> {
  const { urls, clientId, pki, url } = w.sandbox
  return {
    house: w.house,
    now,
    publicUrl: '',
    sample: true,
    assets: (name) => `/public/${name}`,
    vault: w.vault,
    means: w.means,
    sources: w.sources,
    vneid: { issuer: urls.issuer, clientId, clientSecret: 'c', redirectUri: 'http://localhost/x' },
    scanner: undefined,
    hotline: '1022',
    nudge: () => {},
    trustRootsPem: pki.rootPem,
    sandbox: { url, inbox: urls.inbox, mail: urls.mail, pki: urls.pki },
    sampleAccounts,
    sampleCitizens: w.sandbox.citizens,
  }
}
