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

/** A text for comparing: small letters without accents, signs made blanks. */
export function plain(text: string): string {
  return withoutAccents(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
