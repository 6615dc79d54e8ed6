import type { Words } from '#modules/procedures'

/** What the names of other parts may be chosen from. */
export type NameOf = 'field' | 'number' | 'page' | 'step' | 'target' | 'component'

export type Choices = readonly { readonly value: string; readonly name: Words }[]

/**
 * How one part of the language looks. Forms, checks, differences and the list of what can be edited all follow from it: a new optional part
 * of the language needs one line in `language/`, and the test that holds the catalogue against it says so.
 */
export type Shape =
  | { readonly is: 'text'; readonly most: number; readonly lines?: number; readonly form?: 'code' | 'clock' | 'pattern' }
  | { readonly is: 'words'; readonly most: number; readonly lines?: number }
  | { readonly is: 'number'; readonly least: number; readonly most: number }
  /** Whole đồng; JSON carries it as digits. `unknown`: it may stand as not known. */
  | { readonly is: 'money'; readonly unknown?: true }
  | { readonly is: 'yes' }
  /** Stands as `true` or not at all. */
  | { readonly is: 'mark' }
  | { readonly is: 'date' }
  | { readonly is: 'choice'; readonly options: Choices }
  | { readonly is: 'name'; readonly of: NameOf; readonly besides?: Choices }
  | { readonly is: 'values'; readonly of: Shape; readonly most: number }
  | { readonly is: 'condition' }
  | { readonly is: 'deadline' }
  | { readonly is: 'route' }
  | { readonly is: 'value' }
  | { readonly is: 'paper' }
  /** The answer to a field, or the first of several that applies. */
  | { readonly is: 'taken' }
  | Group
  | Kinds
  | Items

export type Group = { readonly is: 'group'; readonly parts: Parts }
/** One of several kinds, told apart by the part `by`. */
export type Kinds = {
  readonly is: 'kinds'
  readonly by: string
  readonly common: Parts
  readonly kinds: Readonly<Record<string, { readonly name: Words; readonly parts: Parts }>>
}
/** Several of the same, each on a page of its own. `named`: a record by name, not a list. `title`: the part by which one is called. */
export type Items = {
  readonly is: 'items'
  readonly one: Words
  readonly of: Shape
  readonly title?: string
  /** The part that holds its code; made from its English name when it is new. */
  readonly code?: string
  readonly named?: true
  /** Names that a new one can have, where they are not free. */
  readonly names?: Choices
  readonly most: number
}

export type Part = { readonly name: Words; readonly shape: Shape; readonly optional?: true; readonly hint?: Words }
export type Parts = Readonly<Record<string, Part>>

export const text = (most = 300, more: { lines?: number; form?: 'code' | 'clock' | 'pattern' } = {}): Shape => ({
  is: 'text',
  most,
  ...more,
})
export const twoLanguages = (most = 500, lines?: number): Shape => ({ is: 'words', most, ...(lines === undefined ? {} : { lines }) })
export const number = (least: number, most: number): Shape => ({ is: 'number', least, most })
export const oneOf = (options: Readonly<Record<string, Words>>): Extract<Shape, { is: 'choice' }> => ({
  is: 'choice',
  options: Object.entries(options).map(([value, name]) => ({ value, name })),
})
export const nameOf = (of: NameOf): Shape => ({ is: 'name', of })
export const several = (of: Shape, most = 50): Shape => ({ is: 'values', of, most })
export const group = (parts: Parts): Group => ({ is: 'group', parts })

export function part(vi: string, en: string, shape: Shape, hint?: Words): Part {
  return { name: { vi, en }, shape, ...(hint ? { hint } : {}) }
}

/** A part that may be left out. */
export function perhaps(vi: string, en: string, shape: Shape, hint?: Words): Part {
  return { ...part(vi, en, shape, hint), optional: true }
}

/** Parts of one that is told by its kind, the telling part among them. */
export function partsOf(shape: Shape, kind: string | undefined): Parts {
  if (shape.is === 'group') return shape.parts
  if (shape.is !== 'kinds') return {}
  return { ...shape.common, ...(kind !== undefined && Object.hasOwn(shape.kinds, kind) ? shape.kinds[kind]?.parts : {}) }
}

/** Whether it is filled in where it stands, or has a page of its own. */
export function isInline(shape: Shape): boolean {
  if (shape.is === 'group') return Object.values(shape.parts).every((one) => isInline(one.shape))
  return shape.is !== 'items' && shape.is !== 'kinds' && shape.is !== 'paper'
}
