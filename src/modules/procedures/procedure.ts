import type { Counter } from '#modules/directory'
import type { Component } from './component.ts'
import type { Condition } from './condition.ts'
import type { Deadline } from './deadline.ts'
import type { Fee } from './fee.ts'
import type { ConditionOn, Fields, Strays } from './field.ts'
import type { Part } from './part.ts'
import type { Result } from './result.ts'
import type { Rule } from './rule.ts'
import type { Consultation, Step } from './step.ts'
import type { Words } from './words.ts'

export type { Fee } from './fee.ts'

export type Page<N extends string = string> = {
  readonly id: string
  readonly title: Words
  readonly intro?: Words
  readonly asks: readonly N[]
  /** What the reader may want to know here and need not answer. */
  readonly notes?: readonly PageNote[]
}

export type PageNote<C = Condition> = { readonly text: Words; readonly when?: C }

/** A situation that the law treats differently. `goesTo`: another procedure takes it, with what was answered so far. */
export type Case<C = Condition> = {
  readonly id: string
  readonly name: Words
  readonly when: C
  readonly tells?: Words
  readonly goesTo?: { readonly code: string; readonly name: Words }
  readonly basis: string
}

/** What usually follows when an official finds it. He decides; the list only saves him from forgetting one. */
export type Outcome = 'supplement' | 'refuse' | 'correctData' | 'ask' | 'switch' | 'transfer'

export type Defect<N extends string = string> = {
  readonly code: string
  readonly text: Words
  /** What the citizen can do about it. */
  readonly remedy: Words
  readonly outcome: Outcome
  readonly field?: N
  readonly component?: string
  readonly basis: string
}

/** Asking for more: how fast the notice must go out, and from which time on a leader must give the reason. */
export type Supplement = {
  readonly noticeWithin: { readonly online: Deadline; readonly counter: Deadline }
  readonly withoutLeader: number
  readonly basis: string
  readonly unverified?: true
}

/**
 * Whose commune is competent: that of residence of any of these people, or, where none of them is answered, that of one of the other places.
 * Filed elsewhere, the dossier is passed on, not sent away.
 */
export type Competence<N extends string = string> = {
  readonly residences: readonly N[]
  readonly otherwise?: readonly N[]
  readonly basis: string
}

/** The papers that an office writes on the way: receipt, request for more, refusal. */
export type FormOfOffice = 'receipt' | 'supplement' | 'refusal'

/** A form of one field of law, with the values of the office's own form under the same names. */
export type OwnForm = {
  /** Its number in the circular: "CT05". */
  readonly form: string
  readonly name: Words
  /** What follows the number on paper. */
  readonly symbol: string
  readonly typst: string
  readonly basis: string
  readonly unverified?: true
}

/** The ways in which a dossier may come in. */
export type FilingChannel = 'online' | 'counter' | 'post'

/** The time within which a certain case is resolved, where that is not the usual one. */
export type OtherTime<C = Condition> = { readonly when: C; readonly within: Deadline }

/** Whether all of it is done online or part of it in person (NĐ 42/2022/NĐ-CP), for one case or for all. */
export type OnlineLevel<C = Condition> = {
  readonly level: 'full' | 'part'
  readonly when?: C
  readonly basis: string
  readonly unverified?: true
}

/** A place that takes it in beside the one-stop centres. */
export type ReceivingPlace = { readonly unit: string; readonly name: Words; readonly basis: string; readonly unverified?: true }

export type Procedure<F extends Fields = Fields> = {
  readonly code: string
  readonly name: Words
  readonly purpose: Words
  /** The subject area of the national catalogue. */
  readonly area: string
  readonly basis: string
  readonly legal: readonly string[]
  readonly revision: number
  /** Made out of a row of the national catalogue; nobody has written it by hand. */
  readonly derived?: true
  readonly inForceFrom: string
  readonly inForceTo?: string
  readonly who: readonly Words[]
  /** Other words under which people look for it. */
  readonly alsoCalled: readonly string[]
  readonly minutesToFill: number
  readonly resolvedWithin: Deadline
  /** Cases with a time of their own; the first whose condition holds. */
  readonly otherTimes?: readonly OtherTime[]
  readonly supplement: Supplement
  readonly competence: Competence
  /** The ways in which it may be filed; all of them where nothing is said. */
  readonly channels?: readonly FilingChannel[]
  readonly levels?: readonly OnlineLevel[]
  readonly places?: readonly ReceivingPlace[]
  /** Whoever brings the paper may ask: no identity is established. Established where nothing is said. */
  readonly identity?: 'notAsked'
  /** The office of the commune that keeps the counter, where that is not the People's Committee itself; it has a calendar of its own. */
  readonly counter?: Counter
  /** Papers of the office that this field of law writes in its own form; the others are those of the one-stop mechanism. */
  readonly forms?: Partial<Readonly<Record<FormOfOffice, OwnForm>>>
  readonly fees: readonly Fee[]
  readonly fields: F
  readonly pages: readonly Page[]
  readonly cases: readonly Case[]
  readonly components: readonly Component[]
  readonly rules: readonly Rule[]
  readonly defects: readonly Defect[]
  readonly begins: string
  readonly steps: Readonly<Record<string, Step>>
  readonly consultations: readonly Consultation[]
  readonly results: readonly Result[]
  /** A life event: the dossiers into which it falls. Without parts a filing is one dossier under this very procedure. */
  readonly parts?: readonly Part[]
  /** The answer by which the dossier is spoken of: "Đăng ký khai sinh: Trần Nguyễn Minh Khuê". */
  readonly about: string
  /** The other answer where a dossier is about two: bride and groom. */
  readonly andAbout?: string
  readonly worklist: readonly string[]
  readonly statistics: readonly string[]
  readonly unverified: readonly Words[]
}

/** What an author writes: as `Procedure`, but every name of a field, step, act or role is checked by the compiler. */
type Definition<F extends Fields, S extends string, N extends string = keyof F & string, C = ConditionOn<F>> = Omit<
  Procedure,
  | 'competence'
  | 'otherTimes'
  | 'levels'
  | 'fields'
  | 'pages'
  | 'cases'
  | 'components'
  | 'rules'
  | 'defects'
  | 'fees'
  | 'begins'
  | 'steps'
  | 'consultations'
  | 'results'
  | 'parts'
  | 'about'
  | 'andAbout'
  | 'worklist'
  | 'statistics'
> & {
  readonly competence: Competence<NoInfer<N>>
  readonly otherTimes?: readonly OtherTime<NoInfer<C>>[]
  readonly levels?: readonly OnlineLevel<NoInfer<C>>[]
  /** Not assignable when a field's condition or look-up names a field that does not exist: the error names the culprit. */
  readonly fields: F & { readonly [K in Strays<F>]: 'names a field that does not exist' }
  readonly pages: readonly Page<NoInfer<N>>[]
  readonly cases: readonly Case<NoInfer<C>>[]
  readonly components: readonly Component<NoInfer<N>, NoInfer<C>>[]
  readonly rules: readonly Rule<NoInfer<N>, NoInfer<C>>[]
  readonly defects: readonly Defect<NoInfer<N>>[]
  readonly fees: readonly Fee<NoInfer<N>, NoInfer<C>>[]
  readonly begins: NoInfer<S>
  readonly steps: Readonly<Record<S, Step<NoInfer<S>, NoInfer<C>, NoInfer<N>>>>
  readonly consultations: readonly Consultation<NoInfer<C>, NoInfer<N>>[]
  readonly results: readonly Result<NoInfer<N>, NoInfer<C>>[]
  readonly parts?: readonly Part<NoInfer<N>, NoInfer<C>>[]
  readonly about: NoInfer<N>
  readonly andAbout?: NoInfer<N>
  readonly worklist: readonly NoInfer<N>[]
  readonly statistics: readonly NoInfer<N>[]
}

/** A procedure as data. Nothing is computed here: the compiler checks names, `definitionProblems` checks the sense. */
export function procedure<const F extends Fields, const S extends string>(definition: Definition<F, S>): Procedure<F> {
  return definition as Procedure<F>
}
