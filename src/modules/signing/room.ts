import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Computing, Done, Task } from './computing.ts'

/** A task took longer than it may, or too many wait. */
export class RoomError extends Error {
  override name = 'RoomError'
}

export type RoomOptions = {
  /** Most threads at once; each is started when it is first needed. Two, unless that would take every processor from those who wait for pages. */
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

export function openRoom(options: RoomOptions = {}): Room {
  const room = new Desks(options)
  return {
    run: (verb, ...given) => room.run(verb, given) as Promise<ReturnType<Computing[typeof verb]>>,
    close: () => room.close(),
  }
}

const usualWorkers = Math.max(1, Math.min(2, availableParallelism() - 1))

class Desks {
  private readonly desks = new Set<Desk>()
  private readonly waiting: Job[] = []
  private readonly most: Required<RoomOptions>
  private count = 0
  private isOpen = true

  constructor({ workers = usualWorkers, taskMs = 20_000, queue = 500 }: RoomOptions) {
    this.most = { workers, taskMs, queue }
  }

  run(verb: Task['verb'], given: Task['given']): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (!this.isOpen) return reject(new RoomError('closed'))
      if (this.waiting.length >= this.most.queue) return reject(new RoomError('too many tasks wait'))
      this.waiting.push({ task: { id: ++this.count, verb, given }, resolve, reject })
      this.next()
    })
  }

  async close(): Promise<void> {
    this.isOpen = false
    for (const job of this.waiting.splice(0)) job.reject(new RoomError('closed'))
    const open = [...this.desks]
    this.desks.clear()
    for (const desk of open) this.settle(desk)?.reject(new RoomError('closed'))
    await Promise.all(open.map(({ worker }) => worker.terminate()))
  }

  private next(): void {
    if (this.waiting.length === 0) return
    const free = [...this.desks].find(({ job }) => !job) ?? (this.desks.size < this.most.workers ? this.newDesk() : undefined)
    const job = free && this.waiting.shift()
    if (!free || !job) return
    const { taskMs } = this.most
    free.job = job
    free.timer = setTimeout(() => this.end(free, new RoomError(`the task took longer than ${taskMs} ms`)), taskMs)
    free.worker.ref()
    free.worker.postMessage(job.task)
  }

  /** Takes the job off its desk. An idle thread does not keep the program alive. */
  private settle(desk: Desk): Job | undefined {
    const { job } = desk
    clearTimeout(desk.timer)
    desk.job = undefined
    desk.worker.unref()
    return job
  }

  private end(desk: Desk, error: Error): void {
    if (!this.desks.delete(desk)) return
    this.settle(desk)?.reject(error)
    void desk.worker.terminate()
    this.next()
  }

  private newDesk(): Desk {
    const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: 512 } })
    const desk: Desk = { worker, job: undefined, timer: undefined }
    worker.on('message', (answer: Done) => {
      const job = this.settle(desk)
      if (answer.ok) job?.resolve(answer.value)
      else job?.reject(Object.assign(new Error(answer.message), { name: answer.name }))
      this.next()
    })
    worker.on('error', (error) => this.end(desk, error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => this.end(desk, new RoomError('the thread ended')))
    this.desks.add(desk)
    return desk
  }
}
