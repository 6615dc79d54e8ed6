import type { Connection, Submittable } from 'pg'
import { type DatabaseError, serialize } from 'pg-protocol'
import { parserOf } from './types.ts'
import { onTheWire, type Value } from './value.ts'

/** One statement of a trip: its text (which never holds a value) and its values. */
export type Statement = { text: string; values: readonly Value[] }

/** One row as it came; columns keep their snake_case names. */
export type Row = Record<string, unknown>

/** What one statement answered: its rows, and how many rows it touched. */
export type Answer = { rows: Row[]; count: number }

type Field = { name: string; dataTypeID: number }

/** Every text gets one name for the life of the process; a name belongs to a text, never to a place in the code. */
const names = new Map<string, string>()
/** The names that a connection has parsed without error. */
const parsedOn = new WeakMap<Connection, Set<string>>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

/**
 * All statements of a trip as one implicit transaction: they travel in one buffer with one Sync, so either every one is
 * stored or none. Everything is turned into bytes before the first byte leaves: a value that cannot be sent, sends nothing.
 */
export class Batch implements Submittable {
  readonly answers: Promise<Answer[]>
  private readonly statements: readonly Statement[]
  private readonly results: Answer[] = []
  private fields: Field[] = []
  private rows: Row[] = []
  private fresh: string[] = []
  private known: Set<string> | undefined
  private resolve: (answers: Answer[]) => void = () => {}
  private reject: (reason: unknown) => void = () => {}

  constructor(statements: readonly Statement[]) {
    this.statements = statements
    this.answers = new Promise((resolve, reject) => {
      this.resolve = resolve
      this.reject = reject
    })
  }

  submit(connection: Connection): Error | undefined {
    try {
      const bytes = this.serialised(connection)
      ;(connection as Connection & { stream: NodeJS.WritableStream }).stream.write(bytes)
      return undefined
    } catch (error) {
      // Returned, not thrown: pg hands it to handleError and the connection stays usable.
      return error instanceof Error ? error : new Error(String(error))
    }
  }

  private serialised(connection: Connection): Buffer {
    const known = parsedOn.get(connection) ?? new Set<string>()
    parsedOn.set(connection, known)
    this.known = known
    const fresh: string[] = []
    const parts: Buffer[] = []
    for (const { text, values } of this.statements) {
      const name = nameOf(text)
      if (!known.has(name) && !fresh.includes(name)) {
        // Close of an unknown name is no error; after a failed trip the name may or may not exist.
        parts.push(serialize.close({ type: 'S', name }), serialize.parse({ name, text }))
        fresh.push(name)
      }
      const wire = values.map(onTheWire)
      parts.push(
        serialize.bind({ statement: name, values: wire }),
        serialize.describe({ type: 'P', name: '' }),
        serialize.execute({ portal: '', rows: 0 }),
      )
    }
    parts.push(serialize.sync())
    this.fresh = fresh
    return Buffer.concat(parts)
  }

  handleRowDescription(message: { fields: Field[] }): void {
    this.fields = message.fields
  }

  handleDataRow(message: { fields: (string | null)[] }): void {
    const row: Row = {}
    this.fields.forEach((field, place) => {
      const text = message.fields[place] ?? null
      row[field.name] = text === null ? null : parserOf(field.dataTypeID)(text)
    })
    this.rows.push(row)
  }

  handleCommandComplete(message: { text: string }): void {
    const count = Number(/(\d+)$/.exec(message.text)?.[1] ?? 0)
    this.results.push({ rows: this.rows, count })
    this.fields = []
    this.rows = []
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' })
  }

  handlePortalSuspended(): void {}

  handleCopyInResponse(): void {}

  /** Arrives once; no ReadyForQuery reaches us after it. Which of the new names were parsed is not known: forget them all. */
  handleError(error: DatabaseError | Error): void {
    this.reject(error)
  }

  handleReadyForQuery(): void {
    for (const name of this.fresh) this.known?.add(name)
    this.resolve(this.results)
  }
}
