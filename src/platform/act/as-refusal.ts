import { ConnectionLost, stateOf } from '#platform/db'
import { StorageProblem } from '#platform/files'
import { Refusal } from './refusal.ts'

/** SQLSTATE classes under which the database has no room or is not there for the moment: nothing is wrong with what was asked. */
const passing = /^(08|53|57P)/

/**
 * What the database or the place for files said, as the refusal it stands for; anything else is our own mistake and passes through.
 * What passes by itself is a 503: the same key finds out whether it was stored.
 */
export function asRefusal(error: unknown): unknown {
  if (error instanceof ConnectionLost) return new Refusal(503, 'outcome-unknown')
  if (error instanceof StorageProblem) return new Refusal(503, error.code === 'disk-full' ? 'disk-full' : 'storage-away')
  const state = stateOf(error)
  if (state === 'LT409' && error instanceof Error) return guardRefusal(error.message)
  if (state === '55P03' || state === '40P01' || state === '40001') return new Refusal(503, 'busy')
  if (state === '42501') return new Refusal(403, 'not-yours')
  if (state === '53100') return new Refusal(503, 'disk-full')
  if (state !== undefined && passing.test(state)) return new Refusal(503, 'outcome-unknown')
  return error
}

/** A guard that found nothing tells of something that is not there for this actor; any other, that somebody was faster. */
function guardRefusal(reason: string): Refusal {
  if (reason === 'session-ended') return new Refusal(401, reason)
  return new Refusal(reason.startsWith('no-such-') ? 404 : 409, reason)
}
