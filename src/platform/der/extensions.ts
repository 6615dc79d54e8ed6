import type { Bytes } from './bytes.ts'
import { sha256 } from './bytes.ts'
import { type Certificate, extension } from './certificate.ts'
import { oids } from './oids.ts'
import { asBits, asBoolean, asNumber, asOid, type Element, expect, parts, read } from './read.ts'
import { bits, boolean, integer, nothing, octets, oid, sequence, tagged, taggedPrimitive } from './write.ts'

/** Bits of KeyUsage, from the left (RFC 5280 4.2.1.3). */
const usageBits = { digitalSignature: 0, nonRepudiation: 1, keyCertSign: 5, cRLSign: 6 } as const
export type Usage = keyof typeof usageBits

export function keyUsage(...usages: readonly Usage[]): Bytes {
  const octet = usages.reduce((sum, usage) => sum | (0x80 >> usageBits[usage]), 0)
  const unused = octet === 0 ? 0 : 31 - Math.clz32(octet & -octet)
  return extension(oids.keyUsage, bits(Uint8Array.of(octet), unused), true)
}

/** A certificate without the extension may be used for everything. */
export function mayBeUsedFor(certificate: Certificate, ...any: readonly Usage[]): boolean {
  const found = certificate.extensions.get(oids.keyUsage)
  if (!found) return true
  const octet = asBits(read(found.value))[0] ?? 0
  return any.some((usage) => (octet & (0x80 >> usageBits[usage])) !== 0)
}

export const authority = (pathLength?: number): Bytes =>
  extension(oids.basicConstraints, sequence(boolean(true), ...(pathLength === undefined ? [] : [integer(pathLength)])), true)

export const notAnAuthority = (): Bytes => extension(oids.basicConstraints, sequence())

/** Whether the certificate may issue others, and how many authorities may stand below it. */
export function authorityOf(certificate: Certificate): { pathLength: number } | undefined {
  const found = certificate.extensions.get(oids.basicConstraints)
  const [flag, length] = found ? parts(read(found.value)) : []
  if (!flag || !asBoolean(flag)) return undefined
  return { pathLength: length ? asNumber(length) : Number.POSITIVE_INFINITY }
}

export const purposes = (ids: readonly string[], critical: boolean): Bytes =>
  extension(oids.extendedKeyUsage, sequence(...ids.map(oid)), critical)

export function purposesOf(certificate: Certificate): { ids: string[]; critical: boolean } | undefined {
  const found = certificate.extensions.get(oids.extendedKeyUsage)
  return found && { ids: parts(read(found.value)).map(asOid), critical: found.critical }
}

const keyId = (spki: Bytes): Bytes => sha256(asBits(parts(read(spki))[1])).subarray(0, 20)
export const subjectKey = (spki: Bytes): Bytes => extension(oids.subjectKeyIdentifier, octets(keyId(spki)))
export const authorityKey = (spki: Bytes): Bytes => extension(oids.authorityKeyIdentifier, sequence(taggedPrimitive(0, keyId(spki))))

/** Where the revocation list is to be fetched. */
export const crlAddress = (url: string): Bytes =>
  extension(oids.crlDistributionPoints, sequence(sequence(tagged(0, tagged(0, taggedPrimitive(6, Buffer.from(url, 'latin1')))))))

export function crlAddressesOf(certificate: Certificate): string[] {
  const found = certificate.extensions.get(oids.crlDistributionPoints)
  return found ? urlsIn(read(found.value)) : []
}

export const ocspAddress = (url: string): Bytes =>
  extension(oids.authorityInfoAccess, sequence(sequence(oid(oids.ocsp), taggedPrimitive(6, Buffer.from(url, 'latin1')))))

export function ocspAddressesOf(certificate: Certificate): string[] {
  const found = certificate.extensions.get(oids.authorityInfoAccess)
  const entries = found ? parts(read(found.value)) : []
  return entries.filter((entry) => asOid(parts(entry)[0]) === oids.ocsp).flatMap((entry) => urlsIn(entry))
}

export const ocspNoCheck = (): Bytes => extension(oids.ocspNoCheck, nothing())

function urlsIn(element: Element): string[] {
  if (element.tag === 0x86) return [Buffer.from(expect(element, 0x86).content).toString('latin1')]
  return element.children.flatMap(urlsIn)
}
