import type { Chunks } from '#platform/files'
import { ListProblem } from '../list-problem.ts'
import { utf8 } from './json-entries.ts'

export const mostColumns = 200
export const longestCell = 100_000

/**
 * The rows of a CSV file (RFC 4180), one by one. Commas, semicolons or tabs part the cells: whichever the first line has most of.
 * @throws ListProblem 'not-utf-8' · 'too-many-columns' · 'cell-too-long' · 'open-quote' { place }
 */
export async function* csvRows(bytes: Chunks): AsyncGenerator<string[]> {
  const state: State = { cells: [], cell: '', quoted: false, ended: false, place: 1, comma: undefined, head: '' }
  for await (const text of utf8(bytes)) yield* rowsIn(text, state)
  if (state.comma === undefined) yield* parted('\n', state)
  if (state.quoted && !state.ended) throw new ListProblem('open-quote', { place: state.place })
  if (state.cell !== '' || state.cells.length > 0) yield finished(state)
}

type State = {
  cells: string[]
  cell: string
  quoted: boolean
  /** A quote inside a quoted cell: its end, or the first of two. */
  ended: boolean
  place: number
  comma: string | undefined
  /** The first line, until it is known what parts the cells. */
  head: string
}

function* rowsIn(text: string, state: State): Generator<string[]> {
  if (state.comma !== undefined) yield* parted(text, state)
  else {
    state.head += text
    if (state.head.length > longestCell) throw new ListProblem('cell-too-long', { place: 1, most: longestCell })
    if (!/\n|\r/.test(state.head)) return
    yield* begun(state)
  }
}

function* begun(state: State): Generator<string[]> {
  const [line = ''] = state.head.split(/\r|\n/, 1)
  const counted = [',', ';', '\t'].map((one) => ({ one, count: line.split(one).length }))
  state.comma = counted.reduce((best, next) => (next.count > best.count ? next : best)).one
  const all = state.head
  state.head = ''
  yield* parted(all, state)
}

function* parted(text: string, state: State): Generator<string[]> {
  if (state.comma === undefined) {
    if (state.head.trim() !== '') {
      state.head += text
      yield* begun(state)
    }
    return
  }
  for (const letter of text) {
    if (state.quoted && !state.ended) {
      if (letter === '"') state.ended = true
      else grow(state, letter)
    } else if (letter === '"') {
      if (state.ended) grow(state, '"')
      state.ended = false
      state.quoted = state.quoted || state.cell === ''
      if (!state.quoted) grow(state, '"')
    } else if (letter === state.comma) next(state)
    else if (letter === '\n') yield finished(state)
    else if (letter !== '\r') grow(state, letter)
  }
}

function grow(state: State, letter: string): void {
  state.cell += letter
  if (state.cell.length > longestCell) throw new ListProblem('cell-too-long', { place: state.place, most: longestCell })
}

function next(state: State): void {
  state.cells.push(state.cell)
  if (state.cells.length > mostColumns) throw new ListProblem('too-many-columns', { most: mostColumns })
  state.cell = ''
  state.quoted = false
  state.ended = false
}

function finished(state: State): string[] {
  next(state)
  const { cells } = state
  state.cells = []
  state.place += 1
  return cells
}
