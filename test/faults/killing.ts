import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { acknowledgedIn } from './acknowledgements.ts'
import { between, type Chance, chanceFrom, oneOf } from './chance.ts'
import { type Broken, checkAll, checkRows } from './checks.ts'
import type { ClientTold } from './client.ts'
import { Client, type Moment } from './client-run.ts'
import { type OpenedInstall, openInstall } from './opened-install.ts'
import { freePort, hasLine, type Product, startProduct } from './product.ts'
import { type Release, releaseIn } from './release.ts'

/** What is killed: the program, the whole server, one of its processes, or a new version while it migrates. */
export type Victim = 'program' | 'postmaster' | 'backend' | 'migration'

export type KillingOptions = {
  /** A folder for everything; the data lies below it. */
  folder: string
  seed: number
  kills: number
  desks: ClientTold['desks']
  noteBytes: number
  say?: (line: string) => void
}

export type Figures = {
  seed: number
  kills: Record<Victim, number>
  moments: Record<Moment, number>
  acknowledgements: Record<string, number>
  lost: number
  doubled: number
  broken: Broken[]
  /** Seconds from a start to readiness after a kill. */
  restarts: number[]
  /** What the client said when it failed. */
  clientSaid: string
}

const jobsDoneWithinMs = 60_000

/** Kills again and again under a working client, and checks after every restart that each promise holds. */
export async function killAgainAndAgain(options: KillingOptions): Promise<Figures> {
  const run = await KillingRun.begin(options)
  try {
    for (let count = 1; count <= options.kills && run.broken.length === 0; count += 1) await run.killOnce(count)
    return await run.finish()
  } finally {
    await run.end()
  }
}

class KillingRun {
  readonly broken: Broken[] = []
  private readonly options: KillingOptions
  private readonly chance: Chance
  private readonly release: Release
  private readonly list: string
  private readonly kills: Record<Victim, number> = { program: 0, postmaster: 0, backend: 0, migration: 0 }
  private readonly moments: Record<Moment, number> = { any: 0, upload: 0, file: 0, sign: 0, act: 0 }
  private readonly restarts: number[] = []
  private product: Product
  private client: Client

  static async begin(options: KillingOptions): Promise<KillingRun> {
    const release = await releaseIn(join(options.folder, 'release'))
    const product = await startProduct({ dataDir: join(options.folder, 'data'), port: await freePort(), entry: release.entry })
    if (!(await product.ready)) throw new Error(`it did not start: ${product.said()}`)
    const run = new KillingRun(options, release, product)
    await run.client.ready()
    return run
  }

  private constructor(options: KillingOptions, release: Release, product: Product) {
    this.options = options
    this.chance = chanceFrom(options.seed)
    this.release = release
    this.product = product
    this.list = join(options.folder, 'acknowledged.jsonl')
    const { seed, desks, noteBytes } = options
    this.client = new Client({ url: product.url, list: this.list, seed, desks, noteBytes })
  }

  async killOnce(count: number): Promise<void> {
    const victim = count % 7 === 0 ? 'migration' : oneOf<Victim>(this.chance, ['program', 'postmaster', 'backend', 'backend'])
    const moment = oneOf<Moment>(this.chance, ['any', 'upload', 'file', 'sign', 'act'])
    await this.client.begins(moment)
    await pause(between(this.chance, 0, moment === 'any' ? 400 : 40))
    this.kills[victim] += 1
    this.moments[moment] += 1
    await this.strike(victim)
    const broken = await this.check(checkRows).catch((error: unknown) => {
      const ended = this.hasEnded()
      if (ended === undefined) throw error
      return ended
    })
    this.broken.push(...broken)
    this.options.say?.(`${count}: ${victim} (${moment}) – ${broken.length === 0 ? 'nothing lost' : JSON.stringify(broken)}`)
  }

  private async strike(victim: Victim): Promise<void> {
    if (victim === 'backend') return killBackend(this.product.dataDir, this.chance)
    if (victim === 'postmaster') {
      process.kill(await postmasterOf(this.product.dataDir), 'SIGKILL')
      await this.product.ended
    } else await this.product.kill()
    if (victim === 'migration') await this.killWhileMigrating()
    await this.restart()
  }

  /** A new version begins to migrate the database on which the old one was killed, and is killed itself. */
  private async killWhileMigrating(): Promise<void> {
    const no = 9000 + this.kills.migration
    await this.release.add(no, migrationOf(no))
    const { dataDir, port } = this.product
    const next = await startProduct({ dataDir, port, entry: this.release.entry })
    await hasLine(next, new RegExp(`${no}_next`))
    await pause(between(this.chance, 0, 300))
    await next.kill()
  }

  private async restart(): Promise<void> {
    const { dataDir, port } = this.product
    this.product = await startProduct({ dataDir, port, entry: this.release.entry })
    if (!(await this.product.ready)) throw new Error(`it did not start again: ${this.product.said()}`)
    this.restarts.push(this.product.readyS())
  }

  /** A program whose database was hurt goes on; that it ended by itself is a fault of its own. */
  private hasEnded(): Broken[] | undefined {
    const { exitCode, signalCode } = this.product.child
    if (exitCode === null && signalCode === null) return undefined
    return [{ kind: 'wrong', what: `the program ended by itself with ${exitCode ?? signalCode}: ${this.product.said().slice(-3000)}` }]
  }

  private async check(how: typeof checkRows): Promise<Broken[]> {
    // The list first: whatever stands on it now must be found afterwards.
    const acknowledged = acknowledgedIn(this.list)
    return onLivingInstall(this.product.dataDir, (install) => how(install, acknowledged))
  }

  /** The client ends its work on a product that lives; then everything is looked at, after a last clean restart. */
  async finish(): Promise<Figures> {
    const { code, said } = await this.client.finish()
    if (code !== 0) this.broken.push({ kind: 'wrong', what: `the client ended with ${code}: ${said}` })
    await this.jobsDone()
    this.broken.push(...(await this.check(checkAll)))
    const acknowledgements: Record<string, number> = {}
    for (const { kind } of acknowledgedIn(this.list)) acknowledgements[kind] = (acknowledgements[kind] ?? 0) + 1
    const { kills, moments, restarts, broken } = this
    const count = (kind: Broken['kind']) => broken.filter((one) => one.kind === kind).length
    return {
      seed: this.options.seed,
      kills,
      moments,
      acknowledgements,
      lost: count('lost'),
      doubled: count('doubled'),
      broken,
      restarts,
      clientSaid: said,
    }
  }

  /** What acts left for later is done by then: nothing due waits, and nothing is held by a runner that is dead. */
  private async jobsDone(): Promise<void> {
    const due = `select t.identifier as task, j.attempts, j.last_error, j.locked_by is not null as held from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where j.run_at <= now() + interval '5 seconds' and j.attempts < j.max_attempts`
    const deadline = performance.now() + jobsDoneWithinMs
    for (;;) {
      const left = await onLivingInstall(this.product.dataDir, ({ rows }) => rows(due))
      if (left.length === 0) return
      if (performance.now() > deadline)
        return void this.broken.push({ kind: 'wrong', what: `jobs wait: ${JSON.stringify(left)}; ${this.toldOnErrors()}` })
      await pause(200)
    }
  }

  /** What the program said beside its log. */
  private toldOnErrors(): string {
    const lines = this.product.said().split('\n')
    return lines
      .filter((line) => !line.startsWith('{'))
      .join('\n')
      .slice(-3000)
  }

  async end(): Promise<void> {
    this.client.kill()
    await this.product.stop()
  }
}

/** A change on living data that takes a moment: a column, rows written anew, an index. */
function migrationOf(no: number): string {
  return `create table next_${no} (id int primary key, at timestamptz not null default clock_timestamp());
    insert into next_${no} (id) select generate_series(1, 20000);
    alter table notice add column next_${no} int;
    update notice set next_${no} = 1;
    select pg_sleep(0.15);
    create index on next_${no} (at);`
}

async function postmasterOf(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0])
}

/** Any process of the server: its own program's connections, the runner's, a writer; all end with it, and the server recovers by itself. */
async function killBackend(dataDir: string, chance: Chance): Promise<void> {
  const pid = await onLivingInstall(dataDir, async ({ rows }) => {
    const processes = await rows<{ pid: number }>(
      "select pid from pg_stat_activity where backend_type <> 'client backend' or application_name like 'lien-thong%' order by backend_start",
    )
    return oneOf(chance, processes).pid
  })
  process.kill(pid, 'SIGKILL')
}

/** Looks at an install; while its server recovers it takes no connections or drops them, so it is looked at again. */
async function onLivingInstall<T>(dataDir: string, look: (install: OpenedInstall) => Promise<T>): Promise<T> {
  const deadline = performance.now() + 30_000
  for (;;) {
    let install: OpenedInstall | undefined
    try {
      install = await openInstall(dataDir)
      return await look(install)
    } catch (error) {
      if (performance.now() > deadline) throw error
      await pause(50)
    } finally {
      await install?.close()
    }
  }
}
