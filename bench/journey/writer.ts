import pg, { type Connection, type Submittable } from 'pg'
import { serialize } from 'pg-protocol'
import type { Connect, Statement, Value } from '#platform/db'
import { takeJob } from '../own-process.ts'
import { type Prepared, type Recorded, renew, type Way, writtenOut } from './ceiling.ts'

/** Recorded journeys, one for each commune, with the copies of drafts that may be filed there. */
export type Writing = {
  connect: Connect
  way: Way
  offices: { recorded: Recorded; before: ReadonlySet<string>; drafts: Prepared[] }[]
  connections: number
  seconds: number
}

export type Written = { journeys: number; seconds: number; ranOut: boolean; statements: number }

/** One statement, its bytes made beforehand; answered when the server is ready for the next. */
class Sent implements Submittable {
  private readonly bytes: Buffer
  private readonly done: (error?: Error) => void

  constructor(bytes: Buffer, done: (error?: Error) => void) {
    this.bytes = bytes
    this.done = done
  }

  submit(connection: Connection): undefined {
    ;(connection as Connection & { stream: NodeJS.WritableStream }).stream.write(this.bytes)
  }

  handleReadyForQuery(): void {
    this.done()
  }

  handleError(error: Error): void {
    this.done(error)
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
  handleCopyInResponse(): void {}
}

// Everything is made before the clock runs, and nothing is read from the answers: the ceiling only writes.
takeJob<Writing, Written>(async ({ connect, way, offices, connections, seconds }) => {
  const names = new Map([
    ['begin', 'begin'],
    ['commit', 'commit'],
  ])
  const ready = interleaved(offices.map(({ recorded, before, drafts }) => drafts.map((draft) => renew(recorded, before, draft)))).map(
    (trips) => trips.flatMap((trip) => inTransaction(way === 'statement' ? writtenOut(trip) : trip)).map((one) => bound(one, names)),
  )
  const clients = await Promise.all(Array.from({ length: connections }, () => prepared(connect, names)))
  const began = performance.now()
  const until = began + seconds * 1000
  let next = 0
  const work = async (client: pg.Client): Promise<void> => {
    while (performance.now() < until && next < ready.length) {
      const place = next
      next += 1
      for (const bytes of ready[place] ?? []) await send(client, bytes)
    }
  }
  await Promise.all(clients.map(work))
  const took = (performance.now() - began) / 1000
  await Promise.all(clients.map((client) => client.end()))
  return { journeys: next, seconds: took, ranOut: next >= ready.length, statements: ready[0]?.length ?? 0 }
})

/** The first of each, then the second of each: communes take turns, as they do in the product. */
function interleaved<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_, place) => lists.flatMap((list) => list.slice(place, place + 1))).flat()
}

function inTransaction(trip: readonly Statement[]): Statement[] {
  return [{ text: 'begin', values: [] }, ...trip, { text: 'commit', values: [] }]
}

function bound({ text, values }: Statement, names: Map<string, string>): Buffer {
  const statement = names.get(text) ?? `c${names.size}`
  names.set(text, statement)
  return Buffer.concat([
    serialize.bind({ statement, values: values.map(asSent) }),
    serialize.execute({ portal: '', rows: 0 }),
    serialize.sync(),
  ])
}

function asSent(value: Value): string | Buffer | null {
  if (value === null) return null
  if (value instanceof Uint8Array) return Buffer.from(value)
  if (Array.isArray(value))
    return `{${value.map((item) => (item === null ? 'NULL' : `"${String(item).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`)).join(',')}}`
  return String(value)
}

async function prepared(connect: Connect, names: ReadonlyMap<string, string>): Promise<pg.Client> {
  const client = new pg.Client({ ...connect, application_name: 'bench ceiling' })
  await client.connect()
  for (const [text, name] of names) await send(client, Buffer.concat([serialize.parse({ name, text }), serialize.sync()]))
  return client
}

function send(client: pg.Client, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new Sent(bytes, (error) => (error === undefined ? resolve() : reject(error))))
  })
}
