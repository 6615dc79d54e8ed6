import { type Answers, type Condition, holds } from '#modules/procedures'

const always: Condition = { all: [] }
const never: Condition = { any: [] }

/**
 * A condition as it stands on one page: what other pages answered is worked in, so that only this page's own questions are left to
 * watch. `own` are the questions of the page.
 */
export function onThisPage(condition: Condition, answers: Answers, own: ReadonlySet<string>): Condition {
  const reduce = (one: Condition) => onThisPage(one, answers, own)
  const { any, all, not, answered } = condition as {
    any?: readonly Condition[]
    all?: readonly Condition[]
    not?: Condition
    answered?: string
  }
  if (Array.isArray(any)) return { any: any.map(reduce) }
  if (Array.isArray(all)) return { all: all.map(reduce) }
  if (typeof not === 'object' && !Array.isArray(not)) return { not: reduce(not) }
  if (typeof answered === 'string') return own.has(answered) ? condition : fixed(condition, answers)
  const parts = Object.entries(condition).map(([field, wanted]): Condition => {
    const leaf: Condition = { [field]: wanted }
    return own.has(field) ? leaf : fixed(leaf, answers)
  })
  return { all: parts }
}

function fixed(condition: Condition, answers: Answers): Condition {
  return holds(condition, answers) ? always : never
}
