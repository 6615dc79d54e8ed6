import { Worker } from 'node:worker_threads'
import type { Computing, Done, Task } from './computing.ts'

/** A task took longer than it may, or too many wait. */
export class RoomError extends Error {
  override name = 'RoomError'
}

export type RoomOptions = {
  /** Most threads at once; each is started when it is first needed. */
  workers?: number
  /** Longest time for one task in milliseconds; then its thread is ended. */
  taskMs?: number
  /** Most tasks that may wait. */
  queue?: number
}

/** Threads that compute. `run` answers as the verb of `computing` does, or rejects: with RoomError, or with the error's own words. */
export type Room = {
  run<V extends keyof Computing>(verb: V, ...given: Parameters<Computing[V]>): Promise<ReturnType<Computing[V]>>
  close(): Promise<void>
}

type Job = { task: Task; resolve: (value: unknown) => void; reject: (error: Error) => void }
type Desk = { worker: Worker; job: Job | undefined; timer: NodeJS.Timeout | undefined }

/** Beside the sources the worker is TypeScript; in the build it is an entry of its own, `signing-worker.mjs`. */
const entry = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './signing-worker.mjs', import.meta.url)

export function openRoom({ workers = 2, taskMs = 20_000, queue = 500 }: RoomOptions = {}): Room {
  const desks = new Set<Desk>()
  const waiting: Job[] = []
  let count = 0
  let isOpen = true

  const next = () => {
    if (waiting.length === 0) return
    const free = [...desks].find(({ job }) => !job) ?? (desks.size < workers ? newDesk() : undefined)
    const job = free && waiting.shift()
    if (!free || !job) return
    free.job = job
    free.timer = setTimeout(() => end(free, new RoomError(`the task took longer than ${taskMs} ms`)), taskMs)
    free.worker.ref()
    free.worker.postMessage(job.task)
  }
  const settle = (desk: Desk): Job | undefined => {
    const { job } = desk
    clearTimeout(desk.timer)
    desk.job = undefined
    desk.worker.unref()
    return job
  }
  const end = (desk: Desk, error: Error) => {
    if (!desks.delete(desk)) return
    settle(desk)?.reject(error)
    void desk.worker.terminate()
    next()
  }
  const newDesk = (): Desk => {
    const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: 512 } })
    const desk: Desk = { worker, job: undefined, timer: undefined }
    worker.on('message', (answer: Done) => {
      const job = settle(desk)
      if (answer.ok) job?.resolve(answer.value)
      else job?.reject(Object.assign(new Error(answer.message), { name: answer.name }))
      next()
    })
    worker.on('error', (error) => end(desk, error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => end(desk, new RoomError('the thread ended')))
    desks.add(desk)
    return desk
  }
  return {
    run: (verb, ...given) =>
      new Promise<unknown>((resolve, reject) => {
        if (!isOpen) return reject(new RoomError('closed'))
        if (waiting.length >= queue) return reject(new RoomError('too many tasks wait'))
        waiting.push({ task: { id: ++count, verb, given }, resolve, reject })
        next()
      }) as Promise<ReturnType<Computing[typeof verb]>>,
    close: async () => {
      isOpen = false
      for (const job of waiting.splice(0)) job.reject(new RoomError('closed'))
      const open = [...desks]
      desks.clear()
      for (const desk of open) settle(desk)?.reject(new RoomError('closed'))
      await Promise.all(open.map(({ worker }) => worker.terminate()))
    },
  }
}
