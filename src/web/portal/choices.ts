import type { Guide, GuideChoices } from '#modules/procedures'

/** The choices that an address carries; of a name that stands there twice none counts. */
export function choicesIn(query: unknown): GuideChoices {
  const given = typeof query === 'object' && query !== null ? Object.entries(query) : []
  return Object.fromEntries(
    given.flatMap(([name, value]) => (typeof value === 'string' && value.length <= 1_000 ? [[name, value.trim()]] : [])),
  )
}

/** The name under which an address carries the commune that the reader chose, by its code. */
export const communeChosen = 'xa'

/** The address that keeps these choices, the commune where one was chosen, and nothing else. */
export function withChoices(path: string, said: Guide['said'], commune?: string): string {
  const query = new URLSearchParams(said.map(({ question, choice }) => [question.name, choice]))
  if (commune !== undefined) query.set(communeChosen, commune)
  return query.size === 0 ? path : `${path}?${query}`
}
