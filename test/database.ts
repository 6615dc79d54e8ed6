import { createHash } from 'node:crypto'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Connect, migrate, Pool, prepareRoles, type RoleConnects, readMigrations } from '#platform/db'
import { Keyring, newDataKey } from '#platform/keys'
import { createDatabase, templateDatabase } from './cluster.ts'

export const migrationsFolder = fileURLToPath(new URL('../db/migrations', import.meta.url))
const passwords = { owner: 'test-owner', program: 'test-program', worker: 'test-worker' }

// Read once: all tests of a process work on one version, whatever is written meanwhile.
let migrations: ReturnType<typeof readMigrations> | undefined

export type TestDatabase = RoleConnects & { admin: Connect }

/** A migrated, empty database of the test's own, with the connections of the three roles. */
export function freshDatabase(t: Pick<TestContext, 'after'>): Promise<TestDatabase> {
  return filledDatabase(t, 'lt', '', async () => {})
}

/**
 * The same, filled once for all tests: each receives a copy.
 * @param madeFrom whatever the filling depends on beside the migrations; the template is built anew when it changes
 */
export async function filledDatabase(
  t: Pick<TestContext, 'after'>,
  name: string,
  madeFrom: string,
  fill: (roles: RoleConnects) => Promise<void>,
): Promise<TestDatabase> {
  migrations ??= readMigrations(migrationsFolder)
  const files = await migrations
  const hash = createHash('sha256')
    .update(files.map((one) => one.hash).join())
    .update(madeFrom)
    .digest('hex')
    .slice(0, 16)
  const template = await templateDatabase(`${name}_${hash}`, async (config) => {
    const roles = await prepareRoles(config, passwords)
    await migrate(roles.owner, files)
    await fill(roles)
  })
  const admin = await createDatabase(t, { template })
  const as = (kind: keyof typeof passwords): Connect => ({ ...admin, user: `lien_thong_${kind}`, password: passwords[kind] })
  return { admin, owner: as('owner'), program: as('program'), worker: as('worker') }
}

/** Keys made anew for a test. */
export function testKeys(): Keyring {
  return new Keyring([newDataKey(1, 'seal'), newDataKey(2, 'look-up'), newDataKey(3, 'file'), newDataKey(4, 'checkpoint')])
}

/** A pool that the test closes. */
export function poolFor(t: Pick<TestContext, 'after'>, connect: Connect, size = 4): Pool {
  const pool = new Pool(connect, size, 'test')
  t.after(() => pool.end())
  return pool
}
