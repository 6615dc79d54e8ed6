import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, type Runner as QueueRunner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import type { Connect } from '#platform/db'
import { Life } from './life.ts'

/** The queue at work: one pool of workers with its sign of life. */
export type Queue = {
  life: Life | undefined
  /** Ids of the jobs that are being worked on. */
  running: ReadonlySet<string>
  /** Settles when it has ended, asked or not. */
  gone: Promise<void>
  stop: () => Promise<void>
}

export type QueueOptions = {
  worker: Connect
  taskList: TaskList
  concurrency: number
  pollMs: number
  /** Told of everything that goes wrong outside a task. */
  onError: (error: unknown) => void
  /** Told when a run of a job has failed. */
  onFailed: () => void
}

const stopWithinMs = 20_000
const closesWithinMs = 3_000

/** Opens the queue. It ends by itself where a job's end could not be written down: whoever opened it opens another. */
export async function openQueue({ worker, taskList, concurrency, pollMs, onError, onFailed }: QueueOptions): Promise<Queue> {
  const pool = new pg.Pool({ ...worker, max: concurrency + 1, application_name: 'lien-thong jobs', connectionTimeoutMillis: 10_000 })
  pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}))
  const events: WorkerEvents = new EventEmitter()
  let life: Life | undefined
  events.on('pool:create', ({ workerPool }) => {
    life = new Life(worker, workerPool.id)
    life.hold().catch(onError)
  })
  try {
    const runner = await run({
      pgPool: pool,
      taskList,
      concurrency,
      pollInterval: pollMs,
      noHandleSignals: true,
      logger: new Logger(() => () => {}),
      events,
      // Without a batch nobody waits for the statement that ends a job: where it fails, the whole program would end with it.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    })
    runner.events.on('job:error', onFailed)
    const running = new Set<string>()
    runner.events.on('job:start', ({ job }) => running.add(String(job.id)))
    runner.events.on('job:complete', ({ job }) => running.delete(String(job.id)))
    // It shuts itself down where a worker is lost, and may wait for ever for the others: from then on it counts as gone.
    const closing = new Promise<void>((resolve) => runner.events.on('pool:gracefulShutdown', () => resolve()))
    const gone = Promise.race([runner.promise.catch(onError), closing.then(() => after(closesWithinMs))])
    const stop = once(async () => {
      runner.events.off('job:error', onFailed)
      await Promise.race([stopped(runner), after(stopWithinMs + closesWithinMs)])
      await life?.end()
      await Promise.race([pool.end(), after(closesWithinMs)])
    })
    return { life, running, gone, stop }
  } catch (error) {
    await life?.end()
    await pool.end()
    throw error
  }
}

/** What runs is let finish, for a while; what has ended by itself has nothing left to finish. */
async function stopped(runner: QueueRunner): Promise<void> {
  const late = setTimeout(() => runner.kill('stopped too slowly').catch(() => {}), stopWithinMs)
  await runner.stop().catch(() => {})
  clearTimeout(late)
}

function after(ms: number): Promise<void> {
  return pause(ms, undefined, { ref: false })
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= work()
    return done
  }
}
