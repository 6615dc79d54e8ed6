import type { House } from '#modules/identity'
import { issueSampleKeys, loadSample } from '../sample/index.ts'
import type { Outside } from './outside.ts'

/** Makes a sample install usable at once: the province with its people, and certificates of the test authority for those who sign. */
export async function prepareSample(house: House, outside: Outside, now: string): Promise<void> {
  await loadSample(house, { now })
  const { sandbox } = outside
  if (sandbox === undefined) return
  const place = { crlUrl: `${sandbox.urls.pki}/issuing.crl`, ocspUrl: `${sandbox.urls.pki}/ocsp` }
  await issueSampleKeys(house, { now, issueCertificate: (asked) => sandbox.pki.issue({ ...asked, ...place }) })
}
