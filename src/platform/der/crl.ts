import type { KeyObject } from 'node:crypto'
import { algorithmIdentifier, schemeFor } from './algorithms.ts'
import type { Bytes } from './bytes.ts'
import { type Certificate, extension, isIssuedBy, readExtensions, readSigned, type Signed, writeSigned } from './certificate.ts'
import { authorityKey, mayBeUsedFor } from './extensions.ts'
import { oids } from './oids.ts'
import { asSerial, asTime, DerError, type Element, parts, read } from './read.ts'
import { integer, sequence, tagged, time } from './write.ts'

/** A list of revoked certificates: serial in hexadecimal → instant of the revocation. */
export type RevocationList = {
  der: Bytes
  issuerDer: Bytes
  thisUpdate: string
  nextUpdate: string
  revoked: ReadonlyMap<string, string>
  signed: Signed
}

const known = new Set<string>([oids.authorityKeyIdentifier, oids.crlNumber])

/** Reads a full CRL. Delta lists, partial lists and lists without a next update are errors: they prove nothing whole. */
export function readRevocationList(der: Bytes): RevocationList {
  const outer = read(der)
  const fields = [...parts(parts(outer)[0])]
  if (fields[0]?.tag === 0x02) fields.shift()
  const [, issuer, thisUpdate, nextUpdate, ...rest] = fields
  if (!issuer) throw new DerError('list without issuer')
  const extensions = readExtensions(rest.find((field) => field.tag === 0xa0)?.children[0])
  for (const [id, { critical }] of extensions) if (critical && !known.has(id)) throw new DerError(`critical extension ${id}`)
  return {
    der,
    issuerDer: issuer.whole,
    thisUpdate: asTime(thisUpdate),
    nextUpdate: asTime(nextUpdate),
    revoked: new Map((rest.find((field) => field.tag === 0x30)?.children ?? []).map(readEntry)),
    signed: readSigned(outer),
  }
}

function readEntry(entry: Element): [string, string] {
  const [serial, at] = parts(entry)
  return [asSerial(serial), asTime(at)]
}

export const isListOf = (list: RevocationList, issuer: Certificate): boolean => mayBeUsedFor(issuer, 'cRLSign') && isIssuedBy(list, issuer)

export type RevocationListRequest = {
  issuer: Certificate
  number: number
  thisUpdate: string
  nextUpdate: string
  revoked: readonly { serial: string; at: string }[]
}

/** A new full list, signed by the issuer's key in this thread. */
export function writeRevocationList(request: RevocationListRequest, issuerKey: KeyObject): Bytes {
  const entries = request.revoked.map(({ serial, at }) => sequence(integer(serial), time(at)))
  const tbs = sequence(
    integer(1),
    algorithmIdentifier(schemeFor(issuerKey)),
    request.issuer.subjectDer,
    time(request.thisUpdate),
    time(request.nextUpdate),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    tagged(0, sequence(authorityKey(request.issuer.spki), extension(oids.crlNumber, integer(request.number)))),
  )
  return writeSigned(tbs, issuerKey)
}
