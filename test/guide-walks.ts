import { type Guide, type GuideChoices, guideThrough, type Procedure } from '#modules/procedures'

/** Numbers that look like chance and are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}

/** What can be chosen for a question: its options, or a few numbers. */
function choicesFor({ options, count }: Guide['open'][number]): string[] {
  return count === undefined
    ? options.map(({ value }) => value)
    : [...new Set([count.least, Math.min(count.least + 1, count.most), Math.min(3, count.most)])].map(String)
}

/** One walk through the interview from its first question to its end, along choices drawn with a seed. */
export function walk(procedure: Procedure, now: string, seed: number): { choices: GuideChoices; guide: Guide; pages: number } {
  const draw = dice(seed * 7_919 + 17)
  for (let i = 0; i < 5; i += 1) draw(2)
  let choices: GuideChoices = {}
  for (let pages = 0; pages < 20; pages += 1) {
    const guide = guideThrough(procedure, choices, now)
    if (guide.open.length === 0) return { choices, guide, pages }
    const made = guide.open.map((question) => {
      const offered = choicesFor(question)
      return [question.name, offered[draw(offered.length)] ?? ''] as const
    })
    choices = { ...choices, ...Object.fromEntries(made) }
  }
  throw new Error(`${procedure.code}: the interview does not end`)
}

export const walksTried = 300

/** For each case of a procedure the first walk that ends in it, and for a dossier of no special case one that ends in none. */
export function walkToEachCase(procedure: Procedure, now: string): Map<string, { choices: GuideChoices; guide: Guide }> {
  const found = new Map<string, { choices: GuideChoices; guide: Guide }>()
  for (let seed = 1; seed <= walksTried && found.size <= procedure.cases.length; seed += 1) {
    const walked = walk(procedure, now, seed)
    const { cases = [], obstacles = [] } = walked.guide.outcome ?? {}
    if (obstacles.length > 0) continue
    for (const id of cases.length === 0 ? ['none'] : cases.map((one) => one.id)) if (!found.has(id)) found.set(id, walked)
  }
  return found
}
