/** A place in Viet Nam by the code of its commune, or a place abroad by country and free words. */
export type Place = { readonly commune?: string; readonly detail?: string; readonly country?: string }

/** One entry of a list, such as a person who moves along: its cells by name, each as a text. */
export type ListRow = Readonly<Record<string, string>>

/**
 * What one field may hold. Uploads are ids of stored files; dates are `2026-11-09`, or `1962-05` and `1962` where less is known; money is
 * whole đồng in digits.
 */
export type Answer = string | number | boolean | Place | readonly string[] | readonly ListRow[]

export type Answers = Readonly<Record<string, Answer>>

/** Where a value came from when nobody had to type it. `card`: read off the identity card of whoever stands at a counter. */
export type SourceName =
  | 'vneid'
  | 'card'
  | 'population'
  | 'civilStatus'
  | 'residence'
  | 'wallet'
  | 'health'
  | 'land'
  | 'business'
  | 'judicialRecord'
  | 'vehicle'
  | 'drivingLicence'
  | 'insurance'

/** Kept beside the answers, a field each: shown to the citizen ("lấy từ CSDL dân cư lúc 10:42, khớp"). */
export type Provenance = Readonly<Record<string, { readonly from: SourceName; readonly at: string; readonly result: 'taken' | 'matched' }>>

export function isPlace(answer: Answer | undefined): answer is Place {
  return typeof answer === 'object' && !Array.isArray(answer)
}

export function isFiles(answer: Answer | undefined): answer is readonly string[] {
  return Array.isArray(answer) && answer.every((one) => typeof one === 'string')
}

export function isRows(answer: Answer | undefined): answer is readonly ListRow[] {
  return Array.isArray(answer) && answer.length > 0 && answer.every((one) => typeof one === 'object')
}

export function isBlankRow(row: ListRow): boolean {
  return Object.values(row).every((cell) => cell === '')
}

/** No answer, or one that says nothing: an empty text, no file, a place without any part. */
export function isBlank(answer: Answer | undefined): boolean {
  if (answer === undefined || answer === '') return true
  if (isFiles(answer)) return answer.length === 0
  if (isRows(answer)) return answer.every(isBlankRow)
  return isPlace(answer) && !answer.commune && !answer.detail && !answer.country
}
