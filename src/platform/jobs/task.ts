import { createHash } from 'node:crypto'
import { type ActKey, type Ctx, contextFor } from '#platform/act'
import { type Actor, nobody, type Pool } from '#platform/db'
import type { Keyring } from '#platform/keys'

/** What a job was told when it was enqueued: ids and codes, never anything personal. */
export type Payload = Readonly<Record<string, string>>

/** One run of a job, beside its context and payload. */
export type JobRun = {
  /** Different for every job for the life of the database, and the same in every run of one job. */
  id: string
  /** 1 in the first run. */
  attempt: number
  /** Aborted when the program wants to stop: long work leaves off at the next good place. */
  signal: AbortSignal
  /** A context under a key of its own, for a task that does more than one act. */
  once: (effect: string) => Ctx
}

/**
 * The work behind a job. It may run more than once (a killed runner's job is run again), so its effect is keyed: an act done with `ctx` is
 * stored once a job; further acts take a context from `run.once`.
 */
export type Task = (ctx: Ctx, payload: Payload, run: JobRun) => Promise<unknown>
export type Tasks = Readonly<Record<string, Task>>

/** Who acts in a job: nobody in person, with the scope of the unit that the payload names. */
export function jobActor({ unit, system }: Payload): Actor {
  return { id: nobody, kind: 'job', system: system ?? 'state', posts: [], units: unit === undefined ? [] : [unit] }
}

/** A job as the queue gives it. */
export type Queued = { id: string; created_at: Date | string; task_identifier: string; attempts: number; payload: unknown }

/** Runs one job's task with the actor and scope that its payload names. */
export function perform(house: { pool: Pool; keys: Keyring }, task: Task, job: Queued, now: string, signal: AbortSignal): Promise<unknown> {
  const payload = payloadOf(job.payload)
  const id = `job:${job.id}:${new Date(job.created_at).getTime()}`
  const bodyHash = createHash('sha256').update(job.task_identifier).update('\0').update(JSON.stringify(job.payload)).digest()
  const under = (value: string): Ctx => contextFor(house, jobActor(payload), now, { value, bodyHash } satisfies ActKey)
  return task(under(id), payload, { id, attempt: job.attempts, signal, once: (effect) => under(`${id}:${effect}`) })
}

function payloadOf(payload: unknown): Payload {
  if (typeof payload !== 'object' || payload === null) return {}
  return Object.fromEntries(
    Object.entries(payload).flatMap(([name, value]) => (value === null || typeof value === 'object' ? [] : [[name, String(value)]])),
  )
}
