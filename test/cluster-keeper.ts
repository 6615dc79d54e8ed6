/**
 * Keeps a test cluster alive for as long as somebody uses it. With `--stdin` for the process that started it (bin/test.mjs): prints the
 * connection and ends with its input. Without: for every test process that holds a connection to `keeperAddress`, and a while longer.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { type Connection, type RunningPostgres, startPostgres } from '#platform/postgres'
import { keeperAddress } from './cluster-address.ts'
import { fastFolder, removeLeftBehind } from './fast-folder.ts'

const idleMs = 60_000
const prefix = `lien-thong-cluster-of-${process.getuid?.() ?? 0}-`

/** Fast and forgetful: nothing here outlives the run. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '400',
  max_wal_size: '4GB',
  checkpoint_timeout: '1h',
}

async function startIn(folder: string): Promise<{ connection: Connection; end: () => Promise<void>; lost: Promise<void> }> {
  const server: RunningPostgres = await startPostgres({ dataDir: folder, settings })
  const end = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { connection: { ...server.connection, database: 'postgres' }, end, lost: server.lost }
}

async function keepForStdin(): Promise<void> {
  const cluster = await startIn(await ownFolder())
  process.stdout.write(`${JSON.stringify(cluster.connection)}\n`)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.stdin.destroy())
  await new Promise((resolve) => process.stdin.resume().once('close', resolve))
  await cluster.end()
}

/** Whoever takes the address is the keeper; one that comes second leaves quietly. */
async function keepForLeases(): Promise<void> {
  const server = createServer()
  const unused = nobodyLeft(server)
  const connection = Promise.withResolvers<Connection>()
  server.on('connection', async (socket) =>
    socket.on('error', () => socket.destroy()).write(`${JSON.stringify(await connection.promise)}\n`),
  )
  if (!(await isTaken(server))) return
  const cluster = await startIn(await ownFolder())
  connection.resolve(cluster.connection)
  await Promise.race([unused, cluster.lost])
  server.close()
  await cluster.end()
}

function isTaken(server: Server): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(keeperAddress, () => resolve(true))
  })
}

/** Of a keeper that was killed its PostgreSQL went with it, its folder stayed: the next one takes it away. */
function ownFolder(): Promise<string> {
  const base = fastFolder()
  removeLeftBehind(base, prefix)
  return mkdtemp(join(base, `${prefix}${process.pid}-`))
}

function nobodyLeft(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let users = 0
  let patience = setTimeout(resolve, idleMs)
  server.on('connection', (socket) => {
    users += 1
    clearTimeout(patience)
    socket.resume().once('close', () => {
      users -= 1
      if (users === 0) patience = setTimeout(resolve, idleMs)
    })
  })
  return promise
}

await (process.argv.includes('--stdin') ? keepForStdin() : keepForLeases())
process.exit(0)
