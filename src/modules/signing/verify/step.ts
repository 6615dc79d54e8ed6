import { canonical, type Dict, isRef, type Page, type PdfDocument, pagesOf, type Ref, type Value } from '#platform/pdf'
import { type Field, fieldsOf } from '../fields.ts'
import { type Change, reachable } from './changes.ts'
import type { Finding } from './findings.ts'
import type { Held } from './held.ts'

/** From one signed revision to the next (or to the end of the file). `who` signed the earlier one. */
export type Step = {
  before: PdfDocument
  after: PdfDocument
  changes: ReadonlyMap<number, Change>
  who: string
  /** The signature with which this step ends; none behind the last one. */
  signature: { held: Held; who: string } | undefined
  fieldsBefore: readonly Field[]
  fieldsAfter: readonly Field[]
  pagesBefore: readonly Page[]
  pagesAfter: readonly Page[]
}

/** What a rule makes of a step: the objects whose change it accounts for, and what it has to say. */
export type Reading = { explained: Set<number>; findings: Finding[]; widgets: Set<number> }
export const reading = (): Reading => ({ explained: new Set(), findings: [], widgets: new Set() })

export function stepOf(before: PdfDocument, after: PdfDocument, changes: Step['changes'], who: string, signature: Step['signature']): Step {
  return {
    before,
    after,
    changes,
    who,
    signature,
    fieldsBefore: fieldsOf(before),
    fieldsAfter: fieldsOf(after),
    pagesBefore: pagesOf(before),
    pagesAfter: pagesOf(after),
  }
}

/** Whether two dictionaries agree in everything but some keys. */
export const sameBut = (a: Dict, b: Dict, keys: readonly string[]): boolean => canonical(without(a, keys)) === canonical(without(b, keys))

const without = (value: Dict, keys: readonly string[]): Dict => ({
  kind: 'dict',
  entries: new Map([...value.entries].filter(([key]) => !keys.includes(key))),
})

/** The keys in which two dictionaries differ. */
export const differing = (a: Dict, b: Dict): string[] =>
  [...new Set([...a.entries.keys(), ...b.entries.keys()])].filter((key) => canonical(a.entries.get(key)) !== canonical(b.entries.get(key)))

/** What a list gained at its end; undefined where it lost, moved or changed something. */
export function gained(before: readonly Value[], after: readonly Value[]): readonly Value[] | undefined {
  const keeps = before.every((item, i) => canonical(item) === canonical(after[i]))
  return keeps ? after.slice(before.length) : undefined
}

export const numOf = (value: Value | undefined): number | undefined => (isRef(value) ? value.num : undefined)

/** New objects that hang on a value: nothing that the signed revision had is among them. */
export function freshFrom(step: Step, from: readonly Ref[]): Set<number> {
  const known = (num: number) => step.before.object(num) !== undefined
  return reachable(step.after, from, known)
}

/** Pages are counted from 1; 1 where it is not known. */
export const pageOf = (pages: readonly Page[], of: Value | undefined): number => {
  const index = pages.findIndex(({ ref }) => ref.num === numOf(of))
  return index < 0 ? 1 : index + 1
}
