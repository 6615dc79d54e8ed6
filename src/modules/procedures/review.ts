import type { Instant } from '#platform/clock'
import type { Answers, Provenance } from './answers.ts'
import { settle } from './apply.ts'
import { holds } from './condition.ts'
import type { Procedure } from './procedure.ts'
import { type Naming, valueText } from './value-text.ts'

/** One line of the review. `page` is where it can be changed; what a database answered is not changed but reported as wrong. */
export type Row = {
  readonly field: string
  readonly label: string
  readonly value: string
  readonly page: string
  readonly source?: Provenance[string]
  readonly sensitive?: true
}

export type Section = { readonly id: string; readonly title: string; readonly rows: readonly Row[] }

/** Everything answered, page by page, as it will be filed: what does not apply is gone, what is optional and empty is left out. */
export function checkYourAnswers(
  procedure: Procedure,
  given: Answers,
  { now, known = {}, naming }: { now: Instant; known?: Provenance; naming: Naming },
): Section[] {
  const answers = settle(procedure, given, now)
  return procedure.pages.flatMap((page): Section[] => {
    const rows = page.asks.flatMap((name): Row[] => {
      const field = procedure.fields[name]
      if (!field || !holds(field.when, answers) || answers[name] === undefined) return []
      const source = known[name]
      const row = { field: name, label: field.label[naming.language], value: valueText(field, answers[name], naming), page: page.id }
      return [{ ...row, ...(source ? { source } : {}), ...(field.sensitive ? { sensitive: true } : {}) }]
    })
    return rows.length > 0 ? [{ id: page.id, title: page.title[naming.language], rows }] : []
  })
}
