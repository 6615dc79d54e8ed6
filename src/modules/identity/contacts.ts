import { type Ctx, entryFor, Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import { asActor, ask, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'
import { cleanInput } from '#platform/text'
import { stillSignedIn } from './end-session.ts'
import { gate } from './house.ts'
import { type Contacts, type Person, type PersonDetails, sealedAt, withOwnContacts } from './person.ts'

export type ContactProblem = { field: 'phone' | 'email'; rule: 'pattern' }

const own = `select p.id, p.name, p.details, i.value from account a join person p on p.id = a.person_id
  left join lateral (select value from identifier i where i.person_id = p.id and i.kind = 'cccd' and (i.valid_to is null or i.valid_to >= $2)
    order by i.recorded_at desc limit 1) i on true
  where a.id = $1`
type OwnRow = { id: Id; name: Buffer; details: Buffer; value: Buffer | null }

/** The person behind the actor's own account, whoever the account acts for. */
export async function personOf(ctx: Ctx): Promise<Person> {
  const { id, name, details, value } = await ownPerson(ctx)
  const number = value === null ? {} : { number: ctx.keys.openText(value, sealedAt.identifier) }
  const told = ctx.keys.openJson<PersonDetails>(details, sealedAt.details)
  return { id, name: ctx.keys.openText(name, sealedAt.name), ...number, ...withOwnContacts(told) }
}

/** Puts the actor's own telephone and mail address before those that VNeID told; an empty text takes one's own back. */
export async function changeContacts(ctx: Ctx, contacts: Contacts): Promise<{ ok: true } | { ok: false; problems: ContactProblem[] }> {
  const phone = cleanInput(contacts.phone ?? '').replaceAll(/[\s.-]/g, '')
  const email = cleanInput(contacts.email ?? '')
  const problems: ContactProblem[] = []
  if (phone !== '' && !/^0\d{9,10}$/.test(phone)) problems.push({ field: 'phone', rule: 'pattern' })
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email)) problems.push({ field: 'email', rule: 'pattern' })
  if (problems.length > 0) return { ok: false, problems }
  const { id, details } = await ownPerson(ctx)
  const { own: _before, ...told } = ctx.keys.openJson<PersonDetails>(details, sealedAt.details)
  const given: Contacts = { ...(phone !== '' && { phone }), ...(email !== '' && { email }) }
  const after: PersonDetails = Object.keys(given).length === 0 ? told : { ...told, own: given }
  await ctx.pool.trip([
    asActor(gate(ctx.actor.id)),
    ...stillSignedIn(ctx),
    { text: 'update person set details = $2 where id = $1', values: [id, ctx.keys.sealJson(after, sealedAt.details)] },
    entryFor(ctx.keys, ctx.actor.id, 'contacts.changed', id, ctx.now, given),
  ])
  return { ok: true }
}

async function ownPerson(ctx: Ctx): Promise<OwnRow> {
  const [answer] = await ask(ctx.pool, gate(ctx.actor.id), [{ text: own, values: [ctx.actor.id, localDate(ctx.now)] }])
  const [row] = rowsOf<OwnRow>(answer)
  if (row === undefined) throw new Refusal(401, 'sign-in')
  return row
}
