import { type PersonDetails, sealedAt } from '#modules/identity'
import type { Ctx } from '#platform/act'
import { ask, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'
import type { Subject } from './papers/index.ts'

const question = `select p.name, p.details, o.name as organisation, o.tax_code,
    (select i.value from identifier i where i.person_id = p.id and i.kind = 'cccd' order by i.recorded_at desc limit 1) as number
  from (select $1::uuid as id) x left join person p on p.id = x.id left join organisation o on o.id = x.id`

type Row = { name: Buffer | null; details: Buffer | null; organisation: string | null; tax_code: string | null; number: Buffer | null }

/** Whose matter it is, as the office's forms name him: a person, or an organisation by its tax code. */
export async function applicantOf(ctx: Ctx, party: Id): Promise<Subject['applicant']> {
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text: question, values: [party] }])
  const [row] = rowsOf<Row>(answer)
  if (row?.organisation) return { name: row.organisation, ...(row.tax_code === null ? {} : { number: row.tax_code }) }
  if (!row?.name || !row.details) throw new Error('a dossier of nobody')
  const { address, phone, email, own = {} } = ctx.keys.openJson<PersonDetails>(row.details, sealedAt.details)
  const contacts = { ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }), ...own }
  return {
    name: ctx.keys.openText(row.name, sealedAt.name),
    ...(row.number === null ? {} : { number: ctx.keys.openText(row.number, sealedAt.identifier) }),
    ...(address === undefined ? {} : { address }),
    ...contacts,
  }
}
