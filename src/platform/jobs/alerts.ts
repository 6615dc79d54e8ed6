import { asActor, type Pool, rowsOf } from '#platform/db'
import { jobActor } from './task.ts'

/** A job that has failed several times (`given-up` false: it will be tried again) or for the last time. */
export type Failing = { job: string; task: string; attempts: number; givenUp: boolean }

/** Makes alerts for jobs that keep failing; each is told once, and once more when the last try has failed. */
export async function raiseAlerts(pool: Pool, now: string): Promise<Failing[]> {
  const [, raised] = await pool.trip([asActor(jobActor({})), { text: 'select * from raise_job_alerts($1)', values: [now] }])
  return rowsOf<{ job: bigint; task: string; attempts: number; given_up: boolean }>(raised).map((row) => ({
    job: String(row.job),
    task: row.task,
    attempts: row.attempts,
    givenUp: row.given_up,
  }))
}
