import type { Chunks } from '#platform/files'
import { ListProblem } from '../list-problem.ts'

const longest = 1_000_000
const [quote, backslash, open, close, comma] = ['"', '\\', '[', ']', ','].map((one) => one.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
]
const [brace, endBrace] = ['{', '}'].map((one) => one.charCodeAt(0)) as [number, number]

/**
 * The entries of a JSON list, one by one: never more than one of them lies in memory, however long the list.
 * @throws ListProblem 'not-a-list' · 'broken-json' { place } · 'entry-too-long' { place } · 'not-utf-8'
 */
export async function* jsonEntries(bytes: Chunks): AsyncGenerator<unknown> {
  const state = { depth: 0, inText: false, escaped: false, over: false, place: 1, held: '' }
  for await (const text of utf8(bytes)) {
    for (const entry of entriesIn(text, state)) yield entry
  }
  if (state.depth !== 0 || !state.over)
    throw new ListProblem(state.depth === 0 && !state.over ? 'not-a-list' : 'broken-json', { place: state.place })
}

type State = { depth: number; inText: boolean; escaped: boolean; over: boolean; place: number; held: string }

function* entriesIn(text: string, state: State): Generator<unknown> {
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (state.inText) {
      if (state.escaped) state.escaped = false
      else if (code === backslash) state.escaped = true
      else if (code === quote) state.inText = false
    } else if (state.depth === 0) {
      if (isBlank(code)) continue
      if (code !== open || state.over) throw new ListProblem(state.over ? 'broken-json' : 'not-a-list', { place: state.place })
      state.depth = 1
      from = at + 1
    } else if (code === quote) state.inText = true
    else if (code === open || code === brace) state.depth += 1
    else if ((code === comma && state.depth === 1) || ((code === close || code === endBrace) && state.depth === 1)) {
      yield* entryOf(state.held + text.slice(from, at), code, state)
      from = at + 1
    } else if (code === close || code === endBrace) state.depth -= 1
  }
  if (state.depth > 0) state.held += text.slice(from)
  if (state.held.length > longest) throw new ListProblem('entry-too-long', { place: state.place })
}

function* entryOf(text: string, ended: number, state: State): Generator<unknown> {
  state.held = ''
  if (text.length > longest) throw new ListProblem('entry-too-long', { place: state.place })
  const isLast = ended !== comma
  if (isLast) {
    state.depth = 0
    state.over = true
    if (ended !== close) throw new ListProblem('broken-json', { place: state.place })
    if (text.trim() === '' && state.place === 1) return
  }
  const entry = parsed(text, state.place)
  state.place += 1
  yield entry
}

function parsed(text: string, place: number): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ListProblem('broken-json', { place })
  }
}

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

/** Text out of bytes, piece by piece; the mark at the beginning of a file is left out. @throws ListProblem 'not-utf-8' */
export async function* utf8(bytes: Chunks): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw new ListProblem('not-utf-8')
    throw error
  }
}
