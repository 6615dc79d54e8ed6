import type { LocalDate } from '#platform/clock'

/** What a person may ask of whoever keeps data about them. */
export type DataRequest = 'acknowledge' | 'see' | 'correct' | 'withdraw' | 'erase' | 'protect'

/** How long an answer to a request may take. */
export type DataTerm = {
  readonly request: DataRequest
  readonly days: number
  readonly counted: 'working-days' | 'days'
  /** Where somebody else processes the data too. */
  readonly withProcessor?: number
  /** The longest extension, once, with the reason told. */
  readonly extension?: number
  readonly basis: string
  readonly validFrom: LocalDate
}

const decree = 'Nghị định 356/2025/NĐ-CP, Điều 5'
const validFrom = '2026-01-01'

/** In the order in which people meet them. */
export const dataTerms: readonly DataTerm[] = [
  { request: 'acknowledge', days: 2, counted: 'working-days', basis: decree, validFrom },
  { request: 'see', days: 10, counted: 'days', withProcessor: 15, extension: 10, basis: decree, validFrom },
  { request: 'correct', days: 10, counted: 'days', withProcessor: 15, extension: 10, basis: decree, validFrom },
  { request: 'withdraw', days: 15, counted: 'days', withProcessor: 20, extension: 15, basis: decree, validFrom },
  { request: 'erase', days: 20, counted: 'days', withProcessor: 30, extension: 20, basis: decree, validFrom },
  { request: 'protect', days: 15, counted: 'days', basis: decree, validFrom },
]

/** Within how many hours a breach must be told to the ministry that guards personal data. */
export const breachNotice = { hours: 72, basis: 'Luật 91/2025/QH15, Điều 23', validFrom } as const
