import type { Ctx } from '#platform/act'
import type { Instant } from '#platform/clock'
import { ask, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'
import { gate, type House } from './house.ts'
import { type Party, type PartyRole, sealedAt } from './person.ts'

const parties = `select ap.party_id as id, ap.role, o.name as organisation, o.tax_code, p.name as person
  from account_party ap left join organisation o on o.id = ap.party_id left join person p on p.id = ap.party_id
  where ap.account_id = $1 and ap.valid_from <= $2 and (ap.valid_to is null or ap.valid_to > $2)
  order by ap.role = 'self' desc, o.name`

type PartyRow = { id: Id; role: PartyRole; organisation: string | null; tax_code: string | null; person: Buffer | null }

/** For whom an account may act at an instant: the person, and organisations for which VNeID vouched lately. */
export async function partiesFor({ pool, keys }: House, account: Id, now: Instant): Promise<Party[]> {
  const [answer] = await ask(pool, gate(account), [{ text: parties, values: [account, now] }])
  const seen = new Map<Id, Party>()
  for (const { id, role, organisation, tax_code, person } of rowsOf<PartyRow>(answer)) {
    if (person !== null) seen.set(id, { id, kind: 'person', role, name: keys.openText(person, sealedAt.name) })
    else if (organisation !== null && tax_code !== null)
      seen.set(id, { id, kind: 'organisation', role, name: organisation, taxCode: tax_code })
  }
  return [...seen.values()]
}

/** For whom the actor's account may act now. */
export function partiesOf(ctx: Ctx): Promise<Party[]> {
  return partiesFor(ctx, ctx.actor.id, ctx.now)
}
