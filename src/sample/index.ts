export { provinceCode, samplePassword, sampleTotpSecret, staffedCommunes } from './accounts.ts'
export { type SampleAccount, sampleAccounts } from './listed.ts'
export { loadSample } from './load.ts'
export { type CertificateRequest, type IssueCertificate, issueSampleKeys } from './signing-keys.ts'
