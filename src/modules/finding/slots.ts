import { markedWord, type SearchIndex } from './search-index.ts'
import { isOneSlip, soundOf, type Token } from './spelling.ts'
import { fillers } from './words/fillers.ts'

/** A word of the question: how much it weighs, and how surely each syllable of the catalogue is meant by it. */
export type Slot = {
  readonly weight: number
  readonly filler: boolean
  /** Numbers of the syllables that may be meant. */
  readonly means: readonly number[]
  /** By number of the syllable: written so, as it sounds, with a slip of the finger, or not at all. */
  readonly sure: Float32Array
  /** The number of this very syllable, and of its spelling with accents; -1 where the catalogue has none. */
  readonly itself: number
  readonly marked: number
}

const sameSound = 0.5
const oneSlip = 0.7
const fillerShare = 0.12
// A word that the catalogue has nowhere is as telling as a rare one: what is asked with it is met only in part.
const strangerWeight = 4

function meantBy(index: SearchIndex, plain: string): Float32Array {
  const { numbers } = index.syllables
  const sure = new Float32Array(numbers.size)
  const itself = numbers.get(plain)
  if (itself !== undefined) sure[itself] = 1
  if (/\d/.test(plain)) return sure
  const sound = soundOf(plain)
  for (const [other, number] of numbers) {
    if (other === plain || Math.abs(other.length - plain.length) > 2) continue
    if (soundOf(other) === sound) sure[number] = sameSound
    else if (itself === undefined && plain.length >= 3 && isOneSlip(plain, other)) sure[number] = oneSlip
  }
  return sure
}

function slotOf(index: SearchIndex, token: Token, withAccents: boolean): Slot {
  const sure = meantBy(index, token.plain)
  const means = [...sure.keys()].filter((number) => (sure[number] ?? 0) > 0)
  const [itself = -1, marked = -1] = [index.syllables.numbers.get(token.plain), index.marked.numbers.get(markedWord(token))]
  const plainRarity = Math.max(...means.map((number) => index.syllables.rarity[number] ?? 0), means.length === 0 ? strangerWeight : 0)
  const rarity = withAccents && marked >= 0 ? (index.marked.rarity[marked] ?? plainRarity) : plainRarity
  const filler = fillers.isFiller(token)
  return { weight: filler ? rarity * fillerShare : rarity, filler, means, sure, itself, marked }
}

const kept = new WeakMap<SearchIndex, Map<string, Slot>>()
const mostKept = 5_000

/** The words of a question as slots; what was asked before is not reckoned again. */
export function slotsOf(index: SearchIndex, tokens: readonly Token[], withAccents: boolean): Slot[] {
  const known = kept.get(index) ?? new Map<string, Slot>()
  kept.set(index, known)
  return tokens.map((token) => {
    const key = `${withAccents} ${markedWord(token)}`
    const slot = known.get(key) ?? slotOf(index, token, withAccents)
    if (known.size >= mostKept) known.clear()
    known.set(key, slot)
    return slot
  })
}
