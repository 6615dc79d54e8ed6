import { type Bytes, hex, sha256 } from '#platform/der'
import type { PdfDocument } from './document.ts'
import { joined } from './scan.ts'
import { canonical, type Dict, dict, isArray, isName, isRef, isStream, isText, name, type Ref, ref, type Value } from './values.ts'

/** The bytes of a value as they stand in a file. */
export function printed(value: Value): Bytes {
  if (isStream(value)) {
    const own = { kind: 'dict', entries: new Map([...value.dict.entries, ['Length', value.data.length]]) } as const
    return joined(plain(own), '\nstream\n', value.data, '\nendstream')
  }
  return joined(plain(value))
}

function plain(value: Value): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(4).replace(/\.?0+$/, '')
  if (isArray(value)) return `[${value.map(plain).join(' ')}]`
  if (isName(value)) return `/${value.name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (c) => `#${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}`
  if (isRef(value)) return `${value.num} ${value.gen} R`
  if (isText(value)) return printedText(value.bytes, value.form)
  if (isStream(value)) throw new Error('a stream cannot stand inside another value')
  return `<<${[...value.entries].map(([key, item]) => `${plain(name(key))} ${plain(item)}`).join(' ')}>>`
}

function printedText(bytes: Bytes, form: 'literal' | 'hex'): string {
  if (form === 'hex') return `<${hex(bytes)}>`
  const body = Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\\()\r\n]/g, (c) => `\\${{ '\r': 'r', '\n': 'n' }[c] ?? c}`)
  return `(${body})`
}

/** The place in the new file that a signature leaves out: from `<` to behind `>` of its Contents. */
export type Gap = { start: number; end: number }

const rangeRoom = '[0 0000000000 0000000000 0000000000]'.length

/**
 * An increment to a file: objects put in or replaced, appended behind the bytes as they are. The old bytes never change.
 */
export class Update {
  private readonly base: PdfDocument
  private readonly bodies = new Map<number, Bytes>()
  private signature: { num: number; reserve: number } | undefined
  private next: number

  constructor(base: PdfDocument) {
    this.base = base
    this.next = base.size
  }

  /** A number for an object that is put in later. */
  number(): Ref {
    return ref(this.next++)
  }

  put(at: Ref, value: Value): Ref {
    this.bodies.set(at.num, printed(value))
    return at
  }

  add(value: Value): Ref {
    return this.put(this.number(), value)
  }

  /** A signature dictionary with room for `reserve` bytes of CMS. One an increment. */
  addSignature(entries: Dict, reserve: number): Ref {
    if (this.signature) throw new Error('one signature an increment')
    const at = this.number()
    const head = plain(entries).slice(0, -2)
    this.bodies.set(at.num, joined(head, ` /ByteRange ${' '.repeat(rangeRoom)} /Contents <${'0'.repeat(reserve * 2)}>>>`))
    this.signature = { num: at.num, reserve }
    return at
  }

  /** The whole new file and, where a signature was added, its gap; the ByteRange is already filled in. */
  build(): { bytes: Bytes; gap: Gap } {
    const offsets = new Map<number, number>()
    const pieces: (Bytes | string)[] = []
    let at = this.base.bytes.length
    const push = (piece: Bytes | string) => {
      pieces.push(piece)
      at += piece.length
    }
    if (this.base.bytes.at(-1) !== 10) push('\n')
    for (const [num, body] of [...this.bodies].sort(([a], [b]) => a - b)) {
      offsets.set(num, at)
      push(`${num} 0 obj\n`)
      push(body)
      push('\nendobj\n')
    }
    const tail = this.base.sections[0]?.stream === undefined ? this.table(offsets, at) : this.tableStream(offsets, at)
    const bytes = joined(this.base.bytes, ...pieces, tail)
    return { bytes, gap: this.fillRange(bytes, offsets) }
  }

  private fillRange(bytes: Bytes, offsets: ReadonlyMap<number, number>): Gap {
    if (!this.signature) return { start: 0, end: 0 }
    const file = Buffer.from(bytes.buffer)
    const from = offsets.get(this.signature.num) ?? 0
    const start = file.indexOf('/Contents <', from) + '/Contents '.length
    const end = start + this.signature.reserve * 2 + 2
    const range = `[0 ${start} ${end} ${bytes.length - end}]`.padEnd(rangeRoom)
    file.write(range, file.indexOf('/ByteRange ', from) + '/ByteRange '.length, 'latin1')
    return { start, end }
  }

  private trailer(more: Readonly<Record<string, Value>>): Dict {
    const own = this.base.trailer.entries
    const id = this.base.array(own.get('ID'))
    const fresh = sha256(Buffer.from(canonical(id[1])), Buffer.from([...this.bodies.keys()].join()), ...this.bodies.values())
    const entries: Record<string, Value> = { Size: this.next, Root: this.base.root, Prev: this.base.sections[0]?.offset ?? 0, ...more }
    const info = own.get('Info')
    if (info !== undefined) entries.Info = info
    if (id[0] !== undefined) entries.ID = [id[0], { kind: 'text', bytes: fresh.subarray(0, 16), form: 'hex', start: 0, end: 0 }]
    return dict(entries)
  }

  private table(offsets: ReadonlyMap<number, number>, at: number): Bytes {
    const lines = runs([...offsets.keys()]).map((run) => {
      const entries = run.map((num) => `${String(offsets.get(num)).padStart(10, '0')} 00000 n \n`)
      return `${run[0]} ${run.length}\n${entries.join('')}`
    })
    return joined(`xref\n${lines.join('')}trailer\n${plain(this.trailer({}))}\nstartxref\n${at}\n%%EOF\n`)
  }

  private tableStream(offsets: Map<number, number>, at: number): Bytes {
    const own = this.number()
    offsets.set(own.num, at)
    const numbers = runs([...offsets.keys()])
    const rows = numbers.flat().map((num) => {
      const row = Buffer.alloc(7)
      row.writeUInt8(1, 0)
      row.writeUInt32BE(offsets.get(num) ?? 0, 1)
      return row
    })
    const index = numbers.flatMap((run) => [run[0] ?? 0, run.length])
    const entries = this.trailer({ Type: name('XRef'), W: [1, 4, 2], Index: index })
    const body = printed({ kind: 'stream', dict: entries, data: joined(...rows) })
    return joined(`${own.num} 0 obj\n`, body, `\nendobj\nstartxref\n${at}\n%%EOF\n`)
  }
}

/** Numbers in ascending runs without holes. */
function runs(numbers: readonly number[]): number[][] {
  const found: number[][] = []
  for (const num of [...numbers].sort((a, b) => a - b)) {
    const last = found.at(-1)
    if (last && last.at(-1) === num - 1) last.push(num)
    else found.push([num])
  }
  return found
}
