import type { Endpoint, Wallet } from '#modules/sharing'

/** The other agencies' data services that replace papers; the wallet is missing where VNeID shares none, health, land and tax where they
 * are not connected yet: what they would tell is asked on paper, what only they can give waits. */
export type Sources = { population: Endpoint; civilStatus: Endpoint; wallet?: Wallet; health?: Endpoint; land?: Endpoint; tax?: Endpoint }
