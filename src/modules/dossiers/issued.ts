import { packEvidence, type Signed } from '#modules/signing'
import { type Ctx, idAt, refuseUnless } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Statement } from '#platform/db'
import type { Id } from '#platform/id'

/** A number in a series of the office, with the guard that takes it. */
export type NextNumber = { number: string; year: number; guard: Statement }

/**
 * Reads the number that comes next in a unit's series; the guard in the act takes it, and fails the whole act when somebody else took
 * it meanwhile. When signing fails the act is never sent, so no number is spent.
 * @param symbol what follows the number on paper
 * @param ahead how many numbers of the series the same act takes before this one
 */
export async function nextNumber(ctx: Ctx, unit: Id, kind: string, symbol: string, ahead = 0): Promise<NextNumber> {
  const year = Number(localDate(ctx.now).slice(0, 4))
  const row = await ctx.db
    .selectFrom('number_series')
    .select('last')
    .where('unit_id', '=', unit)
    .where('kind', '=', kind)
    .where('year', '=', year)
    .executeTakeFirst()
  const next = (row?.last ?? 0) + ahead + 1
  return {
    number: `${next}/${symbol}`,
    year,
    guard: {
      text: `with taken as (insert into number_series (unit_id, kind, year, last) values ($1, $2, $3, 1)
               on conflict (unit_id, kind, year) do update set last = number_series.last + 1 returning last)
             select refuse_unless(last = $4::int, 'number-taken') from taken`,
      values: [unit, kind, year, next],
    },
  }
}

/** One stage of a paper, as the register of issued files keeps it. */
export type Issued = {
  item: Id
  system: string
  unit: Id
  kind: string
  template: string
  stage: 'issued' | 'leader' | 'sealed'
  file: Id
  sha256: Uint8Array
  number: { number: string; year: number } | null
  post: Id | null
  act: Id
  signed: Extract<Signed, { ok: true }> | null
}

export function issuedRow(ctx: Ctx, one: Issued): Statement {
  return {
    text: `insert into issued_paper (id, work_item_id, kind, template, stage, file_id, sha256, number, number_year, signed_post, act_id, evidence, system, unit_id, at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    values: [
      idAt(ctx.now),
      one.item,
      one.kind,
      one.template,
      one.stage,
      one.file,
      one.sha256,
      one.number?.number ?? null,
      one.number?.year ?? null,
      one.post,
      one.act,
      one.signed === null ? null : Buffer.from(packEvidence(one.signed.evidence)),
      one.system,
      one.unit,
      ctx.now,
    ],
  }
}

/** The act does nothing when this paper was issued for that act before: a job that runs twice issues once. */
export function onlyOnce(item: Id, kind: string, of: Id): Statement {
  return refuseUnless(
    "not exists (select from act a where a.work_item_id = $1 and a.name = 'issueForm' and a.params ->> 'form' = $2 and a.params ->> 'of' = $3)",
    [item, kind, of],
    'form-issued',
  )
}
