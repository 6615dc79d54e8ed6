import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { DB } from '#schema'
import type { Answer, Row, Statement } from './batch.ts'
import { type Actor, asReader } from './context.ts'
import type { Pool } from './pool.ts'
import type { Value } from './value.ts'

/** Typed questions that can only read: each travels behind the actor's scope in a read-only transaction of its own. */
export type Reader = Kysely<DB>

/** Anything that compiles to SQL: a Kysely query. */
export type Query<R = unknown> = { compile(): CompiledQuery<R> }

/** A compiled query as a statement of a trip. */
export function statementOf(query: Query): Statement {
  const { sql, parameters } = query.compile()
  return { text: sql, values: parameters as readonly Value[] }
}

class ReadingConnection implements DatabaseConnection {
  private readonly pool: Pool
  private readonly actor: Actor

  constructor(pool: Pool, actor: Actor) {
    this.pool = pool
    this.actor = actor
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const statement = { text: query.sql, values: query.parameters as readonly Value[] }
    const [, answer] = await this.pool.trip([asReader(this.actor), statement])
    return { rows: (answer?.rows ?? []) as R[] }
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('a reader does not stream; ask page by page')
  }
}

class ReadingDriver implements Driver {
  private readonly connection: ReadingConnection

  constructor(pool: Pool, actor: Actor) {
    this.connection = new ReadingConnection(pool, actor)
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.connection
  }
  async beginTransaction(): Promise<void> {
    throw new Error('a reader opens no transaction; an act writes')
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

/** A reader for one actor. Cheap: it holds no connection between questions. */
export function readerFor(pool: Pool, actor: Actor): Reader {
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new ReadingDriver(pool, actor),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

/** Several questions in one trip, each answered in its place; for what an act must know before it writes. */
export async function ask(pool: Pool, actor: Actor, questions: readonly Statement[]): Promise<Answer[]> {
  const [, ...answers] = await pool.trip([asReader(actor), ...questions])
  return answers
}

/** The rows of an answer, typed by whoever wrote the question. */
export function rowsOf<R extends Row>(answer: Answer | undefined): R[] {
  return (answer?.rows ?? []) as R[]
}
