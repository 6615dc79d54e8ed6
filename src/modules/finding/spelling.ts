import { fold } from '#platform/text'
import { abbreviations } from './words/abbreviations.ts'

/** One syllable: without accents as search compares it, and with the marks it was written with, wherever in the syllable they stand. */
export type Token = { readonly plain: string; readonly marks: string }

const known = new Map<string, Token>()
const mostKept = 20_000

/** The syllables of a text in their order, short forms written out. The same syllable is the same object. */
export function tokensOf(text: string): Token[] {
  const words =
    text
      .normalize('NFC')
      .toLocaleLowerCase('vi')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.flatMap((word) => (abbreviations[word]?.split(' ') ?? [word]).map(tokenOf))
}

function tokenOf(word: string): Token {
  const kept = known.get(word)
  if (kept !== undefined) return kept
  const marks = [...word.normalize('NFD').replace(/đ/g, 'd\u0335').matchAll(/\p{M}/gu)].map(([mark]) => mark)
  const token = { plain: fold(word), marks: marks.sort().join('') }
  // What people type has no end: the memory of it has.
  if (known.size >= mostKept) known.clear()
  known.set(word, token)
  return token
}

/** Whether somebody wrote accents at all; who leaves them out means any. */
export function hasMarks(tokens: readonly Token[]): boolean {
  return tokens.some(({ marks }) => marks !== '')
}

/** How a syllable sounds where regions do not tell sounds apart: tr as ch, s as x, d as gi and r, l as n, no g at the end. */
export function soundOf(plain: string): string {
  return plain
    .replace(/^tr/, 'ch')
    .replace(/^s/, 'x')
    .replace(/^(gi|r|v)(?=[aeiou])/, 'd')
    .replace(/^l/, 'n')
    .replace(/ng$/, 'n')
    .replace(/c$/, 't')
}

/** Whether one slip of the finger lies between two words: a letter left out, added, changed or put before its neighbour. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
}
