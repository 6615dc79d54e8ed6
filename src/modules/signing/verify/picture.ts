import {
  type Dict,
  inflated,
  isArray,
  isDict,
  isStream,
  isText,
  nameOf,
  type PdfDocument,
  PdfError,
  rectOf,
  Scanner,
  type Value,
} from '#platform/pdf'

/** Operators that set a line of text and paint nothing else. `n` ends a path without painting it. */
const harmless = new Set('q Q cs CS sc SC scn SCN g G rg RG k K w J j M d ri i gs BT ET Td TD T* Tc Tw Tz TL Ts m l h re W W* n'.split(' '))

type Matrix = readonly [number, number, number, number, number, number]
const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
]

/**
 * Reads the words that a filled field shows, from its picture. Undefined where the picture does anything but set
 * visible text inside its box: images, forms, painted shapes, invisible or shrunk letters.
 */
export function wordsIn(document: PdfDocument, picture: Value | undefined): string | undefined {
  const form = document.get(picture)
  if (!isStream(form)) return undefined
  try {
    return new Reader(document, form.dict).read(inflated(form))
  } catch (error) {
    if (error instanceof PdfError) return undefined
    throw error
  }
}

class Reader {
  private readonly document: PdfDocument
  private readonly fonts: Dict | undefined
  private readonly box: readonly [number, number, number, number]
  private letters = new Map<number, string>()
  private words = ''
  private ctm: Matrix = [1, 0, 0, 1, 0, 0]
  private readonly kept: Matrix[] = []

  constructor(document: PdfDocument, form: Dict) {
    this.document = document
    const resources = document.get(form.entries.get('Resources'))
    const fonts = isDict(resources) ? document.get(resources.entries.get('Font')) : undefined
    this.fonts = isDict(fonts) ? fonts : undefined
    const box = rectOf(document.get(form.entries.get('BBox')))
    if (!box || form.entries.has('Matrix')) throw new PdfError('box of the picture')
    this.box = box
  }

  read(content: Uint8Array): string {
    const scanner = new Scanner(content)
    let operands: Value[] = []
    for (;;) {
      scanner.skipWhite()
      const byte = content[scanner.at]
      if (byte === undefined) break
      if (/[0-9+\-.(<[/]/.test(String.fromCharCode(byte))) operands.push(scanner.value())
      else {
        this.operate(scanner.word(), operands)
        operands = []
      }
    }
    return this.words.replace(/\s+/g, ' ').trim().normalize('NFC')
  }

  private operate(operator: string, operands: readonly Value[]): void {
    if (operator === 'q') this.kept.push(this.ctm)
    if (operator === 'Q') this.ctm = this.kept.pop() ?? this.ctm
    if (operator === 'cm') this.ctm = times(matrixOf(operands), this.ctm)
    else if (operator === 'Tf') this.font(operands)
    else if (operator === 'Tm') this.place(times(matrixOf(operands), this.ctm))
    else if (operator === 'Tr') demand(operands[0] === 0)
    else if (operator === 'Tj') this.show(operands[0])
    else if (operator === 'TJ') this.showAll(operands[0])
    else demand(harmless.has(operator))
  }

  /** A line begins inside its box and is neither turned nor shrunk. */
  private place([a, b, c, d, x, y]: Matrix): void {
    const [left, bottom, right, top] = this.box
    demand(b === 0 && c === 0 && a > 0.5 && d > 0.5 && x >= left - 1 && x < right && y >= bottom - 1 && y < top)
  }

  private font([font, size]: readonly Value[]): void {
    demand(typeof size === 'number' && size >= 6)
    this.letters = lettersOf(this.document, this.document.dict(this.fonts?.entries.get(nameOf(font) ?? '')))
  }

  private showAll(items: Value | undefined): void {
    demand(isArray(items))
    for (const item of isArray(items) ? items : []) if (typeof item !== 'number') this.show(item)
  }

  private show(codes: Value | undefined): void {
    if (!isText(codes) || codes.bytes.length % 2 !== 0) throw new PdfError('codes of letters')
    for (let i = 0; i < codes.bytes.length; i += 2) {
      const letter = this.letters.get((codes.bytes[i] ?? 0) * 256 + (codes.bytes[i + 1] ?? 0))
      if (letter === undefined) throw new PdfError('letter without meaning')
      this.words += letter
    }
  }
}

function demand(holds: boolean): void {
  if (!holds) throw new PdfError('the picture does more than set text')
}

function matrixOf(operands: readonly Value[]): Matrix {
  const [a, b, c, d, e, f] = operands.map((one) => (typeof one === 'number' ? one : Number.NaN))
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0]
}

/** Code of two octets → letters, from the font's ToUnicode. */
function lettersOf(document: PdfDocument, font: Dict): Map<number, string> {
  const map = document.get(font.entries.get('ToUnicode'))
  if (!isStream(map) || nameOf(font.entries.get('Encoding')) !== 'Identity-H') throw new PdfError('font of the picture')
  const text = Buffer.from(inflated(map)).toString('latin1')
  const letters = new Map<number, string>()
  for (const [, body = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', to = ''] of body.matchAll(/<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>/g))
      letters.set(Number.parseInt(code, 16), utf16(to))
  }
  for (const [, body = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', first = ''] of body.matchAll(/<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]{4})>/g)) {
      const [low, high, start] = [from, to, first].map((one) => Number.parseInt(one, 16))
      for (let i = low ?? 0; i <= (high ?? 0); i++) letters.set(i, String.fromCharCode((start ?? 0) + i - (low ?? 0)))
    }
  }
  return letters
}

const utf16 = (digits: string): string => Buffer.from(digits, 'hex').swap16().toString('utf16le')
