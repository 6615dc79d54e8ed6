import { createHash } from 'node:crypto'
import type { Id } from '#platform/id'

export type Source = 'population' | 'civil-status' | 'vneid-wallet' | 'health' | 'land' | 'tax'
export type Question =
  | 'person'
  | 'residence'
  | 'marriage'
  | 'marital-status'
  | 'personal-number'
  | 'birth-note'
  | 'death-note'
  | 'death-report'
  | 'register-copy'
  | 'register-entries'
  | 'dwelling'
  | 'kinship'
  | 'business-name'
  | 'own-business'
  | 'tax-registration'
  | 'residence-record'

/**
 * `match` and `mismatch` compare what was declared with what the source knows; `missing`: the source knows nothing of it;
 * `unavailable`: no usable answer came, so the citizen attaches the paper and the look-up is tried again later.
 */
export type Status = 'match' | 'mismatch' | 'missing' | 'unavailable'

/** Why something is missing or unavailable. `not-in-database`: the entry may exist, another agency must be asked. */
export type Reason = 'not-found' | 'not-in-database' | 'timeout' | 'unreachable' | 'refused' | 'unreadable'

/**
 * One look-up that stands for a paper, as it is kept with the dossier: one row. `fields` holds what the purpose needs and was asked
 * for, nothing else of what the source knows; `resultHash` fixes the answer, so that the proof can be shown unchanged later.
 */
export type LookUp<Fields> = {
  queryId: Id
  question: Question
  source: Source
  /** Code of the act or procedure for which the data is used, as told to the source. */
  purpose: string
  askedAt: string
  /** When the answer stood: by the source's own clock, else when we gave up. */
  at: string
  status: Status
  reason: Reason | null
  /** Names of the declared fields that differ from the source. */
  differs: readonly string[]
  fields: Fields | null
  /** The source's own mark of its answer. */
  replyId: string | null
  /** SHA-256, hexadecimal, over the canonical JSON of everything above but `askedAt`; null where there is no answer. */
  resultHash: string | null
}

/** Who asks, for what, and by which clock. */
export type Asking = { queryId: Id; purpose: string; now: () => string }

/** What a source answered, before it becomes a row. */
export type Finding<Fields> = {
  status: Status
  at?: string
  replyId?: string
  reason?: Reason
  differs?: readonly string[]
  fields?: Fields
}

export type Topic = { question: Question; source: Source }

/** Puts a finding into the shape that is kept, with its hash. */
export function recorded<Fields>(asking: Asking, askedAt: string, topic: Topic, finding: Finding<Fields>): LookUp<Fields> {
  const result = {
    queryId: asking.queryId,
    ...topic,
    purpose: asking.purpose,
    at: finding.at ?? asking.now(),
    status: finding.status,
    reason: finding.reason ?? null,
    differs: finding.differs ?? [],
    fields: finding.fields ?? null,
    replyId: finding.replyId ?? null,
  }
  return { ...result, askedAt, resultHash: finding.status === 'unavailable' ? null : hashOf(result) }
}

/** Whether a stored look-up still is what the source answered. */
export function isUnchanged<Fields>({ resultHash, askedAt: _askedAt, ...result }: LookUp<Fields>): boolean {
  return resultHash === (result.status === 'unavailable' ? null : hashOf(result))
}

const hashOf = (result: object): string => createHash('sha256').update(canonicalJson(result)).digest('hex')

/** JSON with the keys of every object in order, so that equal content has equal bytes. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}
