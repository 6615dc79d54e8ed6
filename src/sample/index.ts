export { officials, provinceCode, samplePassword, sampleTotpSecret, staffedCommunes } from './accounts.ts'
export { loadSample } from './load.ts'
