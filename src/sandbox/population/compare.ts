const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/** A word with its tone behind it, so that hoà and hòa are one. */
function spelled(word: string): string {
  const letters = word.normalize('NFD')
  return letters.replace(tones, '').normalize('NFC') + (letters.match(tones) ?? []).join('')
}

/** The same name, whatever its capitals, spaces and places of tone marks. */
export function sameName(one: string, other: string): boolean {
  const words = (name: string) => name.trim().toLocaleLowerCase('vi').split(/\s+/).map(spelled).join(' ')
  return words(one) === words(other)
}

/** Dates agree as far as both are known: 1949 agrees with 1949-03-01. */
export function sameDate(one: string, other: string): boolean {
  const known = Math.min(one.length, other.length)
  return known >= 4 && one.slice(0, known) === other.slice(0, known)
}
