import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newVault } from '#modules/papers'
import { openSigning } from '#modules/signing'
import { machineClock } from '#platform/clock'
import { Pool } from '#platform/db'
import { FileStore, folderShelf, s3Shelf } from '#platform/files'
import { areDoorsBusy, closeDoors } from '#platform/http'
import { registerTasks, startRunner } from '#platform/jobs'
import { keepKeyring, loadKeyring, loadMasterKey, newMasterKey, rightMaster } from '#platform/keys'
import { startTelemetry } from '#platform/telemetry'
import type { Sandbox } from '#sandbox'
import { assetsFolderIn, openWeb } from '#web'
import { type Config, readConfig } from './config.ts'
import { sampleAccounts } from './sample/index.ts'
import { openDatabase, ownMasterKey } from './start/database.ts'
import { deviceOf, scannerAt } from './start/devices.ts'
import { markInstall, proposeCatalogue } from './start/install.ts'
import { live, type Started } from './start/life.ts'
import type { Opened } from './start/opened.ts'
import { openOutside } from './start/outside.ts'
import { prepareSample } from './start/sample.ts'
import { periodic, tasksOf } from './start/tasks.ts'
import { readAssets } from './web/components/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const say = (line: string) => process.stdout.write(`${line}\n`)

/** A run of a job that failed, for the operator's log; what keeps failing is shown on his page besides. */
const told = (task: string, error: unknown) =>
  console.error(`${task}: ${error instanceof Error ? `${error.name} ${error.message}` : error}`)

/** Starts the program: database, keys, other systems, doors, jobs; in this order, so that nothing answers before it can keep its word. */
async function start(config: Config, opened: Opened): Promise<Started> {
  const telemetry = await startTelemetry(config.otlpEndpoint)
  opened.add(() => telemetry.stop())
  const database = await openDatabase(config, join(root, 'db/migrations'), say)
  opened.add(() => database.embedded?.stop())
  opened.add(() => database.settled())
  const owner = new Pool(database.roles.owner, 2, 'lien-thong owner')
  opened.add(() => owner.end())
  const pool = new Pool(database.roles.program, 16, 'lien-thong')
  opened.add(() => pool.end())
  const now = machineClock
  const sample = config.install === 'sample'
  await markInstall(owner, sample, now())
  const masterFile = await masterKeyFile(config)
  const house = { pool, keys: await loadKeyring(pool, await rightMaster(pool, masterFile), now()) }
  const keeper = keepKeyring({ ...house, master: () => loadMasterKey(masterFile), now })
  opened.add(async () => keeper.stop())
  const outside = await openOutside(config, now)
  opened.add(() => outside.sandbox?.stop())
  opened.add(async () => outside.close())
  if (sample) await prepareSample(house, outside, now())
  await proposeCatalogue(house, sample, now())
  const shelf = config.s3 === undefined ? await folderShelf(join(config.dataDir, 'files')) : s3Shelf(config.s3)
  const vault = newVault(new FileStore(shelf, house.keys), scannerAt(config.clamd))
  const signing = openSigning(outside.trust)
  opened.add(() => signing.close())
  const means = { vault, signing, publicUrl: config.publicUrl, ...(config.pkcs11 === undefined ? {} : { device: deviceOf(config.pkcs11) }) }
  const checkpoints = config.auditCheckpoints ?? join(config.dataDir, 'checkpoints')
  const tasks = tasksOf({ channels: outside.channels, sources: outside.sources, means, checkpoints, signing })
  await registerTasks(database.roles.owner, Object.keys(tasks))
  await database.settled()
  const runner = await startRunner({
    worker: database.roles.worker,
    ...house,
    tasks,
    now,
    periodic,
    arePeopleBusy: areDoorsBusy,
    onError: told,
  })
  opened.add(() => runner.stop())
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
      hotline: config.hotline,
      metricsToken: config.metricsToken,
      nudge: runner.nudge,
      trustRootsPem: outside.trust.rootsPem,
      ...(outside.sandbox === undefined ? {} : sampleServices(outside.sandbox)),
    },
    true,
  )
  opened.add(() => closeDoors(doors))
  await doors.app.listen({ host: config.host, port: config.port })
  await database.embedded?.announce(config.publicUrl)
  say(`Liên Thông sẵn sàng: ${config.publicUrl}`)
  return { lost: database.embedded?.lost }
}

/** What the start page of a sample shows. */
function sampleServices({ url, urls, citizens }: Sandbox) {
  const { inbox, mail, pki } = urls
  return { sandbox: { url, inbox, mail, pki }, sampleAccounts, sampleCitizens: citizens }
}

async function masterKeyFile(config: Config): Promise<string> {
  if (config.masterKeyFile !== undefined) return config.masterKeyFile
  const file = ownMasterKey(config.dataDir)
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await newMasterKey(file)
  return file
}

await live((opened) => start(readConfig(process.env, process.cwd()), opened))
