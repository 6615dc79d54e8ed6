import { ListProblem } from '../list-problem.ts'
import { longestCell, mostColumns } from './csv-rows.ts'
import { attribute, plainText, tagsIn } from './xml-tags.ts'
import { Zip } from './zip.ts'

const mostTexts = 1_000_000

/**
 * The rows of a workbook's first sheet as texts, empty rows left out.
 * @throws ListProblem 'not-a-workbook' · 'workbook-too-big' · 'cell-too-long' · 'too-many-columns'
 */
export async function* xlsxRows(bytes: Buffer): AsyncGenerator<string[]> {
  const zip = new Zip(bytes)
  const { sheet, texts } = await partsOf(zip)
  const shared = sharedTexts(await zip.text(texts))
  yield* rowsOfSheet(await zip.text(sheet), shared)
}

/** Where the first sheet and the shared texts lie, as the workbook says (ECMA-376, 18.2 and part 2). */
async function partsOf(zip: Zip): Promise<{ sheet: string; texts: string }> {
  const relations = new Map<string, { target: string; type: string }>()
  for (const { name, attributes } of tagsIn(await zip.text('xl/_rels/workbook.xml.rels'))) {
    if (name === 'Relationship')
      relations.set(attribute(attributes, 'Id'), { target: attribute(attributes, 'Target'), type: attribute(attributes, 'Type') })
  }
  const pathOf = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  let sheet = 'xl/worksheets/sheet1.xml'
  for (const { name, attributes } of tagsIn(await zip.text('xl/workbook.xml'))) {
    const found = name === 'sheet' ? relations.get(attribute(attributes.replace(/\bsheetId\s*=/, 'x='), 'id')) : undefined
    if (found === undefined) continue
    sheet = pathOf(found.target)
    break
  }
  if (!zip.has(sheet)) throw new ListProblem('not-a-workbook')
  const texts = [...relations.values()].find(({ type }) => type.endsWith('/sharedStrings'))
  return { sheet, texts: texts === undefined ? 'xl/sharedStrings.xml' : pathOf(texts.target) }
}

/** Texts that cells refer to by number; phonetic hints (`rPh`) are no part of them. */
function sharedTexts(xml: string): string[] {
  const found: string[] = []
  let text = ''
  let aside = false
  for (const { name, ends, empty, before } of tagsIn(xml)) {
    if (name === 'rPh') aside = !ends && !empty
    else if (name === 't' && ends && !aside) text += before
    else if (name === 'si' && (ends || empty)) {
      if (found.length >= mostTexts) throw new ListProblem('workbook-too-big')
      found.push(plainText(text))
      text = ''
    }
  }
  return found
}

type Cell = { column: number; type: string; value: string }

function* rowsOfSheet(xml: string, shared: readonly string[]): Generator<string[]> {
  let row: string[] = []
  let cell: Cell | undefined
  for (const { name, attributes, ends, empty, before } of tagsIn(xml)) {
    if (name === 'c' && !ends)
      cell = empty ? undefined : { column: columnOf(attribute(attributes, 'r'), row.length), type: attribute(attributes, 't'), value: '' }
    else if ((name === 'v' || name === 't') && ends && cell !== undefined) cell.value += before
    else if (name === 'c' && cell !== undefined) {
      put(row, cell, shared)
      cell = undefined
    } else if (name === 'row' && (ends || empty)) {
      if (row.some((one) => one !== '')) yield row
      row = []
    }
  }
}

function put(row: string[], { column, type, value }: Cell, shared: readonly string[]): void {
  const text = type === 's' ? (shared[Number(value)] ?? '') : plainText(value)
  if (text.length > longestCell) throw new ListProblem('cell-too-long', { place: 0, most: longestCell })
  while (row.length < column) row.push('')
  row[column] = text
}

/** "C7" is the third column; a cell without its place follows the last. */
function columnOf(place: string, follows: number): number {
  const [letters = ''] = /^[A-Z]{1,3}/.exec(place) ?? []
  if (letters === '') return follows
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  if (column >= mostColumns) throw new ListProblem('too-many-columns', { most: mostColumns })
  return column
}
