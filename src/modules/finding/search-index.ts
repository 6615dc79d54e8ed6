import { lifeEvents } from './life-events.ts'
import { type Token, tokensOf } from './spelling.ts'
import { called } from './words/called.ts'

/** What can be found: a procedure by its code, with everything it may be called. */
export type Entry = {
  readonly code: string
  /** Published names, the fullest first. */
  readonly names: readonly string[]
  /** Own words of the procedure's file beside those of the house. */
  readonly alsoCalled: readonly string[]
  readonly area: string
  /** Handled in the communes: what most people who search here are after. */
  readonly nearby: boolean
}

/** One name of an entry, as it is compared with what is asked. Syllables stand for themselves by their numbers in the vocabulary. */
export type Title = {
  readonly entry: number
  readonly syllables: Uint16Array
  /** The same with their accents. */
  readonly marked: Uint16Array
  /** How much a hit in it counts: a name people use as much as the published one, its field of law less. */
  readonly weight: number
  /** The rarity of all its syllables together. */
  readonly mass: number
}

export type SearchIndex = {
  readonly entries: readonly Entry[]
  readonly titles: readonly Title[]
  /** Every syllable without accents by its number, and with accents. */
  readonly syllables: Vocabulary
  readonly marked: Vocabulary
  /** By how much an entry is preferred where several fit. */
  readonly prior: readonly number[]
  readonly places: ReadonlyMap<string, number>
}

/** Words by number; `titles`: in which titles each stands; the fewer, the more it tells. */
export type Vocabulary = {
  readonly numbers: ReadonlyMap<string, number>
  readonly titles: readonly (readonly number[])[]
  readonly rarity: Float64Array
}

const weights = { name: 1, called: 1.02, head: 0.97, area: 0.5 } as const
// Preference of what many people need; bounded, so that it decides only between procedures that fit about equally well.
const perNeed = 0.05
const forNearby = 0.08
const forLifeEvent = 0.05

const calledBy = new Map(called.map(([code, need, names]) => [code, { need, names: names.split(';') }]))
const inLifeEvents = new Set(lifeEvents.flatMap(({ codes }) => codes))

/** Published names run on: what stands before a bracket, a semicolon or a condition is what people know of it. */
function headOf(name: string): string {
  const [head = ''] = name.split(/[(;,/]| đối với | trong trường hợp | thuộc thẩm quyền | cho trường hợp /u)
  return head.replace(/^(thủ tục|công bố danh mục) /iu, '')
}

type Bare = { readonly entry: number; readonly tokens: readonly Token[]; readonly weight: number }

function titlesOf(entry: Entry, place: number): Bare[] {
  const title = (text: string, weight: number) => ({ entry: place, tokens: tokensOf(text), weight })
  const heads = entry.names.map(headOf).filter((head, i) => head.length >= 8 && head !== entry.names[i])
  return [
    ...entry.names.map((name) => title(name, weights.name)),
    ...heads.map((head) => title(head, weights.head)),
    ...[...entry.alsoCalled, ...(calledBy.get(entry.code)?.names ?? [])].map((name) => title(name, weights.called)),
    title(entry.area, weights.area),
  ].filter(({ tokens }) => tokens.length > 0)
}

const priorOf = ({ code, nearby }: Entry): number =>
  1 + perNeed * (calledBy.get(code)?.need ?? 0) + (inLifeEvents.has(code) ? forLifeEvent : 0) + (nearby ? forNearby : 0)

/** Accents and syllable as one word of the vocabulary with accents. */
export const markedWord = ({ plain, marks }: Token): string => `${plain} ${marks}`

function vocabularyOf(bare: readonly Bare[], wordOf: (token: Token) => string): Vocabulary {
  const numbers = new Map<string, number>()
  const titles: number[][] = []
  bare.forEach(({ tokens }, title) => {
    for (const word of new Set(tokens.map(wordOf))) {
      const number = numbers.get(word) ?? numbers.size
      numbers.set(word, number)
      titles[number] = titles[number] ?? []
      titles[number].push(title)
    }
  })
  return { numbers, titles, rarity: Float64Array.from(titles, (list) => Math.log(1 + bare.length / (1 + list.length))) }
}

/** Makes the index anew: some thousand procedures take about a hundred milliseconds. */
export function searchIndexOf(entries: readonly Entry[]): SearchIndex {
  const bare = entries.flatMap(titlesOf)
  const syllables = vocabularyOf(bare, ({ plain }) => plain)
  const marked = vocabularyOf(bare, markedWord)
  const numbered = ({ numbers }: Vocabulary, words: readonly string[]) => Uint16Array.from(words, (word) => numbers.get(word) ?? 0)
  return {
    entries,
    titles: bare.map(({ entry, tokens, weight }) => {
      const withMarks = numbered(marked, tokens.map(markedWord))
      const mass = withMarks.reduce((sum, number) => sum + (marked.rarity[number] ?? 0), 0)
      return {
        entry,
        weight,
        mass,
        marked: withMarks,
        syllables: numbered(
          syllables,
          tokens.map(({ plain }) => plain),
        ),
      }
    }),
    syllables,
    marked,
    prior: entries.map(priorOf),
    places: new Map(entries.map(({ code }, place) => [code, place])),
  }
}
