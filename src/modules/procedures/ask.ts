import type { Condition } from './condition.ts'
import type {
  Accepted,
  Bool,
  Cell,
  Choice,
  CitizenId,
  Code,
  CodeList,
  Compared,
  DateField,
  Derived,
  Detail,
  Email,
  Field,
  Fixed,
  FullName,
  Given,
  Int,
  Known,
  ListField,
  Money,
  Option,
  Phone,
  PlaceField,
  Precision,
  Text,
  Upload,
} from './field.ts'
import type { Words } from './words.ts'

/** What any question may carry beside its label. */
type More = {
  readonly hint?: Words
  readonly missing?: Words
  readonly sensitive?: true
  readonly autocomplete?: string
}

// Lengths and sizes below bound what a page accepts; they are limits of ours, not of any law.
const nameLength = 100
const textLength = 200
const uploadBytes = 50 * 1024 * 1024
const mostDong = 999_999_999_999_999

export function fullName(label: Words, more: More = {}): FullName {
  return { kind: 'fullName', label, required: true, most: nameLength, ...more }
}

export function text(label: Words, more: More & { most?: number; lines?: number; pattern?: string } = {}): Text {
  return { kind: 'text', label, required: true, most: textLength, ...more }
}

/** A day that has been. `atLeast` is the least precision accepted: a parent may know only the year. */
export function pastDate(label: Words, more: More & { atLeast?: Precision } = {}): DateField {
  const { atLeast = 'day', ...rest } = more
  return { kind: 'date', label, required: true, precision: atLeast, past: true, ...rest }
}

export function anyDate(label: Words, more: More = {}): DateField {
  return { kind: 'date', label, required: true, precision: 'day', past: false, ...more }
}

export function citizenId(label: Words, more: More = {}): CitizenId {
  return { kind: 'citizenId', label, required: true, ...more }
}

export function phone(label: Words, more: More = {}): Phone {
  return { kind: 'phone', label, required: true, autocomplete: 'tel', ...more }
}

export function email(label: Words, more: More = {}): Email {
  return { kind: 'email', label, required: true, autocomplete: 'email', ...more }
}

type Options<V extends string> = Readonly<Record<V, Words | (Words & { hint: Words })>>

/** Options become a list: their order is part of the form, and the database does not keep the order of keys. */
function listed<V extends string>(options: Options<V>): Option<V>[] {
  const values = Object.keys(options) as V[]
  return values.map((value) => {
    const said: Words & { hint?: Words } = options[value]
    return { value, label: { vi: said.vi, en: said.en }, ...(said.hint ? { hint: said.hint } : {}) }
  })
}

export function choice<V extends string>(label: Words, options: Options<V>, more: More & { usual?: NoInfer<V> } = {}): Choice<V> {
  return { kind: 'choice', label, required: true, options: listed(options), ...more }
}

/** Known to the program (channel of filing, unit chosen): declared so that conditions may name it, never asked. */
export function given<V extends string>(label: Words, options: Options<V>): Given<V> {
  return { kind: 'given', label, required: false, options: listed(options) }
}

/** True when the day of filing lies more than `days` after the date in field `after`. */
export function filedLate(label: Words, rule: { moreThanDays: number; after: string; basis: string }): Derived {
  return { kind: 'derived', label, required: false, ...rule }
}

/** One value for everybody: printed and registered, never asked. */
export function fixed<const V extends string>(label: Words, value: V, list?: CodeList): Fixed<V> {
  return { kind: 'fixed', label, required: false, value, ...(list ? { list } : {}) }
}

export function ethnicity(label: Words, more: More = {}): Code {
  return { kind: 'code', list: 'ethnicity', label, required: true, ...more }
}

export function nationality(label: Words, more: More = {}): Code {
  return { kind: 'code', list: 'nationality', label, required: true, ...more }
}

export function place(label: Words, more: More & { detail?: Detail; abroad?: boolean } = {}): PlaceField {
  return { kind: 'place', label, required: true, detail: 'optional', abroad: false, ...more }
}

export function int(label: Words, range: { least: number; most: number }, more: More = {}): Int {
  return { kind: 'int', label, required: true, ...range, ...more }
}

/** Whole đồng; more than nothing unless told otherwise. */
export function money(label: Words, more: More & { least?: number; most?: number } = {}): Money {
  return { kind: 'money', label, required: true, least: 1, most: mostDong, ...more }
}

/** A list of entries; people add and take away as many as they need. */
export function list(label: Words, entry: Words, cells: Readonly<Record<string, Cell>>, more: More & { most?: number } = {}): ListField {
  return { kind: 'list', label, required: true, entry, most: 20, cells, order: Object.keys(cells), ...more }
}

export function bool(label: Words, more: More = {}): Bool {
  return { kind: 'bool', label, required: true, mustBeTrue: false, ...more }
}

/** A statement that must be made, such as an undertaking: leaving it unticked is an error, not a "no". */
export function undertaking(label: Words, more: More = {}): Bool {
  return { kind: 'bool', label, required: true, mustBeTrue: true, ...more }
}

export function upload(label: Words, more: More & { accept?: readonly Accepted[]; most?: number; mostBytes?: number } = {}): Upload {
  return { kind: 'upload', label, required: true, accept: ['pdf', 'jpeg', 'png'], most: 5, mostBytes: uploadBytes, ...more }
}

/** The same question with one property said more exactly, so that the compiler can still read it. */
type Told<F extends Field, K extends keyof F, V> = Omit<F, K> & { readonly [P in K]-?: V }

export function optional<F extends Field>(field: F): Told<F, 'required', false> {
  return { ...field, required: false }
}

/** The question exists only where the condition holds; elsewhere it is neither asked nor kept. */
export function onlyWhen<const C extends Condition, F extends Field>(when: C, field: F): Told<F, 'when', C> {
  return { ...field, when }
}

/** Sources in the order in which they are believed. What one of them answers is shown, not asked. */
export function prefilledFrom<const K extends readonly Known[], F extends Field>(known: K, field: F): Told<F, 'known', K> {
  return { ...field, known }
}

/** The answer stays the citizen's own; these sources are only held against it. */
export function comparedWith<F extends Field>(
  sources: readonly (Known | Compared)[],
  field: F,
): F & { readonly compared: readonly Compared[] } {
  return { ...field, compared: sources.map(comparedOnly) }
}

/** A paper out of the wallet is taken with consent, for a field of its own: here nothing is asked for anew. */
function comparedOnly({ from, item, by = [], when }: Known | Compared): Compared {
  return { from, item, ...(by.length > 0 ? { by } : {}), ...(when ? { when } : {}) }
}
