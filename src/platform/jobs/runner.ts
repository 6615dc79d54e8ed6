import { EventEmitter } from 'node:events'
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { later, Refusal } from '#platform/act'
import type { Now } from '#platform/clock'
import { asActor, type Connect, type Pool, stateOf } from '#platform/db'
import type { Keyring } from '#platform/keys'
import { type Failing, raiseAlerts } from './alerts.ts'
import { Life } from './life.ts'
import { nudging } from './nudge.ts'
import { jobActor, perform, type Task, type Tasks } from './task.ts'

export type RunnerOptions = {
  /** The runner's own role: it sees the queue and nothing else. */
  worker: Connect
  /** The program's pool: each task opens its work there. */
  pool: Pool
  keys: Keyring
  tasks: Tasks
  now: Now
  /** Tasks that come round by themselves, with their interval in milliseconds; on several machines still one at a time. */
  periodic?: Readonly<Record<string, number>>
  concurrency?: number
  /** How often the queue is looked at without a nudge, in milliseconds. */
  pollMs?: number
  /** Told of a job that keeps failing, and once more when it is given up; the alert is stored by then. */
  onFailing?: (failing: Failing) => void
  /** Told of every failed run, for the log. */
  onError?: (task: string, error: unknown) => void
}

type OnError = NonNullable<RunnerOptions['onError']>

/** `nudge` after a commit lets a new job start within milliseconds instead of the second between two polls. */
export type Runner = { stop: () => Promise<void>; nudge: () => void }

const nudgeEveryMs = 30
const housekeepingMs = 5_000
const stopWithinMs = 20_000

/**
 * Runs what acts have left for later. Jobs of a runner that was killed are taken up again within seconds; what keeps failing becomes a
 * row that an operator sees.
 */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const onError = options.onError ?? (() => {})
  const { runner, queue, life } = await startQueue(options, onError)
  const { nudge, stop: stopNudging } = nudging(options.pool, nudgeEveryMs)
  const housekeeping = (): Promise<void> => keepHouse(options, life, nudge, onError)
  const failed = (): void => {
    housekeeping()
  }
  runner.events.on('job:error', failed)
  const timers = [setInterval(housekeeping, housekeepingMs), ...periodic(options, nudge, onError)]
  await housekeeping()
  let stopping: Promise<void> | undefined
  const stop = async (): Promise<void> => {
    for (const timer of timers) clearInterval(timer)
    runner.events.off('job:error', failed)
    const late = setTimeout(() => runner.kill('stopped too slowly').catch(() => {}), stopWithinMs)
    await runner.stop().catch((error) => onError('runner', error))
    clearTimeout(late)
    stopNudging()
    await life?.end()
    await queue.end()
  }
  return {
    stop: () => {
      stopping ??= stop()
      return stopping
    },
    nudge,
  }
}

async function startQueue(options: RunnerOptions, onError: OnError) {
  const { worker, concurrency = 4, pollMs = 1_000 } = options
  const queue = new pg.Pool({ ...worker, max: concurrency + 1, application_name: 'lien-thong jobs', connectionTimeoutMillis: 10_000 })
  queue.on('error', () => {}).on('connect', (client) => client.on('error', () => {}))
  const events: WorkerEvents = new EventEmitter()
  let life: Life | undefined
  events.on('pool:create', ({ workerPool }) => {
    life = new Life(worker, workerPool.id)
    life.hold().catch((error) => onError('runner', error))
  })
  try {
    const runner = await run({
      pgPool: queue,
      taskList: taskList(options, onError),
      concurrency,
      pollInterval: pollMs,
      noHandleSignals: true,
      logger: new Logger(() => () => {}),
      events,
    })
    return { runner, queue, life }
  } catch (error) {
    await queue.end()
    throw error
  }
}

function taskList({ tasks, pool, keys, now }: RunnerOptions, onError: OnError): TaskList {
  const wrapped = (name: string, task: Task): TaskList[string] => {
    return async (_payload, { job, abortSignal }) => {
      try {
        await perform({ pool, keys }, task, job, now(), abortSignal ?? new AbortController().signal)
      } catch (error) {
        onError(name, error)
        // The queue stores the message of what is thrown: only what names no person may reach it.
        throw new Error(kindOf(error))
      }
    }
  }
  return Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, wrapped(name, task)]))
}

/** What kind of failure it was, in codes. */
function kindOf(error: unknown): string {
  if (error instanceof Refusal) return `${error.status} ${error.reason}`
  const state = stateOf(error)
  if (state !== undefined) return `SQLSTATE ${state}`
  return error instanceof Error ? error.name : 'unknown'
}

async function keepHouse(
  { pool, now, onFailing = () => {} }: RunnerOptions,
  life: Life | undefined,
  nudge: () => void,
  onError: OnError,
): Promise<void> {
  try {
    if (((await life?.giveBackOrphans()) ?? 0) > 0) nudge()
    for (const failing of await raiseAlerts(pool, now())) onFailing(failing)
  } catch (error) {
    onError('runner', error)
  }
}

function periodic({ pool, periodic: wanted = {} }: RunnerOptions, nudge: () => void, onError: OnError): NodeJS.Timeout[] {
  return Object.entries(wanted).map(([task, everyMs]) => {
    const enqueue = (): void => {
      pool.trip([asActor(jobActor({})), later(task, {}, { key: `periodic ${task}` })]).then(nudge, (error) => onError(task, error))
    }
    enqueue()
    return setInterval(enqueue, everyMs)
  })
}
