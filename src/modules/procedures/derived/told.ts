import { withoutAccents } from '#platform/text'
import { type Words, words } from '../words.ts'

/** A text of the national catalogue: it exists in Vietnamese alone and is shown so in both languages, never machine-translated. */
export function asPublished(text: string): Words {
  const said = text.replace(/\s+/g, ' ').trim()
  return words(said, said)
}

/** The beginning of a long text, cut at a word. */
export function beginning(text: string, most: number): string {
  const said = text.replace(/\s+/g, ' ').trim()
  if (said.length <= most) return said
  const cut = said.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[\s,;:(–-]+$/, '')}…`
}

export type Split = { readonly head: string; readonly rest: string }

/**
 * A long text of the catalogue as a short name and what explains it: its first sentence where that is short enough, else its first words, and
 * then both halves say with "…" that they belong together. Nothing is lost.
 */
export function split(text: string, most: number): Split {
  const said = text.replace(/\s+/g, ' ').trim()
  if (said.length <= most) return { head: said, rest: '' }
  const sentence = /^.{20,}?[.;](?=\s)/.exec(said)?.[0]
  if (sentence !== undefined && sentence.length <= most) return { head: sentence.slice(0, -1), rest: said.slice(sentence.length).trim() }
  const head = beginning(said, most)
  return { head, rest: `…${said.slice(head.length - 1)}` }
}

/** A text for comparing: small letters without accents, signs made blanks. */
export function plain(text: string): string {
  return withoutAccents(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
