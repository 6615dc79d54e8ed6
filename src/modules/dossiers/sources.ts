import type { Endpoint, Wallet } from '#modules/sharing'

/** The other agencies' data services that replace papers; the wallet is missing where VNeID shares none. */
export type Sources = { population: Endpoint; civilStatus: Endpoint; wallet?: Wallet }
