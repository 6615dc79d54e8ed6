import { dict, isDict, name, PdfDocument, type Ref, stream, Update, type Value, withEntries } from '#platform/pdf'
import type { Evidence } from './evidence.ts'

/**
 * Adds the evidence to the file itself (DSS, PAdES-B-LT), as a last increment without signature: a reader without a
 * network can then tell that no certificate was revoked when it signed.
 */
export function addEvidence(pdf: Uint8Array, { certificates, crls, ocsps }: Evidence): Uint8Array {
  const base = new PdfDocument(pdf)
  const update = new Update(base)
  const catalog = base.catalog
  const before = base.get(catalog.entries.get('DSS'))
  const old = isDict(before) ? before : dict({ Type: name('DSS') })
  const grown = (key: string, pieces: readonly Uint8Array[]): Record<string, Value> => {
    const refs: Ref[] = pieces.map((piece) => update.add(stream({}, piece)))
    const all = [...base.array(old.entries.get(key)), ...refs]
    return all.length > 0 ? { [key]: all } : {}
  }
  const dss = withEntries(old, { ...grown('Certs', certificates), ...grown('CRLs', crls), ...grown('OCSPs', ocsps) })
  update.put(base.root, withEntries(catalog, { DSS: update.add(dss) }))
  return update.build().bytes
}
