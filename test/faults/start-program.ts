/**
 * A program that does what the product does with its database, and nothing else: starts it, says so, ends on SIGTERM.
 * `start-program.ts DATA_DIR [ADDRESS]`; prints one JSON line when the database is up, and lines of progress on stderr.
 */
import { PostgresStartError, startPostgres } from '#platform/postgres'

const [dataDir = '', address = 'http://localhost:3000'] = process.argv.slice(2)

try {
  const server = await startPostgres({ dataDir, log: (line) => console.error(line) })
  await server.announce(address)
  process.on('SIGTERM', async () => {
    await server.stop()
    process.exit(0)
  })
  console.log(JSON.stringify({ program: process.pid, postmaster: server.pid, connection: server.connection }))
  await server.lost
  process.exit(5)
} catch (error) {
  if (!(error instanceof PostgresStartError)) throw error
  console.error(`${error.code}: ${error.message}`)
  process.exit(error.exitCode)
}
