import type { Condition } from './condition.ts'
import type { Role } from './step.ts'
import type { Words } from './words.ts'

/** How an answer is printed. `capitals` keeps the marks, as names stand on certificates. */
export type As = 'plain' | 'capitals' | 'date' | 'year' | 'dateInWords' | 'place' | 'rows' | 'moneyInWords' | 'digits'

/**
 * What the program adds to the data of every paper: the QR code as SVG, the address under which a paper is checked, and the names of the
 * pictures that its result sets into it.
 */
export const addedToPapers = ['qr', 'verifyUrl', 'scans'] as const

export const registerItems = ['number', 'book', 'page', 'registeredOn', 'personalNumber', 'note', 'validUntil'] as const
export const officeItems = ['province', 'commune', 'agency', 'place'] as const
export const signerItems = ['authority', 'title', 'name'] as const
/** What the dossier itself says. `content`: the text that the official wrote for this result when he proposed it. `cases`: its special situations. */
export const dossierItems = [
  'code',
  'procedure',
  'procedureCode',
  'result',
  'applicant',
  'applicantNumber',
  'cases',
  'submittedOn',
  'content',
] as const

/** What the register entry says of which the paper is a copy. `columns`: the whole of it as JSON, for the template to lay out. */
export const entryItems = ['event', 'columns', 'agency', 'number', 'book', 'registeredOn'] as const

/** Where one printed value comes from. `otherwise` is printed when the answer is blank and the condition holds. */
export type Print<N extends string = string, C = Condition> =
  | { readonly from: 'answer'; readonly field: N; readonly as: As; readonly otherwise?: { readonly when: C; readonly text: string } }
  | { readonly from: 'register'; readonly item: (typeof registerItems)[number] }
  | { readonly from: 'office'; readonly item: (typeof officeItems)[number] }
  | { readonly from: 'signer'; readonly item: (typeof signerItems)[number] }
  | { readonly from: 'dossier'; readonly item: (typeof dossierItems)[number] }
  | { readonly from: 'entry'; readonly item: (typeof entryItems)[number] }

export function answer<const N extends string>(field: N, as: As = 'plain') {
  return { from: 'answer', field, as } as const
}
export function register<const I extends (typeof registerItems)[number]>(item: I) {
  return { from: 'register', item } as const
}
export function office<const I extends (typeof officeItems)[number]>(item: I) {
  return { from: 'office', item } as const
}
export function signer<const I extends (typeof signerItems)[number]>(item: I) {
  return { from: 'signer', item } as const
}
export function entry<const I extends (typeof entryItems)[number]>(item: I) {
  return { from: 'entry', item } as const
}
export function dossier<const I extends (typeof dossierItems)[number]>(item: I) {
  return { from: 'dossier', item } as const
}

/**
 * When a paper gets its number. `from-register`: it is the number of the register entry, printed before the leader signs (civil status).
 * `after-signature`: the field is reserved and filled with the agency's signature (papers of the office).
 */
export type Numbering = 'from-register' | 'after-signature'

/** How long a paper counts from the day of its register entry, and since when that is so. */
export type Validity = { readonly months: number; readonly validFrom: string; readonly basis: string; readonly unverified?: true }

/** What the national database is told of a register entry, by the names of its columns. */
export type Report<N extends string = string, C = Condition> = {
  readonly event: 'birth' | 'marriage' | 'death'
  /** The people under whose name and birth date the entry is found again. */
  readonly subjects?: readonly { readonly name: N; readonly bornOn: N }[]
  readonly columns: Readonly<Record<string, Print<N, C>>>
}

/** Of which entry a copy is made: the answers that say the event and the person. */
export type Copies<N extends string = string> = { readonly event: N; readonly name: N; readonly bornOn: N; readonly number?: N }

export type Result<N extends string = string, C = Condition> = {
  readonly code: string
  readonly name: Words
  /** Of several results of which a case leads to one: the first whose condition holds. */
  readonly when?: C
  readonly numbering: Numbering
  /** The register series, when the number comes from one. */
  readonly register?: string
  readonly valid?: Validity
  readonly reports?: Report<N, C>
  /** The paper is a copy of an entry that the registrar searches for and chooses. */
  readonly copies?: Copies<N>
  /** Papers that share a row of numbers within a unit; each result has one of its own where nothing is said. */
  readonly series?: string
  readonly signedBy: Role
  readonly sealedBy: Role
  readonly originals: number
  /** The upload whose pictures are pages of the paper itself, as in a certified copy. */
  readonly scans?: N
  /** What follows the number, where that is neither the year (from a register) nor the committee's own sign (after the signature). */
  readonly symbol?: string
  /** The template's name and its whole text: a dossier prints with the template of its own revision for ever. */
  readonly template: { readonly id: string; readonly typst: string }
  readonly prints: Readonly<Record<string, Print<N, C>>>
  readonly basis: string
}

/** Whether somebody must write this paper's text when he proposes it. */
export function asksContent({ prints }: Pick<Result, 'prints'>): boolean {
  return Object.values(prints).some((print) => print.from === 'dossier' && print.item === 'content')
}
