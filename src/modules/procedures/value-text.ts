import type { Language } from '#platform/i18n'
import { dateText, numberText } from '#platform/text'
import { type Answer, isFiles, isPlace, isRows, type ListRow, type Place } from './answers.ts'
import { nameOfCode } from './code-lists.ts'
import type { Field, ListField } from './field.ts'

/** What the program must look up elsewhere to say an answer: today's full name of a commune with its province, the name of a stored file. */
export type Naming = {
  readonly language: Language
  readonly communeName: (code: string) => string | undefined
  readonly fileName: (id: string) => string | undefined
}

const saidYes = { vi: { true: 'Có', false: 'Không' }, en: { true: 'Yes', false: 'No' } } as const

/** "Khu Niềm Xá, phường Kinh Bắc, tỉnh Bắc Ninh"; abroad the free words, then the country. */
export function placeText(place: Place, { language, communeName }: Naming): string {
  // A code that this install cannot name says nothing to people; the words beside it do.
  const commune = place.commune ? (communeName(place.commune) ?? (place.detail ? undefined : place.commune)) : undefined
  const country = place.country && place.country !== 'VN' ? nameOfCode('nationality', place.country, language) : undefined
  return [place.detail, commune, country].filter((part) => part).join(', ')
}

/** Entries one after the other, the cells of each with commas between: "Trần Thị Hoa, 12/03/1998, Vợ; …". */
function rowsText(field: Field, rows: readonly ListRow[], naming: Naming): string {
  if (field.kind !== 'list') return ''
  return rowTexts(field, rows, naming)
    .map((row) => field.order.flatMap((cell) => row[cell] || []).join(', '))
    .join('; ')
}

/** The cells of every entry in words for people, by name. */
export function rowTexts({ cells, order }: ListField, rows: readonly ListRow[], naming: Naming): ListRow[] {
  return rows.map((row) =>
    Object.fromEntries(
      order.map((name): [string, string] => {
        const cell = cells[name]
        return [name, cell && row[name] ? valueText(cell, row[name], naming) : '']
      }),
    ),
  )
}

/** An answer in words for people. An unanswered field is the empty text. */
export function valueText(field: Field, answer: Answer | undefined, naming: Naming): string {
  if (answer === undefined) return ''
  if (isFiles(answer)) return answer.map((id) => naming.fileName(id) ?? id).join(', ')
  if (isRows(answer)) return rowsText(field, answer, naming)
  if (isPlace(answer)) return placeText(answer, naming)
  if (typeof answer === 'boolean') return saidYes[naming.language][answer ? 'true' : 'false']
  if (typeof answer === 'number') return numberText(answer)
  switch (field.kind) {
    case 'choice':
    case 'given':
      return field.options.find(({ value }) => value === answer)?.label[naming.language] ?? answer
    case 'code':
      return nameOfCode(field.list, answer, naming.language) ?? answer
    case 'fixed':
      return (field.list && nameOfCode(field.list, answer, naming.language)) ?? answer
    case 'money':
      return /^\d{1,16}$/.test(answer) ? `${numberText(BigInt(answer))} đồng` : answer
    case 'date':
      return dateText(answer)
    default:
      return answer
  }
}
