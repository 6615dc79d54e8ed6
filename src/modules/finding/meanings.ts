import { hasMarks, type Token, tokensOf } from './spelling.ts'
import { sayings } from './words/sayings.ts'

type Phrase = { readonly said: readonly Token[]; readonly means: readonly Token[] }

// The longest first: «cắt hộ khẩu» is not «hộ khẩu».
const phrases: readonly Phrase[] = sayings
  .flatMap(([said, means]) => said.split(',').map((one) => ({ said: tokensOf(one), means: tokensOf(means) })))
  .sort((a, b) => b.said.length - a.said.length)

const byFirst = new Map<string, Phrase[]>()
for (const phrase of phrases) {
  const first = phrase.said[0]?.plain ?? ''
  byFirst.set(first, [...(byFirst.get(first) ?? []), phrase])
}

/** What is asked, once as it was said and then with everyday words put into those of the catalogue, one meaning each time. */
const mostReadings = 10
const mostTokens = 24

type Place = { readonly from: number; readonly to: number; readonly meanings: readonly (readonly Token[])[] }

function standsAt({ said }: Phrase, tokens: readonly Token[], at: number, marked: boolean): boolean {
  return said.every(({ plain, marks }, i) => tokens[at + i]?.plain === plain && (!marked || tokens[at + i]?.marks === marks))
}

/** Where everyday words stand, not overlapping, the longest first. */
function placesIn(tokens: readonly Token[]): Place[] {
  const marked = hasMarks(tokens)
  const found: Place[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const here = (byFirst.get(tokens[at]?.plain ?? '') ?? []).filter((phrase) => standsAt(phrase, tokens, at, marked))
    const length = here[0]?.said.length
    if (length === undefined) continue
    found.push({ from: at, to: at + length, meanings: here.filter(({ said }) => said.length === length).map(({ means }) => means) })
    at += length - 1
  }
  return found
}

/** The readings of a question: itself, with each everyday phrase in each of its meanings alone, and with all of them at once. */
export function readingsOf(asked: string): Token[][] {
  const tokens = tokensOf(asked).slice(0, mostTokens)
  const places = placesIn(tokens)
  const alone = places.flatMap(({ from, to, meanings }) =>
    meanings.map((meaning) => [...tokens.slice(0, from), ...meaning, ...tokens.slice(to)]),
  )
  const all = places.length < 2 ? [] : [together(tokens, places, 0), together(tokens, places, 1)]
  return [tokens, ...alone, ...all].slice(0, mostReadings)
}

function together(tokens: readonly Token[], places: readonly Place[], which: number): Token[] {
  const said: Token[] = []
  let at = 0
  for (const { from, to, meanings } of places) {
    said.push(...tokens.slice(at, from), ...(meanings[which] ?? meanings[0] ?? []))
    at = to
  }
  return [...said, ...tokens.slice(at)]
}
