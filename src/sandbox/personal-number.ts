export type Sex = 'male' | 'female'

/**
 * The twelve digits AAA B CC DDDDDD: place of birth registration, century and sex, last two digits of the birth year, serial.
 * There is no check digit (structure: Decree 69/2024 and the code table of Circular 07/2016/TT-BCA).
 */
export function personalNumber(place: string, sex: Sex, bornOn: string, serial: number): string {
  const year = Number(bornOn.slice(0, 4))
  const century = (Math.floor(year / 100) - 19) * 2 + (sex === 'female' ? 1 : 0)
  return `${place}${century}${String(year % 100).padStart(2, '0')}${String(serial).padStart(6, '0')}`
}
