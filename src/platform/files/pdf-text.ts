import { contentOf, type Opened } from './pdf-content.ts'
import { entryOf, refOf, says } from './pdf-objects.ts'
import { stringBytes, utf16 } from './pdf-string.ts'

type Font = { wide: boolean; letters: Map<number, string> | undefined }
type Line = { spaced: string; tight: string }

const longestContent = 1024 * 1024
const longestTable = 262_144
const mostLetters = 70_000
const mostLines = 2000

/**
 * The words of the first page as far as they can be read cheaply: text operators, with the fonts' own letter tables. Twice: once with
 * spaces where the pen moved, once without. A scanned page has no words; what is lettered in old encodings is not understood.
 */
export async function firstPageText(opened: Opened): Promise<string[]> {
  const page = firstPage(opened)
  if (page === undefined) return []
  const fonts = await fontsOf(opened, page.resources)
  const lines: Line[] = []
  for (const ref of refsIn(page.contents)) {
    const content = opened.objects.get(ref)
    const bytes = content === undefined ? undefined : await contentOf(opened, content)
    if (bytes !== undefined) readText(bytes.toString('latin1', 0, longestContent), fonts, lines)
  }
  const said = (kind: keyof Line): string => {
    const texts = lines.map((line) => line[kind].replace(/\s+/g, ' ').trim()).filter((text) => text !== '')
    return texts.join('\n')
  }
  return lines.some((line) => line.tight !== '') ? [said('spaced'), said('tight')] : []
}

function refsIn(value: string): number[] {
  const refs: number[] = []
  for (const [, num] of value.matchAll(/(\d{1,10})\s{1,20}\d{1,5}\s{1,20}R/g)) {
    refs.push(Number(num))
    if (refs.length === 200) break
  }
  return refs
}

function textOf({ objects }: Opened, value: string | undefined): string {
  const ref = refOf(value)
  return ref === undefined ? (value ?? '') : (objects.get(ref)?.text ?? '')
}

function firstPage(opened: Opened): { contents: string; resources: string } | undefined {
  let resources = ''
  let node = textOf(opened, entryOf(rootOf(opened), 'Pages'))
  for (let depth = 0; depth < 20 && node !== ''; depth += 1) {
    resources = textOf(opened, entryOf(node, 'Resources')) || resources
    const kids = entryOf(node, 'Kids')
    if (kids === undefined) return { contents: contentsOf(opened, node), resources }
    const [first] = refsIn(textOf(opened, kids))
    node = first === undefined ? '' : (opened.objects.get(first)?.text ?? '')
  }
  return undefined
}

/** One stream, an array of streams, or a reference to an array. */
function contentsOf(opened: Opened, page: string): string {
  const value = entryOf(page, 'Contents') ?? ''
  const target = opened.objects.get(refOf(value) ?? -1)
  return target !== undefined && target.stream === undefined ? target.text : value
}

function rootOf(opened: Opened): string {
  const heads = [...opened.trailers].reverse()
  for (const { text } of opened.objects.values()) if (says(text, 'Type', 'XRef')) heads.push(text)
  for (const head of heads) {
    const root = textOf(opened, entryOf(head, 'Root'))
    if (root !== '') return root
  }
  return ''
}

async function fontsOf(opened: Opened, resources: string): Promise<Map<string, Font>> {
  const fonts = new Map<string, Font>()
  const named = textOf(opened, entryOf(resources, 'Font')).matchAll(/\/([^\s/<>[\]()]{1,127})\s{1,20}(\d{1,10})\s{1,20}\d{1,5}\s{1,20}R/g)
  for (const [, name = '', ref] of named) {
    if (fonts.size === 50) break
    const font = opened.objects.get(Number(ref))?.text ?? ''
    const table = opened.objects.get(refOf(entryOf(font, 'ToUnicode')) ?? -1)
    const bytes = table === undefined ? undefined : await contentOf(opened, table)
    const letters = bytes === undefined ? undefined : lettersOf(bytes.toString('latin1', 0, longestTable))
    fonts.set(name, { wide: says(font, 'Subtype', 'Type0'), letters })
  }
  return fonts
}

/** The pairs of a ToUnicode table (PDF 32000-1, 9.10.3). */
function lettersOf(table: string): Map<number, string> {
  const letters = new Map<number, string>()
  const keep = (code: number, text: string): void => {
    if (letters.size < mostLetters) letters.set(code, text)
  }
  for (const body of between(table, 'beginbfchar', 'endbfchar')) {
    for (const [, code = '', to = ''] of body.matchAll(/<([0-9a-fA-F]{1,8})>\s{0,20}<([0-9a-fA-F]{0,64})>/g)) keep(hex(code), letter(to))
  }
  let steps = 0
  for (const body of between(table, 'beginbfrange', 'endbfrange')) {
    const ranges = body.matchAll(/<([0-9a-fA-F]{1,8})>\s{0,20}<([0-9a-fA-F]{1,8})>\s{0,20}(?:<([0-9a-fA-F]{0,64})>|\[([^[\]]{0,8192})\])/g)
    for (const [, from = '', to = '', one = '', list] of ranges) {
      const given = list === undefined ? undefined : [...list.matchAll(/<([0-9a-fA-F]{0,64})>/g)].map(([, each = '']) => letter(each))
      for (let code = hex(from); code <= hex(to) && steps < mostLetters; code += 1, steps += 1)
        keep(code, given?.[code - hex(from)] ?? shifted(letter(one), code - hex(from)))
    }
  }
  return letters
}

function* between(text: string, open: string, close: string): Generator<string> {
  for (let at = text.indexOf(open); at >= 0; ) {
    const end = text.indexOf(close, at)
    if (end < 0) return
    yield text.slice(at + open.length, end)
    at = text.indexOf(open, end)
  }
}

function hex(digits: string): number {
  return Number.parseInt(digits, 16)
}

function letter(digits: string): string {
  return utf16(Buffer.from(digits, 'hex'))
}

function shifted(text: string, by: number): string {
  return text === '' ? '' : text.slice(0, -1) + String.fromCharCode((text.charCodeAt(text.length - 1) + by) & 0xffff)
}

// Bounded everywhere: what does not fit is left out, and no text makes the search walk back far.
const token =
  /\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()]){0,2000}\)){0,4000}\)|<[0-9a-fA-F\s]{0,8000}>|\/[^\s/<>[\]()]{1,127}|[A-Za-z'"*]{1,20}|[-+.\d]{1,30}/g

/** Where the pen stands: how high the page's own moves and the text's moves put it. Sideways does not matter here. */
class Pen {
  private page = { y: 0, scale: 1 }
  private readonly kept: { y: number; scale: number }[] = []
  private text = 0

  get height(): number {
    return Math.round((this.page.y + this.page.scale * this.text) * 10)
  }

  /** @returns whether the operator moved the pen of the text */
  follow(operator: string, numbers: readonly number[]): boolean {
    const y = numbers.at(-1) ?? 0
    if (operator === 'q' && this.kept.length < 100) this.kept.push(this.page)
    else if (operator === 'Q') this.page = this.kept.pop() ?? this.page
    else if (operator === 'cm') this.page = { y: this.page.y + this.page.scale * y, scale: this.page.scale * (numbers.at(-3) ?? 1) }
    else if (operator === 'BT') this.text = 0
    else if (operator === 'Tm') this.text = y
    else if (operator === 'Td' || operator === 'TD') this.text += y
    else if (operator === 'T*' || operator === "'" || operator === '"') this.text -= 1
    return operator === 'Tm' || operator.startsWith('T') || operator === 'cm'
  }
}

/** Follows the pen over a page: text at another height is another line, a move sideways is a gap. */
function readText(content: string, fonts: Map<string, Font>, lines: Line[]): void {
  const pen = new Pen()
  let [font, name, height]: [Font | undefined, string, number] = [undefined, '', Number.NaN]
  let strings: string[] = []
  let numbers: number[] = []
  let line: Line = { spaced: '', tight: '' }
  for (const [each] of content.matchAll(token)) {
    const first = each.charAt(0)
    if (first === '(' || first === '<') strings.push(lettering(stringBytes(each), font))
    else if (first === '/') name = each.slice(1)
    else if (/[-+.\d]/.test(first)) {
      // In an array of strings a wide step back (thousandths of a letter) is a gap between words.
      if (strings.length > 0 && Number(each) < -150) strings.push(' ')
      numbers.push(Number(each))
    } else {
      if (each === 'Tf') font = fonts.get(name)
      if (pen.follow(each, numbers) && strings.length === 0) line.spaced += ' '
      if (strings.length > 0 && pen.height !== height) {
        lines.push(line)
        line = { spaced: '', tight: '' }
        height = pen.height
      }
      line.spaced += strings.join('')
      line.tight += strings.filter((text) => text !== ' ').join('')
      strings = []
      numbers = []
    }
    if (lines.length > mostLines) return
  }
  lines.push(line)
}

function lettering(bytes: string, font: Font | undefined): string {
  if (font?.letters === undefined) return bytes
  let text = ''
  const width = font.wide ? 2 : 1
  for (let at = 0; at + width <= bytes.length; at += width) {
    const code = width === 2 ? bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1) : bytes.charCodeAt(at)
    text += font.letters.get(code) ?? ''
  }
  return text
}
