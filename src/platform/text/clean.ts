// Zero-width and direction marks, soft hyphen, byte-order mark: invisible in a form, they make equal names unequal.
const INVISIBLE = /\p{Cf}/gu
const CONTROL = /[^\P{Cc}\n\t]/gu

/**
 * What a person typed on one line, as it is stored: composed form (NFC, as TCVN 6909:2001 asks), no invisible or control
 * characters, single spaces, no space at the ends. Letters and accents are never changed.
 */
export function cleanInput(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim()
}

/** The same for text of several lines: line breaks stay, blank lines at most one at a time. */
export function cleanParagraphs(text: string): string {
  return visible(text.replace(/\r\n?/g, '\n'))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function visible(text: string): string {
  return text.toWellFormed().replace(INVISIBLE, '').replace(CONTROL, ' ').normalize('NFC')
}
