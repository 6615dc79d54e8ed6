import pg from 'pg'
import { type Answer, Batch, type Statement } from './batch.ts'

/** Where and as whom a pool connects; `host` is a folder for a Unix socket. */
export type Connect = { host: string; port: number; user: string; password: string; database: string }

/** A few connections under one role. A trip takes one of them, sends everything at once, and gives it back. */
export class Pool {
  private readonly pool: pg.Pool

  /**
   * @param size how many connections at most
   * @param name shown in pg_stat_activity
   */
  constructor(connect: Connect, size: number, name: string) {
    this.pool = new pg.Pool({ ...connect, max: size, application_name: name, idleTimeoutMillis: 60_000, connectionTimeoutMillis: 10_000 })
    // An idle connection that dies is replaced by the next trip; unheard, the event would end the program.
    this.pool.on('error', () => {})
    // The pool listens to idle connections only: one that dies while it is lent out tells its trip, and would end the program besides.
    this.pool.on('connect', (client) => client.on('error', () => {}))
  }

  /** Sends the statements as one implicit transaction. Rejects with the database's own error; then nothing is stored. */
  async trip(statements: readonly Statement[]): Promise<Answer[]> {
    const client = await this.taken()
    let broken = false
    try {
      const batch = new Batch(statements)
      client.query(batch)
      return await batch.answers
    } catch (error) {
      broken = !hasState(error) && !(error instanceof TypeError)
      throw broken ? new ConnectionLost(error) : error
    } finally {
      client.release(broken)
    }
  }

  /** Whatever keeps a connection from being had – nobody listens, starting up, none free in time – is the same to who asks. */
  private async taken(): Promise<pg.PoolClient> {
    try {
      return await this.pool.connect()
    } catch (error) {
      throw new ConnectionLost(error)
    }
  }

  /** Runs work on one connection of its own: for migrations, advisory locks and imports. */
  async alone<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect()
    let failed = true
    try {
      const result = await work(client)
      failed = false
      return result
    } finally {
      client.release(failed)
    }
  }

  /** How many connections are busy, idle and waited for; for /metrics. */
  usage(): { total: number; idle: number; waiting: number } {
    return { total: this.pool.totalCount, idle: this.pool.idleCount, waiting: this.pool.waitingCount }
  }

  async end(): Promise<void> {
    await this.pool.end()
  }
}

/** No connection was to be had, or it died while a trip was under way: then it is not known whether it was stored; the same key will tell. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('the connection to the database was lost', { cause })
    this.name = 'ConnectionLost'
  }
}

/** The SQLSTATE of an error that the database itself gave, or undefined. */
export function stateOf(error: unknown): string | undefined {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') {
    // No SQLSTATE begins with E; «EPIPE» and other words of the system do.
    return /^[0-9A-DF-Z][0-9A-Z]{4}$/.test(error.code) ? error.code : undefined
  }
  return undefined
}

// 57P0x: the server is going down and closes the connection behind the error; the outcome of a commit is unknown.
function hasState(error: unknown): boolean {
  const state = stateOf(error)
  return state !== undefined && !state.startsWith('57P')
}
