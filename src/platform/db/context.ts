import type { Id } from '#platform/id'
import type { Statement } from './batch.ts'

/** Who stands behind a trip. Row-level security reads exactly this. */
export type Actor = {
  /** The account that acts; for the public the nil id. */
  id: Id
  kind: 'citizen' | 'staff' | 'public' | 'job' | 'gate'
  /** Which of the systems: state, party, front … */
  system: string
  /** Posts held or covered today. */
  posts: readonly Id[]
  /** Units in scope, predecessors included. */
  units: readonly Id[]
  /** The person or organisation for whom a citizen's account acts. */
  party?: Id
  /** The unit at whose counter this official acts for somebody who stands there; nobody else's rights come with it. */
  counter?: Id
  /** The roles of the posts held or covered, as the policies name them. */
  roles?: readonly string[]
  /** The session behind the request; a write checks that it is still open. */
  session?: Id
}

export const nobody: Id = '00000000-0000-0000-0000-000000000000'

const scope = `select set_config('lt.actor', $1, true), set_config('lt.kind', $2, true), set_config('lt.system', $3, true),
 set_config('lt.units', $4, true), set_config('lt.posts', $5, true), set_config('lt.party', $6, true), set_config('lock_timeout', '5s', true)`
const scopeReadOnly = `${scope}, set_config('transaction_read_only', 'on', true)`

function list(ids: readonly Id[]): string {
  return `{${ids.join(',')}}`
}

function valuesOf(actor: Actor): string[] {
  return [actor.id, actor.kind, actor.system, list(actor.units), list(actor.posts), actor.party ?? '']
}

/** The first statement of a writing trip. */
export function asActor(actor: Actor): Statement {
  return { text: scope, values: valuesOf(actor) }
}

/** The first statement of a reading trip: an INSERT behind it fails with 25006. */
export function asReader(actor: Actor): Statement {
  return { text: scopeReadOnly, values: valuesOf(actor) }
}
