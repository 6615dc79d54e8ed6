import { addMinutes, type Instant } from '#platform/clock'
import { asActor, ask, rowsOf, type Statement } from '#platform/db'
import type { Id } from '#platform/id'
import { gate, type House } from './house.ts'
import { sealedAt } from './person.ts'

/** What is kept, sealed, between two steps of a sign-in; `purpose` keeps the ticket of one door from opening another. */
export type Ticket = { purpose: 'sign-in' | 'consent' | 'renew' | 'passkey-add' | 'passkey-in' }

const minutesOpen = 15

/** The rows that keep a ticket for a quarter of an hour; tickets that ran out go. */
export function ticketRows(keys: House['keys'], id: Id, ticket: Ticket, backTo: string, now: Instant): Statement[] {
  return [
    { text: 'delete from sign_in_trip where expires_at <= $1', values: [now] },
    {
      text: 'insert into sign_in_trip (id, secret, back_to, created_at, expires_at) values ($1, $2, $3, $4, $5)',
      values: [id, keys.sealJson(ticket, sealedAt.trip), backTo, now, addMinutes(now, minutesOpen)],
    },
  ]
}

type Row = { secret: Buffer; back_to: string }

/** Takes a ticket back: it opens once. Undefined where it is unknown, too old, used, or of another door. */
export async function takeTicket<T extends Ticket>(
  { pool, keys }: House,
  id: Id,
  purpose: T['purpose'],
  now: Instant,
): Promise<(T & { backTo: string }) | undefined> {
  const text = 'delete from sign_in_trip where id = $1 and expires_at > $2 returning secret, back_to'
  const [, answer] = await pool.trip([asActor(gate()), { text, values: [id, now] }])
  return opened<T>(keys, rowsOf<Row>(answer)[0], purpose)
}

/** Looks at a ticket and leaves it where it is: for a page shown again after a mistake. */
export async function readTicket<T extends Ticket>(
  { pool, keys }: House,
  id: Id,
  purpose: T['purpose'],
  now: Instant,
): Promise<(T & { backTo: string }) | undefined> {
  const text = 'select secret, back_to from sign_in_trip where id = $1 and expires_at > $2'
  const [answer] = await ask(pool, gate(), [{ text, values: [id, now] }])
  return opened<T>(keys, rowsOf<Row>(answer)[0], purpose)
}

function opened<T extends Ticket>(keys: House['keys'], row: Row | undefined, purpose: T['purpose']): (T & { backTo: string }) | undefined {
  if (row === undefined) return undefined
  const ticket = keys.openJson<T>(row.secret, sealedAt.trip)
  return ticket.purpose === purpose ? { ...ticket, backTo: row.back_to } : undefined
}
