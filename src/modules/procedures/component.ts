import type { SourceName } from './answers.ts'
import type { Condition } from './condition.ts'
import type { Words } from './words.ts'

/** Data that stands in for a paper, for as long as the rule that allows it lasts. */
export type Substitute = {
  readonly from: SourceName
  /** What is looked up, e.g. `identity`, `marriage`, `birthNote`. */
  readonly item: string
  readonly basis: string
  readonly validFrom?: string
  readonly validTo?: string
}

/**
 * One paper of the dossier. `handIn` papers are kept, `show` papers are looked at and given back; of the latter a copy must not be asked for.
 * Several cases make several components: a paper without its condition is not owed.
 */
export type Component<N extends string = string, C = Condition> = {
  readonly id: string
  readonly name: Words
  /** The kind of document, the same across procedures, so that one already handed in can be used again. */
  readonly document: string
  /** The group of the national record under which this paper is published. */
  readonly group: string
  readonly form?: string
  readonly when?: C
  readonly handling: 'handIn' | 'show'
  readonly originals: number
  readonly copies: number
  /** The upload that carries it when filed online. Without one the paper is made by the program or only shown. */
  readonly field?: N
  /** Made from the answers themselves: the interactive form and the printed declaration. */
  readonly madeFromAnswers?: true
  readonly substitutes: readonly Substitute[]
  /** What the citizen does when the data is missing or wrong. */
  readonly fallback?: Words
  readonly note?: Words
  readonly basis: string
  readonly unverified?: true
}
