import { equal } from './bytes.ts'
import { type Certificate, isIssuedBy } from './certificate.ts'
import { authorityOf, mayBeUsedFor } from './extensions.ts'
import { oids } from './oids.ts'

const understood = new Set<string>([oids.keyUsage, oids.basicConstraints, oids.extendedKeyUsage, oids.certificatePolicies])
const longest = 6

/** From the certificate up to a trusted root, both included; or why there is no such path. */
export type Path = { ok: true; certificates: Certificate[] } | { ok: false; problem: 'untrusted' | 'expired' }

/**
 * Builds and checks the path by which a certificate is trusted at an instant: signatures, names, validity, the right
 * to issue, path lengths, and no critical extension that we do not understand (RFC 5280 6.1, without policies).
 */
export function pathTo(certificate: Certificate, others: readonly Certificate[], roots: readonly Certificate[], at: string): Path {
  const found = climb([certificate], others, roots)
  if (!found) return { ok: false, problem: 'untrusted' }
  const instant = new Date(at).toISOString()
  return found.every((one) => isValidAt(one, instant)) ? { ok: true, certificates: found } : { ok: false, problem: 'expired' }
}

/** Notes the validity only: whether it is trusted is another question. */
export const isValidAt = (certificate: Certificate, at: string): boolean => certificate.notBefore <= at && at <= certificate.notAfter

function climb(path: Certificate[], others: readonly Certificate[], roots: readonly Certificate[]): Certificate[] | undefined {
  const last = path[path.length - 1]
  if (!last || path.length > longest || !isUnderstood(last)) return undefined
  if (path.length > 1 && roots.some((root) => equal(root.der, last.der))) return path
  for (const issuer of [...roots, ...others]) {
    if (path.includes(issuer) || !mayIssue(issuer, path.length - 1) || !isIssuedBy(last, issuer)) continue
    const found = climb([...path, issuer], others, roots)
    if (found) return found
  }
  return undefined
}

const mayIssue = (issuer: Certificate, below: number): boolean =>
  (authorityOf(issuer)?.pathLength ?? -1) >= below && mayBeUsedFor(issuer, 'keyCertSign')

const isUnderstood = (certificate: Certificate): boolean =>
  [...certificate.extensions].every(([id, { critical }]) => !critical || understood.has(id))
