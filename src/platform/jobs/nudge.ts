import type { Pool } from '#platform/db'

const call: { text: string; values: string[] } = { text: 'select pg_notify($1, $2)', values: ['jobs:insert', '{"count":4}'] }

/**
 * Tells the runners that something was enqueued, after the commit and at most once in `everyMs`. A nudge that is lost costs one poll
 * of the runner and nothing else, so a failure is not reported.
 */
export function nudging(pool: Pool, everyMs: number): { nudge: () => void; stop: () => void } {
  let pause: NodeJS.Timeout | undefined
  let again = false
  const nudge = (): void => {
    if (pause !== undefined) {
      again = true
      return
    }
    pool.trip([call]).catch(() => {})
    pause = setTimeout(() => {
      pause = undefined
      if (!again) return
      again = false
      nudge()
    }, everyMs).unref()
  }
  return { nudge, stop: () => clearTimeout(pause) }
}
