import { cleanInput } from '#platform/text'

/** What the code on an identity card says of its holder. */
export type OnCard = { number: string; name: string; bornOn: string; sex?: 'male' | 'female'; address?: string }

/**
 * Reads the line that a scanner types when it is held over the square code of an identity card: number, old number, name, birth date, sex,
 * address and day of issue between upright strokes. The order is that of the cards in people's hands; no published rule was found for it.
 * Undefined for anything else.
 */
export function cardLine(typed: string): OnCard | undefined {
  const [number = '', , name = '', born = '', sex = '', address = ''] = cleanInput(typed).split('|')
  const [, day, month, year] = /^(\d{2})(\d{2})(\d{4})$/.exec(born) ?? []
  if (!/^0\d{11}$/.test(number) || name.trim() === '' || year === undefined) return undefined
  const said = { Nam: 'male', Nữ: 'female' } as const
  const known = sex === 'Nam' || sex === 'Nữ' ? { sex: said[sex] } : {}
  return { number, name: name.trim(), bornOn: `${year}-${month}-${day}`, ...known, ...(address !== '' && { address }) }
}
