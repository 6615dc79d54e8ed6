/**
 * Meets full disks, on a small file system mounted for it alone: `start-full-disk.ts MOUNT_POINT` prints what each start came to.
 * It runs in a mount namespace of its own, so that nothing has to be unmounted after it.
 */
import { open, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { PostgresStartError, startPostgres } from '#platform/postgres'
import { ask } from './start-program-run.ts'

const [mountPoint = ''] = process.argv.slice(2)
const dataDir = join(mountPoint, 'data')
const filler = join(mountPoint, 'filler')
const megabyte = Buffer.alloc(1024 * 1024, 1)

/** Takes all space but so many megabytes. */
async function fill(left: number): Promise<void> {
  const { bavail, bsize } = await statfs(mountPoint)
  const file = await open(filler, 'w')
  const wanted = Math.max(Math.floor((bavail * bsize) / megabyte.length) - left, 0)
  for (let i = 0; i < wanted; i++) await file.write(megabyte)
  while (left === 0 && (await file.write(megabyte.subarray(0, 4096)).catch(() => ({ bytesWritten: 0 }))).bytesWritten > 0);
  await file.close()
}

/** One start, then one question, then a clean stop. */
async function outcomeOf(sql: string): Promise<unknown> {
  try {
    const server = await startPostgres({ dataDir })
    const rows = await ask(server.connection, sql)
    await server.stop()
    return rows
  } catch (error) {
    return error instanceof PostgresStartError ? { code: error.code, exitCode: error.exitCode, message: error.message } : String(error)
  }
}

await fill(10)
const firstStart = await outcomeOf('select 1 as one')
await rm(filler)
const afterRoom = await outcomeOf("create table kept as select 'còn nguyên' as text")
await fill(0)
const laterStart = await outcomeOf('select 1 as one')
await rm(filler)
const afterRoomAgain = await outcomeOf('select text from kept')
console.log(JSON.stringify({ firstStart, afterRoom, laterStart, afterRoomAgain }))
