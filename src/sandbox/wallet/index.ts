import { createHash, createPrivateKey, sign } from 'node:crypto'
import { type KeyStore, publicPart } from '../keys.ts'
import type { Call, Reply, Routes } from '../routes.ts'
import { type BirthNote, birthNotes } from './birth-notes.ts'
import { paperOf } from './paper.ts'

/** The scope under which a mother agrees to share the notes in her wallet. */
export const birthNoteScope = 'vi.giay_chung_sinh'

type Options = { now: () => string; keys: KeyStore; numberBehind: (token: string, scope: string) => Promise<string | undefined> }

/**
 * Plays the paper wallet of VNeID. GET /giay-chung-sinh gives the notes of the person behind the access token: `statement` (JSON text:
 * the note and the SHA-256 of its PDF), `signature` (RFC 7515, detached content, ES256 by the clinic's key) and the PDF's path.
 * GET /khoa gives the clinic's public keys.
 */
export function wallet({ now, keys, numberBehind }: Options): Routes {
  const notes = birthNotes(now())
  const papers = new Map<string, Uint8Array>()
  const key = keys.signing('clinic')

  const paper = (id: string, note: BirthNote) => {
    const made = papers.get(id) ?? paperOf(note)
    papers.set(id, made)
    return made
  }
  const signed = (id: string, note: BirthNote) => {
    const pdfSha256 = createHash('sha256').update(paper(id, note)).digest('hex')
    const statement = JSON.stringify({ kind: 'birth-note', note, pdfSha256 })
    return { id, statement, signature: detachedSignature(statement, key), pdf: `/vi/giay-chung-sinh/${id}.pdf` }
  }
  const owner = (call: Call) => (call.bearer === undefined ? undefined : numberBehind(call.bearer, birthNoteScope))

  return {
    'GET /khoa': () => ({ json: { keys: [{ ...publicPart(key), use: 'sig', alg: 'ES256' }] } }),
    'GET /giay-chung-sinh': async (call) => {
      const number = await owner(call)
      if (number === undefined) return withoutConsent
      const own = [...notes].filter(([, note]) => note.mother.number === number)
      return { json: { notes: own.map(([id, note]) => signed(id, note)), at: now() } }
    },
    'GET /giay-chung-sinh/:file': async (call) => {
      const number = await owner(call)
      if (number === undefined) return withoutConsent
      const id = (call.params.file ?? '').replace(/\.pdf$/, '')
      const note = notes.get(id)
      if (note?.mother.number !== number) return { status: 404, json: { error: 'no such note' } }
      return { type: 'application/pdf', body: paper(id, note) }
    },
  }
}

const withoutConsent: Reply = {
  status: 401,
  headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  json: { error: 'invalid_token' },
}

function detachedSignature(content: string, key: ReturnType<KeyStore['signing']>): string {
  const header = base64url(JSON.stringify({ alg: 'ES256', kid: key.kid }))
  const signature = sign('sha256', Buffer.from(`${header}.${base64url(content)}`), {
    key: createPrivateKey({ key, format: 'jwk' }),
    dsaEncoding: 'ieee-p1363',
  })
  return `${header}..${signature.toString('base64url')}`
}

const base64url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url')
