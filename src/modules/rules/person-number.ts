import type { PartialDate } from '#platform/text'

/**
 * The 12-digit personal number: AAA place of birth registration, B century and sex, CC last two digits of the birth year, DDDDDD
 * random. It has no check digit. Only its form can be refused; everything else is doubtful and left to the officer: whether children
 * born after 07/2025 get other place codes is unverified, and numbers given abroad begin with a country's code.
 */
export type PersonNumberProblem = { readonly code: 'form' | 'place' | 'birth-year' | 'sex'; readonly weight: 'refused' | 'doubtful' }

export type Sex = 'male' | 'female'

/** Place codes: the 63 provinces of before 01/07/2025 with the code of the province that each went into (TT 07/2016/TT-BCA). */
export const birthPlaces: ReadonlyMap<string, string> = new Map(
  `001>01 002>08 004>04 006>19 008>08 010>15 011>11 012>12 014>14 015>15 017>25 019>19 020>20 022>22 024>24 025>25 026>25 027>24 030>31 031>31
033>33 034>33 035>37 036>37 037>37 038>38 040>40 042>42 044>44 045>44 046>46 048>48 049>48 051>51 052>52 054>66 056>56 058>56 060>68 062>51
064>52 066>66 067>68 068>68 070>75 072>80 074>79 075>75 077>79 079>79 080>80 082>82 083>86 084>86 086>86 087>82 089>91 091>91 092>92 093>92
094>92 095>96 096>96`
    .split(/\s/)
    .map((pair): [string, string] => [pair.slice(0, 3), pair.slice(4)]),
)

const FORM = /^\d{12}$/

/** What the number itself says; null when it is not twelve digits. */
export function readPersonNumber(number: string): { place: string; sex: Sex; birthYear: number } | null {
  if (!FORM.test(number)) return null
  const centuryAndSex = Number(number[3])
  const birthYear = 1900 + Math.floor(centuryAndSex / 2) * 100 + Number(number.slice(4, 6))
  return { place: number.slice(0, 3), sex: centuryAndSex % 2 === 0 ? 'male' : 'female', birthYear }
}

/** What is wrong or doubtful with a number, beside what else is known of the person; the birth date may be a year or month only. */
export function personNumberProblems(number: string, person: { bornOn?: PartialDate; sex?: Sex } = {}): PersonNumberProblem[] {
  const read = readPersonNumber(number)
  if (!read) return [{ code: 'form', weight: 'refused' }]
  const doubts: PersonNumberProblem[] = []
  if (!birthPlaces.has(read.place)) doubts.push({ code: 'place', weight: 'doubtful' })
  if (person.bornOn !== undefined && Number(person.bornOn.slice(0, 4)) !== read.birthYear)
    doubts.push({ code: 'birth-year', weight: 'doubtful' })
  if (person.sex !== undefined && person.sex !== read.sex) doubts.push({ code: 'sex', weight: 'doubtful' })
  return doubts
}

// The random part of sample numbers begins with 99, so a sample can be told by looking. A real number may begin so as well:
// the mark means something on a sample install only.
const SAMPLE_MARK = '99'

/** A structurally valid number for a sample person; `serial` is 0 to 9,999 and tells people of one place, sex and year apart. */
export function samplePersonNumber(person: { place: string; sex: Sex; birthYear: number; serial: number }): string {
  const { place, sex, birthYear, serial } = person
  const century = Math.floor((birthYear - 1900) / 100)
  if (!birthPlaces.has(place) || century < 0 || century > 4 || !Number.isInteger(serial) || serial < 0 || serial > 9_999) {
    throw new RangeError(`no sample number for ${place}, ${birthYear}, ${serial}`)
  }
  const centuryAndSex = century * 2 + (sex === 'male' ? 0 : 1)
  const year = String(birthYear % 100).padStart(2, '0')
  return `${place}${centuryAndSex}${year}${SAMPLE_MARK}${String(serial).padStart(4, '0')}`
}

/** Looks like a number made by `samplePersonNumber`. */
export function isSamplePersonNumber(number: string): boolean {
  return FORM.test(number) && number.slice(6, 8) === SAMPLE_MARK
}
