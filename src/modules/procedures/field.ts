import type { ListRow, Place, SourceName } from './answers.ts'
import type { Condition } from './condition.ts'
import type { Words } from './words.ts'

/** A value that some database already knows: asked there first, and not asked of the citizen again when it answers. */
export type Known = {
  readonly from: SourceName
  /** Name of the item in the answer of that source, e.g. `fullName`. */
  readonly item: string
  /** Fields that identify whom the question is about. Empty: the person signed in. */
  readonly by: readonly string[]
  /** Asked only when `by` is the signed-in person's own, told by VNeID: a number that somebody typed must not open another's family. */
  readonly own?: true
  /** Asked only after the person agreed on the page: an e-paper is taken out of the wallet, never fetched behind somebody's back. */
  readonly consent?: true
  /** What comes back says nothing of the answers that it was asked with: they stay the citizen's own to change. */
  readonly aside?: true
  readonly when?: Condition
}

/** What is only held against an answer. With `by` the source is asked for it, about whom these fields name; the applicant does not see what it says. */
export type Compared = Pick<Known, 'from' | 'item' | 'when'> & { readonly by?: readonly string[] }

type Common = {
  readonly label: Words
  readonly hint?: Words
  /** Said when a required answer is missing; without it the general sentence with the label is used. */
  readonly missing?: Words
  readonly required: boolean
  readonly when?: Condition
  readonly known?: readonly Known[]
  /** What another source says of the same fact. It never replaces the answer; a difference is shown to the citizen and to the desk. */
  readonly compared?: readonly Compared[]
  /** Encrypted in the row; shown masked until somebody says why he looks. */
  readonly sensitive?: true
  readonly autocomplete?: string
}

export type Precision = 'day' | 'month' | 'year'
export type Option<V extends string = string> = { readonly value: V; readonly label: Words; readonly hint?: Words }
export type CodeList = 'ethnicity' | 'nationality'
export type Accepted = 'pdf' | 'jpeg' | 'png'

export type FullName = Common & { readonly kind: 'fullName'; readonly most: number }
export type Text = Common & { readonly kind: 'text'; readonly most: number; readonly lines?: number; readonly pattern?: string }
/** `precision` is the least that must be known: a new-born needs the day, an old person's papers may give only the year. */
export type DateField = Common & { readonly kind: 'date'; readonly precision: Precision; readonly past: boolean }
export type CitizenId = Common & { readonly kind: 'citizenId' }
export type Phone = Common & { readonly kind: 'phone' }
export type Email = Common & { readonly kind: 'email' }
/** `usual`: what it mostly is; set already on a sheet that an official writes at a counter. A citizen is asked. */
export type Choice<V extends string = string> = Common & {
  readonly kind: 'choice'
  readonly options: readonly Option<V>[]
  readonly usual?: V
}
export type Code = Common & { readonly kind: 'code'; readonly list: CodeList }
/** `instead`: words may stand for the commune, as when an old name of three levels is copied from a paper. */
export type Detail = 'required' | 'optional' | 'none' | 'instead'
export type PlaceField = Common & { readonly kind: 'place'; readonly detail: Detail; readonly abroad: boolean }
export type Int = Common & { readonly kind: 'int'; readonly least: number; readonly most: number }
/** Whole đồng. */
export type Money = Common & { readonly kind: 'money'; readonly least: number; readonly most: number }
/** What one cell of a list asks; whether it must be answered is said by `required`. */
export type Cell = FullName | Text | DateField | CitizenId | Phone | Choice
/** Several entries of one shape: people who move along, members of a household. `entry` is what one of them is called. */
export type ListField = Common & {
  readonly kind: 'list'
  readonly entry: Words
  readonly most: number
  readonly cells: Readonly<Record<string, Cell>>
  /** The order of the cells: a database does not keep that of keys. */
  readonly order: readonly string[]
}
export type Bool = Common & { readonly kind: 'bool'; readonly mustBeTrue: boolean }
export type Upload = Common & {
  readonly kind: 'upload'
  readonly accept: readonly Accepted[]
  readonly most: number
  readonly mostBytes: number
}
/** Told by the program when it knows (through which door the dossier came), never asked. */
export type Given<V extends string = string> = Common & { readonly kind: 'given'; readonly options: readonly Option<V>[] }
/** Follows from other answers and the day of filing. */
export type Derived = Common & { readonly kind: 'derived'; readonly moreThanDays: number; readonly after: string; readonly basis: string }

/** The same for everyone under this procedure, yet part of the register and the paper. */
export type Fixed<V extends string = string> = Common & { readonly kind: 'fixed'; readonly value: V; readonly list?: CodeList }

export type Field =
  | FullName
  | Text
  | DateField
  | CitizenId
  | Phone
  | Email
  | Choice
  | Code
  | PlaceField
  | Int
  | Money
  | ListField
  | Bool
  | Upload
  | Given
  | Derived
  | Fixed

export type Kind = Field['kind']
export type Fields = Readonly<Record<string, Field>>

/** The type of one field's answer. */
export type ValueIn<F> = F extends { kind: 'choice' | 'given'; options: readonly Option<infer V>[] }
  ? V
  : F extends { kind: 'bool' | 'derived' }
    ? boolean
    : F extends { kind: 'int' }
      ? number
      : F extends { kind: 'place' }
        ? Place
        : F extends { kind: 'upload' }
          ? readonly string[]
          : F extends { kind: 'list' }
            ? readonly ListRow[]
            : string

export type AnswersTo<F extends Fields> = { readonly [K in keyof F]?: ValueIn<F[K]> }

type Comparable<F> = ValueIn<F> extends string | number | boolean ? ValueIn<F> : never

type Leaf<F extends Fields> = { readonly [K in keyof F & string]?: Comparable<F[K]> | readonly Comparable<F[K]>[] }

type Nested<L, N> =
  | L
  | { readonly any: readonly Nested<L, N>[] }
  | { readonly all: readonly Nested<L, N>[] }
  | { readonly not: Nested<L, N> }
  | { readonly answered: N }

/** A condition that may only speak of these fields, and of values they can take. */
export type ConditionOn<F extends Fields> = Nested<Leaf<F>, keyof F & string>

/** The records of comparisons inside a condition, however deep they stand. */
type LeavesIn<C> = C extends { readonly any: readonly (infer X)[] }
  ? LeavesIn<X>
  : C extends { readonly all: readonly (infer X)[] }
    ? LeavesIn<X>
    : C extends { readonly not: infer X }
      ? LeavesIn<X>
      : C extends { readonly answered: infer N extends string }
        ? { [K in N]: true }
        : C

type AllKeys<L> = L extends unknown ? keyof L : never

type NamesInCondition<F> = F extends { readonly when: infer C } ? AllKeys<LeavesIn<C>> : never
type NamesInLookUps<F> = F extends { readonly known: readonly { readonly by: readonly (infer N)[] }[] } ? N : never

/** Fields whose condition or look-up names something that is not among the fields. Empty in a coherent form. */
export type Strays<F extends Fields> = {
  [K in keyof F]: [NamesInCondition<F[K]> | NamesInLookUps<F[K]>] extends [keyof F] ? never : K
}[keyof F]
