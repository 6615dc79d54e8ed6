import { directoryOn, unitName } from '#modules/directory'
import { type Procedure, revisionOf } from '#modules/procedures'
import { type Evidence, unpackEvidence } from '#modules/signing'
import type { Ctx } from '#platform/act'
import { localDate } from '#platform/clock'
import { ask, rowsOf } from '#platform/db'
import { readCertificate } from '#platform/der'
import type { Id } from '#platform/id'
import { trackHash } from './submit.ts'

/** What the register says of the paper that was issued last under a QR key: enough to compare a print with it, no citizen's name. */
export type IssuedPaper = {
  name: Procedure['name']
  number: string | null
  unit: string
  /** Post of the leader who signed, and his name as his certificate says it. */
  post?: string
  signer?: string
  signedAt?: string
  issuedAt: string
}

type Row = {
  procedure_code: string
  revision: number
  template: string
  number: string | null
  at: string
  unit_id: Id
  signed_post: Id | null
  signed_at: string | null
  evidence: Buffer | null
}

/** Undefined while nothing is issued, and for a key that belongs to nothing. */
export async function issuedUnderKey(ctx: Ctx, key: string): Promise<IssuedPaper | undefined> {
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text: 'select * from issued_by_track($1)', values: [trackHash(key)] }])
  const [row] = rowsOf<Row>(answer)
  if (row === undefined) return undefined
  const procedure = await revisionOf(ctx, row.procedure_code, row.revision)
  const result = procedure?.results.find(({ template }) => template.id === row.template)
  if (procedure === undefined || result === undefined) throw new Error(`no result of ${row.procedure_code} is set with ${row.template}`)
  const directory = await directoryOn(ctx)
  const unit = unitName(directory.getUnit(row.unit_id), localDate(row.at))
  const post = row.signed_post === null ? undefined : directory.findPost(row.signed_post)?.title
  const signer = row.evidence === null ? undefined : personIn(unpackEvidence(row.evidence.toString('utf8')), post)
  return {
    name: result.name,
    number: row.number,
    unit,
    issuedAt: row.at,
    ...(post === undefined ? {} : { post }),
    ...(signer === undefined ? {} : { signer }),
    ...(row.signed_at === null ? {} : { signedAt: row.signed_at }),
  }
}

/** The person among the certificates kept with a paper: authorities and agencies have no title. */
function personIn({ certificates }: Evidence, post: string | undefined): string | undefined {
  const subjects = certificates.map((der) => readCertificate(der).subject)
  return subjects.find(({ title }) => title !== undefined && title === post)?.commonName
}
