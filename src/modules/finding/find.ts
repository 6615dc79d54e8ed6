import { readingsOf } from './meanings.ts'
import type { SearchIndex, Title } from './search-index.ts'
import { type Slot, slotsOf } from './slots.ts'
import { hasMarks } from './spelling.ts'

export type Hit = { readonly code: string; readonly score: number }

// Shares of a score: how much of the question is met, how much of the name was asked for, and whether the words stand together.
const shares = { met: 0.5, asked: 0.22, together: 0.28 } as const
// Written with other accents than the name has: a slip where the catalogue has no such spelling, another word where it has.
const slippedMarks = 0.5
const anotherWord = 0.1
const otherReading = 0.96
// Fewer met words than this is chance; what lies far behind the best is left out.
const leastMet = 0.34
const besideBest = 0.45
const closerLook = 120

/** Titles that share telling words with the question, those with most of them first. */
function candidates(index: SearchIndex, slots: readonly Slot[]): number[] {
  const met = new Float64Array(index.titles.length)
  const seen = new Float64Array(index.titles.length)
  const touched: number[] = []
  const telling = slots.filter(({ filler }) => !filler)
  for (const slot of telling.length > 0 ? telling : slots) {
    const here: number[] = []
    for (const number of slot.means) {
      const worth = (slot.sure[number] ?? 0) * slot.weight
      for (const title of index.syllables.titles[number] ?? []) {
        if (seen[title] === 0) here.push(title)
        seen[title] = Math.max(seen[title] ?? 0, worth)
      }
    }
    for (const title of here) {
      if (met[title] === 0) touched.push(title)
      met[title] = (met[title] ?? 0) + (seen[title] ?? 0)
      seen[title] = 0
    }
  }
  // Of two that meet as much the shorter comes first.
  const worth = (title: number) => {
    const { weight = 0, mass = 0 } = index.titles[title] ?? {}
    return (met[title] ?? 0) * weight - mass / 100
  }
  return touched.sort((a, b) => worth(b) - worth(a)).slice(0, closerLook)
}

const otherMarks = ({ marked }: Slot): number => (marked >= 0 ? anotherWord : slippedMarks)

type Meeting = { sure: number; at: number }

/** Where in a name a word of the question is met; of equal places the one that follows the word before. */
function meet(slot: Slot, { syllables, marked }: Title, withAccents: boolean, after: number): Meeting {
  const best: Meeting = { sure: 0, at: -1 }
  for (let at = 0; at < syllables.length; at += 1) {
    const number = syllables[at] ?? 0
    const written = slot.sure[number] ?? 0
    if (written === 0) continue
    const sure = withAccents && number === slot.itself && marked[at] !== slot.marked ? otherMarks(slot) : written
    if (sure > best.sure || (sure === best.sure && at === after + 1)) {
      best.sure = sure
      best.at = at
    }
  }
  return best
}

/** How well one name answers the question, between 0 and 1. */
function fit(index: SearchIndex, slots: readonly Slot[], withAccents: boolean, title: Title): number {
  const taken = new Float64Array(title.syllables.length)
  const places: number[] = []
  let [met, whole] = [0, 0]
  for (const slot of slots) {
    const { sure, at } = meet(slot, title, withAccents, places.at(-1) ?? -2)
    if (at >= 0) taken[at] = Math.max(taken[at] ?? 0, sure)
    places.push(at)
    met += sure * slot.weight
    whole += slot.weight
  }
  if (whole === 0 || met / whole < leastMet) return 0
  const asked = title.marked.reduce((sum, number, at) => sum + (taken[at] ?? 0) * (index.marked.rarity[number] ?? 0), 0)
  return shares.met * (met / whole) + shares.asked * (asked / (title.mass || 1)) + shares.together * togetherness(slots, places)
}

/** The share of neighbouring words of the question that are neighbours in the name too. */
function togetherness(slots: readonly Slot[], places: readonly number[]): number {
  let [side, all] = [0, 0]
  for (let i = 1; i < slots.length; i += 1) {
    const weight = (slots[i - 1]?.weight ?? 0) + (slots[i]?.weight ?? 0)
    const [before = -1, here = -1] = [places[i - 1], places[i]]
    all += weight
    if (before >= 0 && here === before + 1) side += weight
  }
  return all === 0 ? (places[0] === 0 ? 1 : 0.6) : side / all
}

function bestOf(index: SearchIndex, asked: string): Map<number, number> {
  const best = new Map<number, number>()
  readingsOf(asked).forEach((tokens, reading) => {
    const withAccents = hasMarks(tokens)
    const slots = slotsOf(index, tokens, withAccents)
    for (const place of candidates(index, slots)) {
      const title = index.titles[place]
      if (title === undefined) continue
      const sure = fit(index, slots, withAccents, title) * title.weight * (reading === 0 ? 1 : otherReading)
      const score = sure * (index.prior[title.entry] ?? 1)
      if (score > (best.get(title.entry) ?? 0)) best.set(title.entry, score)
    }
  })
  return best
}

/** Procedures that a person's words point to, best first. A code finds its procedure alone. */
export function find(index: SearchIndex, asked: string, most = 40): Hit[] {
  const code = /\b\d\.\d{6}\b/.exec(asked)?.[0]
  if (code !== undefined && index.places.has(code)) return [{ code, score: 1 }]
  const best = bestOf(index, asked)
  const top = Math.max(0, ...best.values())
  return [...best]
    .filter(([, score]) => score > 0 && score >= top * besideBest)
    .map(([place, score]) => ({ code: index.entries[place]?.code ?? '', score }))
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
    .slice(0, most)
}
