export { officials, provinceCode, samplePassword, sampleTotpSecret, staffedCommunes } from './accounts.ts'
export { loadSample } from './load.ts'
export { type Issue, issueSampleKeys } from './signing-keys.ts'
