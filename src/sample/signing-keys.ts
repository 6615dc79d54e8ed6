import { generateKeyPairSync } from 'node:crypto'
import { directoryOn, holdersOf, signingKeyRow, unitName } from '#modules/directory'
import type { House } from '#modules/identity'
import { contextFor } from '#platform/act'
import { addMinutes, type Instant, localDate } from '#platform/clock'
import { asActor, ask, type Statement } from '#platform/db'
import { staffedCommunes } from './accounts.ts'
import { loader } from './load.ts'

/** What is asked of the authority that issues certificates: the test authority of the sandbox on a sample install. */
export type CertificateRequest = {
  kind: 'person' | 'agency'
  subject: { commonName: string; title?: string; organization: string; country: string }
  publicKeyPem: string
  notBefore: Instant
  notAfter: Instant
}
export type IssueCertificate = (
  request: CertificateRequest,
) => { certificatePem: string; chainPem: string } | Promise<{ certificatePem: string; chainPem: string }>

const day = 24 * 60
/** The committee itself, and the offices with a seal of their own. */
const counters = [undefined, 'communePolice', 'economicOffice', 'socialInsurance'] as const

/**
 * Gives the leaders who sign and the agencies of the staffed communes their software keys (ECDSA P-256) with certificates. Where keys
 * stand already, nothing is done.
 * @returns whether keys were made
 */
export async function issueSampleKeys(
  house: House,
  { now, issueCertificate }: { now: Instant; issueCertificate: IssueCertificate },
): Promise<boolean> {
  const [found] = await ask(house.pool, loader, [{ text: 'select 1 as one from signing_key limit 1', values: [] }])
  if (found?.rows.length !== 0) return false
  const ctx = contextFor(house, loader, now)
  const directory = await directoryOn(ctx)
  const statements: Statement[] = []
  const issue = async (
    kind: CertificateRequest['kind'],
    subject: CertificateRequest['subject'],
    whose: { unit: string; post?: string; account?: string },
  ) => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const span = { notBefore: addMinutes(now, -day), notAfter: addMinutes(now, 3 * 365 * day) }
    const publicKeyPem = publicKey.export({ format: 'pem', type: 'spki' }).toString()
    const { certificatePem, chainPem } = await issueCertificate({ kind, subject, publicKeyPem, ...span })
    const pkcs8 = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
    const { notBefore: validFrom, notAfter: validTo } = span
    const key = { kind, ...whose, provider: 'software' as const, certificate: certificatePem, chain: chainPem, pkcs8, validFrom, validTo }
    statements.push(signingKeyRow(house.keys, key, now))
  }
  // One office may serve them all.
  const offices = new Set(Object.values(staffedCommunes).flatMap((code) => counters.map((counter) => directory.servingUnit(code, counter))))
  for (const unit of offices) {
    const [post] = unit === undefined ? [] : directory.postsOfUnit(unit.id, 'chair')
    if (unit === undefined || post === undefined) continue
    const organization = unitName(unit, localDate(now))
    await issue('agency', { commonName: organization, organization, country: 'VN' }, { unit: unit.id })
    for (const holder of await holdersOf(ctx, post.id)) {
      const subject = { commonName: holder.name, title: post.title, organization, country: 'VN' }
      await issue('person', subject, { unit: unit.id, post: post.id, account: holder.account })
    }
  }
  await house.pool.trip([asActor(loader), ...statements])
  return true
}
