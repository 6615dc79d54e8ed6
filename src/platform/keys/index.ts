export { type DataKey, Keyring, newDataKey, type Purpose, unwrapped, wrapped } from './keyring.ts'
export { loadMasterKey, MasterKeyProblem, newMasterKey } from './master.ts'
export { loadKeyring } from './store.ts'
