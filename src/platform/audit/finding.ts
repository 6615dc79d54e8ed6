/** What a verification found wrong; `kind` is a code, worded where it is shown. */
export type Finding = {
  kind: FindingKind
  /** The work item or account whose chain it is. */
  chain?: string
  /** The entry in it. */
  seq?: number
  /** The checkpoint by which it was found, or which is itself wrong. */
  checkpoint?: number
}

export type FindingKind =
  // An entry does not follow from the one before, or one is missing between two.
  | 'entry-changed'
  | 'entry-missing'
  // An entry and the act that it speaks of do not agree.
  | 'act-missing'
  | 'act-changed'
  | 'act-without-entry'
  | 'case-missing'
  // What the entry's hash stands for.
  | 'payload-missing'
  | 'payload-changed'
  | 'payload-unreadable'
  | 'payload-without-entry'
  | 'erasure-not-in-chain'
  // What was written down outside says something else.
  | 'chain-missing'
  | 'tail-missing'
  | 'chain-rewritten'
  | 'checkpoint-signature'
  | 'checkpoint-root'
  | 'checkpoint-unreadable'
  | 'checkpoint-order'
  | 'checkpoint-gap'
  | 'checkpoint-key'
  | 'checkpoint-time-stamp'
  | 'checkpoint-not-in-database'
  | 'checkpoint-not-outside'

/** Nobody reads more than this of one kind; a database computed anew would give millions. */
export const mostOfAKind = 1_000
