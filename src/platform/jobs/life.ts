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
  private isOver = false
  private missed: ReadonlySet<string> = new Set()

  constructor(connect: Connect, name: string) {
    this.connect = connect
    this.name = name
  }

  /** Holds the lock, on a new connection where the old one broke. */
  hold(): Promise<pg.Client> {
    // Held again after its end, the name would look alive for ever, and its jobs with it.
    if (this.isOver) return Promise.reject(new Error('the runner has ended'))
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
    if (this.isOver) return 0
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

  /**
   * Gives back jobs under our own name that we never received: the lock was stored, and the connection died before its answer came.
   * A job counts as lost when it was so the last time already: one that just ended is about to be taken off.
   * @param running ids of the jobs that we know of
   */
  async giveBackLost(running: ReadonlySet<string>): Promise<number> {
    if (this.isOver) return 0
    const client = await this.hold()
    const { rows } = await client.query<{ id: string }>(
      'select id::text as id from graphile_worker._private_jobs where locked_by = $1 and not (id::text = any ($2))',
      [this.name, [...running]],
    )
    const lost = rows.map(({ id }) => id).filter((id) => this.missed.has(id))
    this.missed = new Set(rows.map(({ id }) => id))
    if (lost.length === 0) return 0
    const free = 'update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_by = $1 and id::text = any ($2)'
    return (await client.query(free, [this.name, lost])).rowCount ?? 0
  }

  async end(): Promise<void> {
    this.isOver = true
    const client = await this.holding?.catch(() => undefined)
    await client?.end().catch(() => {})
  }
}
