import { cleanInput } from './clean.ts'

/** A person's name in its three parts, family name first. `middle` may be empty; `given` may stand alone. */
export type PersonName = { readonly family: string; readonly middle: string; readonly given: string }

/** The name as one string, family name first. */
export function fullName({ family, middle, given }: PersonName): string {
  return [family, middle, given].filter((part) => part !== '').join(' ')
}

/** A guess of the parts of a name written as one: first word, last word and what lies between. A person may correct it. */
export function nameParts(full: string): PersonName {
  const words = cleanInput(full).split(' ')
  const given = words.pop() ?? ''
  const family = words.shift() ?? ''
  return { family, middle: words.join(' '), given }
}

/**
 * What is wrong or unusual with a name. `refused` follows the law (no digit, no symbol that is not a letter); `doubtful` goes to
 * the officer and never blocks: apostrophe and hyphen of ethnic and foreign names, one word only, a very long name.
 */
export type NameProblem = {
  readonly code: 'empty' | 'not-letters' | 'hyphen' | 'one-word' | 'long'
  readonly weight: 'refused' | 'doubtful'
}

// No law gives a length: beyond this the name does not fit the printed line of the certificate.
const LONG = 50

export function nameProblems(full: string): NameProblem[] {
  const name = cleanInput(full)
  if (name === '') return [{ code: 'empty', weight: 'refused' }]
  if (!/^[\p{L}\p{M} '’-]+$/u.test(name) || !/\p{L}/u.test(name)) return [{ code: 'not-letters', weight: 'refused' }]
  const doubts: NameProblem[] = []
  if (/['’-]/.test(name)) doubts.push({ code: 'hyphen', weight: 'doubtful' })
  if (!name.includes(' ')) doubts.push({ code: 'one-word', weight: 'doubtful' })
  if ([...name].length > LONG) doubts.push({ code: 'long', weight: 'doubtful' })
  return doubts
}

/** The name as certificates print it: capitals with their accents. */
export function inCapitals(name: string): string {
  return name.toLocaleUpperCase('vi')
}

const collator = new Intl.Collator('vi', { numeric: true })

/** Vietnamese order (ICU): a ă â … d đ …, tones after letters, numbers by value. */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b)
}

/** The order of Vietnamese lists of people: given name, then family name, then middle name. */
export function comparePeople(a: PersonName, b: PersonName): number {
  return collator.compare(a.given, b.given) || collator.compare(a.family, b.family) || collator.compare(a.middle, b.middle)
}
