import { createHash } from 'node:crypto'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Asked } from '#platform/http-client'
import { type Asking, type LookUp, recorded } from './look-up.ts'
import { isSignedBy, type TrustedKey } from './note-signature.ts'
import { asked, isSilent, patience, read, type Silent } from './sources.ts'

/** The paper wallet of VNeID and the clinics' keys that we trust. */
export type Wallet = { url: string; trustedKeys: readonly TrustedKey[]; timeoutMs?: number }

const text = Type.String({ maxLength: 500 })
const date = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

const Note = Type.Object({
  code: text,
  issuedOn: date,
  facility: Type.Object({ name: text, address: text }),
  mother: Type.Object({ name: text, number: Type.String({ pattern: '^\\d{12}$' }), bornOn: text, ethnicity: text, address: text }),
  child: Type.Object({
    sex: Type.Union([Type.Literal('male'), Type.Literal('female')]),
    bornOn: date,
    bornAt: text,
    place: text,
    weightGrams: Type.Integer(),
    bornAs: Type.Integer(),
    ofChildren: Type.Integer(),
    plannedName: text,
  }),
})
/** What a clinic certifies of a birth. */
export type BirthNote = Static<typeof Note>

const Statement = Type.Object({ kind: Type.Literal('birth-note'), note: Note, pdfSha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) })
const Listed = Type.Object({ id: text, statement: Type.String({ maxLength: 10_000 }), signature: text, pdf: text })
const List = Type.Object({ notes: Type.Array(Listed, { maxItems: 20 }), at: text })
type Listed = Static<typeof Listed>

type Wrong = { differs: string }

/** A verified note: its content, its PDF, and what proves it (text and detached signature of the clinic). */
export type BirthPaper = { id: string; note: BirthNote; pdf: Uint8Array; pdfSha256: string; statement: string; signature: string }

export type BirthNotes = LookUp<{ notes: readonly { code: string; pdfSha256: string }[] }> & { papers: readonly BirthPaper[] }

/**
 * Fetches, with the access token to which the mother consented, the birth notes of her wallet; twins have two. A note counts when a
 * trusted clinic signed it, its PDF is the signed one, and it names this mother. If any does not: `mismatch`, with what is wrong.
 */
export async function fetchBirthNote(
  wallet: Wallet,
  asking: Asking,
  consent: { accessToken: string; motherNumber: string },
): Promise<BirthNotes> {
  const askedAt = asking.now()
  const topic = { question: 'birth-note', source: 'vneid-wallet' } as const
  // Two requests follow one another, so each may take half of the patience.
  const request = { bearer: consent.accessToken, timeoutMs: patience(wallet.timeoutMs) / 2, maxBytes: 5 * 1024 * 1024 }
  const list = read(await asked(`${wallet.url}/giay-chung-sinh`, request), List)
  if (isSilent(list)) return { ...recorded(asking, askedAt, topic, { status: 'unavailable', reason: list.silent }), papers: [] }
  if (list.notes.length === 0)
    return { ...recorded(asking, askedAt, topic, { status: 'missing', reason: 'not-found', at: list.at }), papers: [] }

  const fetched = await Promise.all(list.notes.map((listed) => paperOf(listed, wallet, request, consent.motherNumber)))
  const silent = fetched.find(isSilent)
  if (silent) return { ...recorded(asking, askedAt, topic, { status: 'unavailable', reason: silent.silent }), papers: [] }
  const papers = fetched.flatMap((one) => ('note' in one ? [one] : []))
  const differs = fetched.flatMap((one) => ('differs' in one ? [one.differs] : []))
  const notes = papers.map(({ note, pdfSha256 }) => ({ code: note.code, pdfSha256 }))
  const finding = { status: differs.length === 0 ? 'match' : 'mismatch', at: list.at, differs, fields: { notes } } as const
  return { ...recorded(asking, askedAt, topic, finding), papers }
}

async function paperOf(listed: Listed, wallet: Wallet, request: Asked, motherNumber: string): Promise<BirthPaper | Wrong | Silent> {
  if (!isSignedBy(listed.statement, listed.signature, wallet.trustedKeys)) return { differs: 'signature' }
  const statement = statementIn(listed.statement)
  if (!statement) return { silent: 'unreadable' }
  if (statement.note.mother.number !== motherNumber) return { differs: 'mother.number' }
  const answer = await asked(new URL(`giay-chung-sinh/${encodeURIComponent(listed.id)}.pdf`, `${wallet.url}/`).href, request)
  if (isSilent(answer)) return answer
  if (createHash('sha256').update(answer.bytes).digest('hex') !== statement.pdfSha256) return { differs: 'pdf' }
  const { id, signature } = listed
  return { id, note: statement.note, pdf: answer.bytes, pdfSha256: statement.pdfSha256, statement: listed.statement, signature }
}

function statementIn(content: string): Static<typeof Statement> | undefined {
  try {
    const statement: unknown = JSON.parse(content)
    return Value.Check(Statement, statement) ? statement : undefined
  } catch {
    return undefined
  }
}
