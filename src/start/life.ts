import { MigrationProblem } from '#platform/db'
import { MasterKeyProblem } from '#platform/keys'
import { PostgresStartError } from '#platform/postgres'
import { ConfigProblem } from '../config.ts'
import { DatabaseUnreachable, WrongInstall } from './install.ts'
import { Opened } from './opened.ts'

const unsafeSettings = 78
const databaseLost = 5
const endsWithinMs = 30_000
/** Without its database nothing is left to wait for. */
const endsLostWithinMs = 3_000

/** Started: `lost` settles when the database that the program runs itself is gone. */
export type Started = { lost: Promise<void> | undefined }

/**
 * The life of the program's process: starts it, waits until it is told to end, ends what was opened in good order. A start that fails
 * says why in a line and leaves nothing running. A second signal ends it at once.
 */
export async function live(start: (opened: Opened) => Promise<Started>): Promise<never> {
  const opened = new Opened()
  const told = signals()
  try {
    const { lost = never } = await start(opened)
    const isLost = await Promise.race([told.then(() => false), lost.then(() => true)])
    if (isLost) console.error('PostgreSQL của bản cài này đã dừng ngoài ý muốn; chương trình kết thúc để được khởi động lại.')
    await within(opened.end(), isLost ? endsLostWithinMs : endsWithinMs)
    return process.exit(isLost ? databaseLost : 0)
  } catch (error) {
    console.error(isExpected(error) ? error.message : error)
    await within(opened.end(), endsWithinMs).catch(() => undefined)
    return process.exit(exitCodeOf(error))
  }
}

const never = new Promise<void>(() => {})

function signals(): Promise<void> {
  return new Promise((resolve) => {
    let count = 0
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.on(signal, () => {
        count += 1
        if (count > 1) process.exit(1)
        resolve()
      })
    }
  })
}

function within(work: Promise<void>, ms: number): Promise<void> {
  return Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, ms))])
}

function isExpected(error: unknown): error is Error {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    error.message = 'PORT: cổng này đang được chương trình khác dùng; hãy đặt một PORT khác.'
    return true
  }
  const kinds = [ConfigProblem, WrongInstall, DatabaseUnreachable, MasterKeyProblem, PostgresStartError, MigrationProblem]
  return kinds.some((kind) => error instanceof kind)
}

function exitCodeOf(error: unknown): number {
  if (error instanceof ConfigProblem || error instanceof WrongInstall || error instanceof MasterKeyProblem) return unsafeSettings
  return error instanceof PostgresStartError ? error.exitCode : 1
}
