import pg from 'pg'
import type { Connect } from '#platform/db'

// First half of a two-part advisory lock; the second is the runner's name. Work items lock in the one-part space.
const runnersAlive = 7_120_211

const orphans = `select distinct locked_by as name from graphile_worker._private_jobs
  where locked_by is not null and locked_by <> $1 and locked_at < now() - interval '2 seconds'`

/**
 * A runner's sign of life: a connection of its own that holds a lock under the runner's name, and lets go of it however the process ends.
 * The queue itself would give the jobs of a killed runner back only after four hours.
 */
export class Life {
  private readonly connect: Connect
  private readonly name: string
  private holding: Promise<pg.Client> | undefined

  constructor(connect: Connect, name: string) {
    this.connect = connect
    this.name = name
  }

  /** Holds the lock, on a new connection where the old one broke. */
  hold(): Promise<pg.Client> {
    if (this.holding !== undefined) return this.holding
    const holding = this.begin(() => {
      if (this.holding === holding) this.holding = undefined
    })
    this.holding = holding
    return holding
  }

  private async begin(forget: () => void): Promise<pg.Client> {
    const client = new pg.Client({ ...this.connect, application_name: 'lien-thong runner', connectionTimeoutMillis: 10_000 })
    client.on('error', forget).on('end', forget)
    try {
      await client.connect()
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as mine', [
        runnersAlive,
        this.name,
      ])
      if (rows[0]?.mine !== true) throw new Error('the connection that held the sign of life is not gone yet')
      return client
    } catch (error) {
      forget()
      await client.end().catch(() => {})
      throw error
    }
  }

  /** Gives the jobs of runners that no longer live back to the queue. Answers how many runners were found dead. */
  async giveBackOrphans(): Promise<number> {
    const client = await this.hold()
    const { rows } = await client.query<{ name: string }>(orphans, [this.name])
    let dead = 0
    for (const { name } of rows) {
      const lock = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as free', [runnersAlive, name])
      if (lock.rows[0]?.free !== true) continue
      await client.query('select graphile_worker.force_unlock_workers(array[$1])', [name])
      await client.query('select pg_advisory_unlock($1, hashtext($2))', [runnersAlive, name])
      dead += 1
    }
    return dead
  }

  async end(): Promise<void> {
    const client = await this.holding?.catch(() => undefined)
    await client?.end().catch(() => {})
  }
}
