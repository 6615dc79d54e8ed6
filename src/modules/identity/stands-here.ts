import { asRefusal, type Ctx, entryFor, idAt, Refusal, refuseUnless } from '#platform/act'
import { localDate } from '#platform/clock'
import { asActor, ask, rowsOf, type Statement } from '#platform/db'
import type { Id } from '#platform/id'
import { numberKey } from './citizen.ts'
import { gate } from './house.ts'
import { type PersonDetails, sealedAt } from './person.ts'
import { mayKnowByCard } from './policy.ts'

/** Somebody at a counter as the card says it; without a number only as the person says it. */
export type AtCounter = { name: string; number?: string; details: PersonDetails }

export type Recognised = { ok: true; person: Id } | { ok: false; problem: 'another-person' }

type Row = { person_id: Id; name: Buffer; details: Buffer }

const known = `select i.person_id, p.name, p.details from identifier i join person p on p.id = i.person_id
  where i.kind = 'cccd' and i.value_key = $1 and (i.valid_to is null or i.valid_to >= $2) order by i.recorded_at desc limit 1`

/**
 * Knows who stands at the counter by the citizen number, or makes a person without an account: whoever signs in later with that number is
 * the same person and finds the case. Somebody without a number becomes a person of the case alone.
 * Contacts of somebody known are left as they are: what is typed at a counter must not lead another's notices away.
 * @param confirmed the population database says the same of number, name and birth date: then a name that changed is taken over
 * @param purpose code of the procedure, for the trace in the official's own chain
 * @throws Refusal 403 for anybody but a receptionist
 */
export async function whoStandsHere(
  ctx: Ctx,
  one: AtCounter,
  { confirmed, purpose }: { confirmed: boolean; purpose: string },
): Promise<Recognised> {
  if (!mayKnowByCard(ctx.actor)) throw new Refusal(403, 'not-for-you')
  for (let attempt = 1; ; attempt += 1) {
    const found = one.number === undefined ? undefined : await find(ctx, one.number)
    if (found !== undefined && !confirmed && !isSame(ctx, found, one)) return { ok: false, problem: 'another-person' }
    try {
      const person = found?.person_id ?? idAt(ctx.now)
      const rows = found === undefined ? newPerson(ctx, person, one) : renamed(ctx, found, one)
      await ctx.pool.trip([
        asActor(gate(ctx.actor.id)),
        ...rows,
        entryFor(ctx.keys, ctx.actor.id, 'person.at-counter', person, ctx.now, { purpose }),
      ])
      return { ok: true, person }
    } catch (error) {
      // Another counter, or the person's own sign-in, was faster: what it stored is found at the second look.
      const refusal = asRefusal(error)
      if (attempt === 2 || !(refusal instanceof Refusal) || refusal.reason !== 'known-meanwhile') throw refusal
    }
  }
}

async function find({ pool, keys, now, actor }: Ctx, number: string): Promise<Row | undefined> {
  const [answer] = await ask(pool, gate(actor.id), [{ text: known, values: [numberKey(keys, number), localDate(now)] }])
  return rowsOf<Row>(answer)[0]
}

/** The same letters in whatever case, and no other birth date as far as both are known. */
function isSame({ keys }: Ctx, { name, details }: Row, one: AtCounter): boolean {
  const before = keys.openJson<PersonDetails>(details, sealedAt.details).bornOn
  const { bornOn } = one.details
  const length = Math.min(before?.length ?? 0, bornOn?.length ?? 0)
  const plain = (text: string) => text.normalize('NFC').toLocaleLowerCase('vi')
  return plain(keys.openText(name, sealedAt.name)) === plain(one.name) && before?.slice(0, length) === bornOn?.slice(0, length)
}

function renamed({ keys }: Ctx, { person_id, name }: Row, one: AtCounter): Statement[] {
  if (keys.openText(name, sealedAt.name) === one.name) return []
  return [{ text: 'update person set name = $2 where id = $1', values: [person_id, keys.seal(one.name, sealedAt.name)] }]
}

function newPerson({ keys, now }: Ctx, person: Id, { name, number, details }: AtCounter): Statement[] {
  const row: Statement = {
    text: 'insert into person (id, staff, name, details, sample, created_at) select $1, false, $2, $3, coalesce((select sample from install), false), $4',
    values: [person, keys.seal(name, sealedAt.name), keys.sealJson(details, sealedAt.details), now],
  }
  if (number === undefined) return [row]
  const key = numberKey(keys, number)
  return [
    { text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))', values: [key.toString('hex')] },
    refuseUnless("not exists (select from identifier i where i.kind = 'cccd' and i.value_key = $1)", [key], 'known-meanwhile'),
    row,
    {
      text: `insert into identifier (id, person_id, kind, value, value_key, valid_from, source, recorded_at) values ($1, $2, 'cccd', $3, $4, $5, 'counter', $6)`,
      values: [idAt(now), person, keys.seal(number, sealedAt.identifier), key, localDate(now), now],
    },
  ]
}
