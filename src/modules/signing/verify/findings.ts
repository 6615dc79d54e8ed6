/** What was found, as a code with parameters; worded only when shown (`sentence`). */
export type Finding = { code: FindingCode; params: Readonly<Record<string, string | number>> }
export type Level = 'accepted' | 'refused' | 'unproven'

/** Every finding and what it does to the paper: a table, so that nothing is weighed elsewhere. */
export const levels = {
  signed: 'accepted',
  'number-filled': 'accepted',
  'signature-added': 'accepted',
  'mark-added': 'accepted',
  'evidence-added': 'accepted',
  'digest-mismatch': 'refused',
  'not-as-issued': 'refused',
  'page-changed': 'refused',
  'annotation-added': 'refused',
  'appearance-changed': 'refused',
  'signature-over-content': 'refused',
  'field-changed': 'refused',
  'number-without-agency': 'refused',
  'picture-differs': 'refused',
  'pages-changed': 'refused',
  'action-added': 'refused',
  'layers-changed': 'refused',
  'description-changed': 'refused',
  'defined-later': 'refused',
  'put-back': 'refused',
  'agency-missing': 'refused',
  'leader-missing': 'refused',
  'wrong-signer': 'refused',
  'content-removed': 'refused',
  'hidden-data': 'refused',
  'byte-range': 'refused',
  'signature-replaced': 'refused',
  'contents-altered': 'refused',
  'certificate-mismatch': 'refused',
  'foreign-time-stamp': 'refused',
  revoked: 'refused',
  untrusted: 'refused',
  expired: 'refused',
  'evidence-changed': 'refused',
  unreadable: 'refused',
  'no-time-stamp': 'refused',
  'state-unproven': 'unproven',
} as const satisfies Record<string, Level>

export type FindingCode = keyof typeof levels

export const finding = (code: FindingCode, params: Finding['params'] = {}): Finding => ({ code, params })
export const isRefusal = ({ code }: Finding): boolean => levels[code] === 'refused'

/** Each finding once, in the order in which they were made. */
export const distinct = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((one) => [JSON.stringify([one.code, one.params]), one])).values(),
]

export type Outcome = 'valid' | 'refused' | 'unproven'

export function outcomeOf(findings: readonly Finding[]): Outcome {
  if (findings.some(isRefusal)) return 'refused'
  return findings.some(({ code }) => levels[code] === 'unproven') ? 'unproven' : 'valid'
}
