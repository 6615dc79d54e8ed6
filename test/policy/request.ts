import { formIn } from '../visitor.ts'
import type { Somebody } from '../world.ts'
import type { Column, Desk, PolicyWorld } from './world.ts'

/** What is asked for: parts of the address, and whatever else its request needs. */
export type Subject = Readonly<Record<string, string>>

/** A valid request. Token and key of a form are put in by the walk, since they belong to whoever knocks. */
export type Sent = {
  path: string
  form?: Readonly<Record<string, string | readonly string[]>>
  file?: { field: string; name: string; bytes: Uint8Array }
  json?: unknown
  bytes?: { type: string; content: Uint8Array }
  headers?: Readonly<Record<string, string>>
  cookies?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, string>>
}

export type Walked = { w: PolicyWorld; subject: Subject; who: Somebody | undefined; column: Column; at: number }

/** How a route is knocked at validly. */
export type Knock = {
  /** Whose work it is; decides who stands in the columns that need a role. Registrar where nothing is said. */
  desk?: Desk
  /** Makes what the request is about; `lies` says with which unit. Made anew for everybody who is let in, unless it `stays`. */
  subject?: (w: PolicyWorld, lies: 'own' | 'predecessor') => Promise<Subject>
  /** Nobody changes it: one serves all. True for GET where nothing is said. */
  stays?: boolean
  /** The session is over afterwards. */
  endsSession?: boolean
  send: (walked: Walked) => Sent | Promise<Sent>
}

export type Knocks = Readonly<Record<string, Knock>>

/** A route that is asked for by its address alone. */
export const plain = (path: string): Knock => ({ send: () => ({ path }) })

/** The fields of a form as somebody finds them on a page; what a denied visitor sends is this form, too. */
export async function fieldsOn(w: PolicyWorld, who: Somebody, page: string, action: string): Promise<Record<string, string | string[]>> {
  const visitor = await w.visitor(who)
  const { html, status } = await visitor.get(page)
  if (status !== 200) throw new Error(`${page} answered ${status} to ${who.key}`)
  const { _csrf, _key, ...fields } = formIn(html, action).fields
  return fields
}
