import { setTimeout as pause } from 'node:timers/promises'
import type { TaskList } from 'graphile-worker'
import { later, Refusal } from '#platform/act'
import type { Now } from '#platform/clock'
import { asActor, type Connect, type Pool, stateOf } from '#platform/db'
import type { Keyring } from '#platform/keys'
import { type Failing, raiseAlerts } from './alerts.ts'
import { afterPeople } from './courtesy.ts'
import { nudging } from './nudge.ts'
import { openQueue, type Queue } from './queue.ts'
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
  /** Whether people are being answered as fast as the machine can: jobs let them go first, for a bounded time. */
  arePeopleBusy?: () => boolean
  /** How often the queue is looked at without a nudge, in milliseconds. */
  pollMs?: number
  /** How often jobs without a living runner are looked for, in milliseconds. */
  housekeepingMs?: number
  /** Told of a job that keeps failing, and once more when it is given up; the alert is stored by then. */
  onFailing?: (failing: Failing) => void
  /** Told of every failed run, for the log. */
  onError?: (task: string, error: unknown) => void
}

type OnError = NonNullable<RunnerOptions['onError']>

/** `nudge` after a commit lets a new job start within milliseconds instead of the second between two polls. */
export type Runner = { stop: () => Promise<void>; nudge: () => void }

const nudgeEveryMs = 30
const openAgainMs = 1_000

/**
 * Runs what acts have left for later. Jobs of a runner that was killed are taken up again within seconds; what keeps failing becomes a
 * row that an operator sees. A queue that a lost database took away is opened again until it is there.
 */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const onError = options.onError ?? (() => {})
  const { nudge, stop: stopNudging } = nudging(options.pool, nudgeEveryMs)
  const kept = await keepQueue(options, onError, () => {
    housekeeping()
  })
  const housekeeping = (): Promise<void> => keepHouse(options, kept.queue(), nudge, onError)
  const timers = [setInterval(housekeeping, options.housekeepingMs ?? 5_000), ...periodic(options, nudge, onError)]
  await housekeeping()
  let stopping: Promise<void> | undefined
  const stop = async (): Promise<void> => {
    for (const timer of timers) clearInterval(timer)
    await kept.stop()
    stopNudging()
  }
  return {
    stop: () => {
      stopping ??= stop()
      return stopping
    },
    nudge,
  }
}

type Kept = { queue: () => Queue; stop: () => Promise<void> }

/** Keeps a queue open: the first must open, or the start fails; one that ends by itself is followed by another. */
async function keepQueue(options: RunnerOptions, onError: OnError, onFailed: () => void): Promise<Kept> {
  const { worker, concurrency = 4, pollMs = 1_000 } = options
  const told = (error: unknown): void => onError('runner', error)
  const open = () => openQueue({ worker, taskList: taskList(options, onError), concurrency, pollMs, onError: told, onFailed })
  const stopping = new AbortController()
  let queue = await open()
  const keep = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await queue.gone
      await queue.stop().catch(told)
      if (stopping.signal.aborted) return
      told(new Error('the job queue ended by itself and is opened again'))
      await pause(openAgainMs, undefined, { signal: stopping.signal }).catch(() => {})
      queue = await openedAgain(open, queue, told)
    }
  }
  const keeping = keep()
  return {
    queue: () => queue,
    stop: async () => {
      stopping.abort()
      await queue.stop().catch(told)
      await keeping
      await queue.stop().catch(told)
    },
  }
}

/** The old one, which is over, stands for a queue that could not be opened: it is tried again after a while. */
async function openedAgain(open: () => Promise<Queue>, over: Queue, told: (error: unknown) => void): Promise<Queue> {
  try {
    return await open()
  } catch (error) {
    told(error)
    return over
  }
}

function taskList({ tasks, pool, keys, now, arePeopleBusy = () => false }: RunnerOptions, onError: OnError): TaskList {
  const wrapped = (name: string, task: Task): TaskList[string] => {
    return async (_payload, { job, abortSignal }) => {
      try {
        await afterPeople(arePeopleBusy, Date.parse(now()) - job.run_at.getTime(), abortSignal)
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
  { life, running }: Queue,
  nudge: () => void,
  onError: OnError,
): Promise<void> {
  try {
    const givenBack = ((await life?.giveBackOrphans()) ?? 0) + ((await life?.giveBackLost(running)) ?? 0)
    if (givenBack > 0) nudge()
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
