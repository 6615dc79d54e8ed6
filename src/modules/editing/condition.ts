import { type Data, type Entries, isEntries, isList, isSame } from './data.ts'

/** One thing that a condition looks at: an answer is this value, or is given at all; `not` turns it round. */
export type Literal = { readonly field: string; readonly value?: string | number | boolean; readonly not: boolean }

/** Any of the groups, of a group all: what boxes on a page can show. */
export type Choice = readonly (readonly Literal[])[]

const mostGroups = 24
const mostDeep = 8

const isValue = (data: Data | undefined): data is string | number | boolean =>
  typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean'

/** Whether it is a condition of the language, at a depth that somebody could have written. */
export function checkCondition(data: Data, deep = 0): boolean {
  if (!isEntries(data) || deep > mostDeep) return false
  const names = Object.keys(data)
  if (names.length === 0 || names.length > 30) return false
  const all = (list: Data | undefined) =>
    isList(list) && list.length > 0 && list.length <= 50 && list.every((each) => checkCondition(each, deep + 1))
  if (isList(data.any)) return names.length === 1 && all(data.any)
  if (isList(data.all)) return names.length === 1 && all(data.all)
  if (isEntries(data.not)) return names.length === 1 && checkCondition(data.not, deep + 1)
  return Object.values(data).every(
    (wanted) => isValue(wanted) || (isList(wanted) && wanted.length > 0 && wanted.length <= 100 && wanted.every(isValue)),
  )
}

/**
 * The same condition as groups of which one must hold. Undefined where it does not fit into so many boxes: then it is shown in words and
 * kept as it is, or replaced.
 */
export function choiceFrom(condition: Data | undefined): Choice | undefined {
  if (condition === undefined) return []
  const groups = groupsOf(condition, false)
  return groups.length <= mostGroups && groups.every((group) => group.length <= 6) ? groups : undefined
}

function groupsOf(data: Data, not: boolean): Literal[][] {
  if (!isEntries(data)) return []
  if (isList(data.any))
    return not ? product(data.any.map((each) => groupsOf(each, true))) : data.any.flatMap((each) => groupsOf(each, false))
  if (isList(data.all))
    return not ? data.all.flatMap((each) => groupsOf(each, true)) : product(data.all.map((each) => groupsOf(each, false)))
  if (isEntries(data.not)) return groupsOf(data.not, !not)
  if (typeof data.answered === 'string' && Object.keys(data).length === 1) return [[{ field: data.answered, not }]]
  const each = Object.entries(data).map(([field, wanted]): Literal[] =>
    (isList(wanted) ? wanted : [wanted]).flatMap((value) => (isValue(value) ? [{ field, value, not }] : [])),
  )
  // All fields of a record must hold, of each one of its values; turned round, one field must have none of them.
  return not ? each : product(each.map((values) => values.map((one) => [one])))
}

function product(lists: Literal[][][]): Literal[][] {
  return lists.reduce<Literal[][]>(
    (so, groups) => so.flatMap((left) => groups.map((right) => [...left, ...right])).slice(0, mostGroups + 1),
    [[]],
  )
}

/** The shortest condition that says the same: one field with several values where the groups are that, else `any` of `all`. */
export function conditionFrom(choice: Choice): Entries | undefined {
  const groups = choice.filter((group) => group.length > 0)
  const [first, ...others] = groups
  if (first === undefined) return undefined
  if (others.length === 0) return allOf(first)
  const values = groups.map((group) =>
    group.length === 1 && group[0]?.not === false && group[0].field === first[0]?.field ? group[0].value : undefined,
  )
  if (first[0] !== undefined && values.every((value) => value !== undefined)) return { [first[0].field]: values }
  return { any: groups.map(allOf) }
}

function allOf(group: readonly Literal[]): Entries {
  const [only, ...others] = group
  if (only !== undefined && others.length === 0) return literalData(only)
  return { all: group.map(literalData) }
}

function literalData({ field, value, not }: Literal): Entries {
  const plain: Entries = value === undefined ? { answered: field } : { [field]: value }
  return not ? { not: plain } : plain
}

/** What was written stays as it was written, as long as it says what the boxes say. */
export function keptCondition(before: Data | undefined, choice: Choice): Data | undefined {
  const was = choiceFrom(before)
  const plain = (one: Choice): Data => one.map((group) => group.map((literal) => ({ ...literal })))
  return was !== undefined && isSame(plain(was), plain(choice)) ? before : conditionFrom(choice)
}
