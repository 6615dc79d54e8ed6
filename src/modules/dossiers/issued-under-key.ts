import { type Directory, directoryOn, unitName } from '#modules/directory'
import { type Procedure, revisionOf } from '#modules/procedures'
import { type Evidence, unpackEvidence } from '#modules/signing'
import type { Ctx } from '#platform/act'
import { localDate } from '#platform/clock'
import { ask, rowsOf } from '#platform/db'
import { readCertificate } from '#platform/der'
import type { Id } from '#platform/id'
import { officeForms } from './papers/index.ts'
import { trackHash } from './submit.ts'

/** What the register says of a paper that was issued under a QR key: enough to compare a print with it, no citizen's name. */
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

/** Every paper that was issued under the key, newest first; none for a key that belongs to nothing. */
export async function issuedUnderKey(ctx: Ctx, key: string): Promise<IssuedPaper[]> {
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text: 'select * from issued_by_track($1)', values: [trackHash(key)] }])
  const directory = await directoryOn(ctx)
  return Promise.all(rowsOf<Row>(answer).map((row) => paperOf(ctx, directory, row)))
}

async function paperOf(ctx: Ctx, directory: Directory, row: Row): Promise<IssuedPaper> {
  const post = row.signed_post === null ? undefined : directory.findPost(row.signed_post)?.title
  const signer = row.evidence === null ? undefined : personIn(unpackEvidence(row.evidence.toString('utf8')), post)
  return {
    name: await nameOf(ctx, row),
    number: row.number,
    unit: unitName(directory.getUnit(row.unit_id), localDate(row.at)),
    issuedAt: row.at,
    ...(post === undefined ? {} : { post }),
    ...(signer === undefined ? {} : { signer }),
    ...(row.signed_at === null ? {} : { signedAt: row.signed_at }),
  }
}

/** A result is called as its procedure calls it, a form of the office as the circular does. */
async function nameOf(ctx: Ctx, { procedure_code, revision, template }: Row): Promise<Procedure['name']> {
  const form = Object.values(officeForms).find((one) => `form-${one.form}` === template)
  if (form !== undefined) return { vi: form.name, en: form.name }
  const procedure = await revisionOf(ctx, procedure_code, revision)
  const own = Object.values(procedure?.forms ?? {}).find((one) => `form-${one.form}` === template)
  if (own !== undefined) return own.name
  const result = procedure?.results.find((one) => one.template.id === template)
  if (result === undefined) throw new Error(`no result of ${procedure_code} is set with ${template}`)
  return result.name
}

/** The person among the certificates kept with a paper: authorities and agencies have no title. */
function personIn({ certificates }: Evidence, post: string | undefined): string | undefined {
  const subjects = certificates.map((der) => readCertificate(der).subject)
  return subjects.find(({ title }) => title !== undefined && title === post)?.commonName
}
