import type { Condition } from './condition.ts'
import type { Words } from './words.ts'

/**
 * What can be demanded of an answer without writing code. A check that needs an answer that is blank does not speak:
 * whether something must be answered is said by the field itself.
 */
export type Check<N extends string = string> =
  | { readonly is: 'notBefore' | 'notAfter'; readonly than: N | 'today' }
  /** Whole years from `from` to this date. */
  | { readonly is: 'yearsAfter'; readonly from: N; readonly least?: number; readonly most?: number }
  /** Whole years from this date to the day of asking: an age that the law wants. The sentence may name the first day, `{date}`. */
  | { readonly is: 'ageReached'; readonly years: number }
  | { readonly is: 'equalTo' | 'differentFrom'; readonly field: N }
  /** This number answered is within these bounds. */
  | { readonly is: 'between'; readonly least?: number; readonly most?: number }
  | { readonly is: 'oneOf'; readonly values: readonly string[] }
  | { readonly is: 'matching'; readonly pattern: string }
  /** The first word of this name is the first word of one of those names. */
  | { readonly is: 'familyNameOf'; readonly fields: readonly N[] }
  | { readonly is: 'sameCommuneAs'; readonly fields: readonly N[] }
  /** The same code or value as one of those fields. */
  | { readonly is: 'equalToOneOf'; readonly fields: readonly N[] }
  | { readonly is: 'noLongerThan'; readonly letters: number }
  /** At least `days` and at most `months` after that date. */
  | { readonly is: 'within'; readonly from: N; readonly days?: number; readonly months?: number }
  /** No two entries of a list, and none of those fields, hold the same in this cell. */
  | { readonly is: 'uniqueEntries'; readonly cell: string; readonly besides: readonly N[] }
  /** Not in the commune of any of those places. */
  | { readonly is: 'otherCommuneThan'; readonly fields: readonly N[] }
  /** A commune that this install lists: one of the province. */
  | { readonly is: 'listedCommune' }
  /** Holds none of these words, whatever their case. */
  | { readonly is: 'withoutWords'; readonly words: readonly string[] }
  | { readonly is: 'notMoreThanDaysAgo'; readonly days: number }
  /** Year and sex written into a citizen number agree with what is declared. */
  | { readonly is: 'numberAgreesWith'; readonly bornOn: N; readonly sex?: 'male' | 'female' }
  /** The sexes written into two citizen numbers differ. */
  | { readonly is: 'otherSexThan'; readonly field: N }

/** `block` stops the filing; `warn` asks to look again and lets the citizen go on. */
export type Rule<N extends string = string, C = Condition> = {
  readonly code: string
  readonly level: 'block' | 'warn'
  readonly field: N
  readonly when?: C
  readonly check: Check<N>
  readonly says: Words
  readonly basis: string
  readonly unverified?: true
}

/** A finding, stored as a code and worded when shown. */
export type Problem = { readonly field: string; readonly rule: string; readonly params?: Readonly<Record<string, string | number>> }

/** Every field that a check looks at beside its own. */
export function fieldsOf(check: Check): readonly string[] {
  switch (check.is) {
    case 'notBefore':
    case 'notAfter':
      return check.than === 'today' ? [] : [check.than]
    case 'yearsAfter':
    case 'within':
      return [check.from]
    case 'uniqueEntries':
      return check.besides
    case 'equalTo':
    case 'differentFrom':
    case 'otherSexThan':
      return [check.field]
    case 'familyNameOf':
    case 'sameCommuneAs':
    case 'otherCommuneThan':
    case 'equalToOneOf':
      return check.fields
    case 'numberAgreesWith':
      return [check.bornOn]
    case 'oneOf':
    case 'matching':
    case 'listedCommune':
    case 'withoutWords':
    case 'notMoreThanDaysAgo':
    case 'noLongerThan':
    case 'ageReached':
    case 'between':
      return []
  }
}
