/** A place in Viet Nam by the code of its commune, or a place abroad by country and free words. */
export type Place = { readonly commune?: string; readonly detail?: string; readonly country?: string }

/** What one field may hold. Uploads are ids of stored files; dates are `2026-11-09`, or `1962-05` and `1962` where less is known. */
export type Answer = string | number | boolean | Place | readonly string[]

export type Answers = Readonly<Record<string, Answer>>

/** Where a value came from when nobody had to type it. */
export type SourceName = 'vneid' | 'population' | 'civilStatus' | 'residence' | 'wallet' | 'health'

/** Kept beside the answers, a field each: shown to the citizen ("lấy từ CSDL dân cư lúc 10:42, khớp"). */
export type Provenance = Readonly<Record<string, { readonly from: SourceName; readonly at: string; readonly result: 'taken' | 'matched' }>>

export function isPlace(answer: Answer | undefined): answer is Place {
  return typeof answer === 'object' && !Array.isArray(answer)
}

export function isFiles(answer: Answer | undefined): answer is readonly string[] {
  return Array.isArray(answer)
}

/** No answer, or one that says nothing: an empty text, no file, a place without any part. */
export function isBlank(answer: Answer | undefined): boolean {
  if (answer === undefined || answer === '') return true
  if (isFiles(answer)) return answer.length === 0
  return isPlace(answer) && !answer.commune && !answer.detail && !answer.country
}
