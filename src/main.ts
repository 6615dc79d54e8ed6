import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newVault } from '#modules/papers'
import { openSigning } from '#modules/signing'
import { machineClock } from '#platform/clock'
import { MigrationProblem, Pool } from '#platform/db'
import { FileStore, folderShelf } from '#platform/files'
import { registerTasks, startRunner } from '#platform/jobs'
import { loadKeyring, loadMasterKey, MasterKeyProblem, newMasterKey } from '#platform/keys'
import { PostgresStartError } from '#platform/postgres'
import { assetsFolderIn, openWeb } from '#web'
import { type Config, ConfigProblem, readConfig } from './config.ts'
import { openDatabase } from './start/database.ts'
import { deviceOf, scannerAt } from './start/devices.ts'
import { markInstall, proposeCatalogue, WrongInstall } from './start/install.ts'
import { openOutside } from './start/outside.ts'
import { prepareSample } from './start/sample.ts'
import { periodic, tasksOf } from './start/tasks.ts'
import { readAssets } from './web/components/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const unsafeSettings = 78
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Starts the program: database, keys, other systems, doors, jobs; in this order, so that nothing answers before it can keep its word. */
async function start(config: Config): Promise<() => Promise<void>> {
  const database = await openDatabase(config, join(root, 'db/migrations'), say)
  const owner = new Pool(database.roles.owner, 2, 'lien-thong owner')
  const pool = new Pool(database.roles.program, 16, 'lien-thong')
  const now = machineClock
  const sample = config.install === 'sample'
  await markInstall(owner, sample, now())
  const master = await masterKey(config)
  const house = { pool, keys: await loadKeyring(pool, master, now()) }
  const outside = await openOutside(config, now)
  if (sample) await prepareSample(house, outside, now())
  await proposeCatalogue(house, sample, now())
  const vault = newVault(new FileStore(await folderShelf(join(config.dataDir, 'files')), house.keys), scannerAt(config.clamd))
  const signing = openSigning(outside.trust)
  const means = { vault, signing, publicUrl: config.publicUrl, ...(config.pkcs11 === undefined ? {} : { device: deviceOf(config.pkcs11) }) }
  const checkpoints = config.auditCheckpoints ?? join(config.dataDir, 'checkpoints')
  const tasks = tasksOf({ channels: outside.channels, sources: outside.sources, means, checkpoints, signing })
  await registerTasks(database.roles.owner, Object.keys(tasks))
  const runner = await startRunner({ worker: database.roles.worker, ...house, tasks, now, periodic })
  const assetsFolder = assetsFolderIn(root)
  const doors = await openWeb(
    {
      house,
      now,
      publicUrl: config.publicUrl,
      sample,
      assetsFolder,
      assets: readAssets(assetsFolder),
      vault,
      means,
      sources: outside.sources,
      vneid: outside.vneid,
      scanner: config.clamd,
      nudge: runner.nudge,
      trustRootsPem: outside.trust.rootsPem,
      ...(outside.sandbox === undefined
        ? {}
        : { sandbox: { url: outside.sandbox.url, inbox: outside.sandbox.urls.inbox, mail: outside.sandbox.urls.mail } }),
    },
    true,
  )
  await doors.app.listen({ host: config.host, port: config.port })
  await database.embedded?.announce(config.publicUrl)
  say(`Liên Thông sẵn sàng: ${config.publicUrl}`)
  return async () => {
    await doors.app.close()
    await runner.stop()
    await signing.close()
    await outside.sandbox?.stop()
    await pool.end()
    await owner.end()
    await database.embedded?.stop()
  }
}

async function masterKey(config: Config): Promise<Buffer> {
  if (config.masterKeyFile !== undefined) return loadMasterKey(config.masterKeyFile)
  const folder = join(config.dataDir, 'secrets')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return newMasterKey(join(folder, 'master.key'))
}

function exitCodeOf(error: unknown): number {
  if (error instanceof ConfigProblem || error instanceof WrongInstall || error instanceof MasterKeyProblem) return unsafeSettings
  return error instanceof PostgresStartError ? error.exitCode : 1
}

try {
  const stop = await start(readConfig(process.env, process.cwd()))
  let stopping = false
  const end = () => {
    if (stopping) return
    stopping = true
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
} catch (error) {
  const known =
    error instanceof ConfigProblem ||
    error instanceof WrongInstall ||
    error instanceof MasterKeyProblem ||
    error instanceof PostgresStartError ||
    error instanceof MigrationProblem
  console.error(known ? error.message : error)
  process.exit(exitCodeOf(error))
}
