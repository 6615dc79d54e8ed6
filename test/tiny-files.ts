import { deflateSync } from 'node:zlib'

/** What a made PDF shall hold; every part may be left out. */
export type TinyPdf = {
  /** Lines of the first page, in any letters. */
  lines?: readonly string[]
  title?: string
  /** Further objects, as they stand between `obj` and `endobj`; numbered from 20. */
  objects?: readonly (string | Buffer)[]
  /** Said in the trailer besides the usual. */
  trailer?: string
  /** Bytes of ballast in a stream, so that the file has about this size. */
  ballast?: Buffer
}

/** A small PDF that viewers open: one page, a font with a table of its letters, packed content. */
export function tinyPdf({ lines = [], title, objects = [], trailer = '', ballast }: TinyPdf = {}): Buffer {
  const text = lines.map((line, no) => `BT /F1 12 Tf 1 0 0 1 72 ${760 - no * 16} Tm <${utf16Hex(line)}> Tj ET`).join('\n')
  const table = '1 begincodespacerange <0000> <FFFF> endcodespacerange\n1 beginbfrange\n<0000> <D7FF> <0000>\nendbfrange\nendcmap'
  const all = new Map<number, string | Buffer>([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>'],
    [4, packedStream(Buffer.from(text), '')],
    [5, '<< /Type /Font /Subtype /Type0 /BaseFont /Tinos /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>'],
    [
      6,
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Tinos /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
    ],
    [7, packedStream(Buffer.from(table), '')],
    [8, `<< /Title <FEFF${utf16Hex(title ?? 'Giấy chứng sinh')}> >>`],
  ])
  objects.forEach((object, no) => {
    all.set(20 + no, object)
  })
  if (ballast !== undefined) all.set(19, stream(ballast, ''))
  return assembled(all, `<< /Root 1 0 R /Info 8 0 R /Size 100 ${trailer} >>`)
}

function assembled(objects: ReadonlyMap<number, string | Buffer>, trailer: string): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1')]
  let at = parts[0]?.length ?? 0
  const places: [number, number][] = []
  for (const [num, body] of objects) {
    const object = Buffer.concat([Buffer.from(`${num} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')])
    places.push([num, at])
    parts.push(object)
    at += object.length
  }
  const table = places.map(([num, place]) => `${num} 1\n${String(place).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(Buffer.from(`xref\n0 1\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`))
  return Buffer.concat(parts)
}

/** A stream object; `entries` stand in its dictionary besides the length. */
export function stream(bytes: Buffer, entries: string): Buffer {
  return Buffer.concat([Buffer.from(`<< /Length ${bytes.length} ${entries} >>\nstream\n`), bytes, Buffer.from('\nendstream')])
}

/** The same, packed by deflate. */
export function packedStream(bytes: Buffer, entries: string): Buffer {
  return stream(deflateSync(bytes), `/Filter /FlateDecode ${entries}`)
}

function utf16Hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()
}

/** A PNG of one colour that says this size; the pixels are there only up to 1000 × 1000. */
export function tinyPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const row = Math.ceil(width / 8) + 1
  const data = width <= 1000 && height <= 1000 ? deflateSync(Buffer.alloc(row * height)) : Buffer.alloc(20)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** The head of a JPEG that says this size, behind `before` bytes of other segments, as phones put previews there. Nothing to see. */
export function tinyJpeg(width: number, height: number, before = 0): Buffer {
  const parts = [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')]
  for (let left = before; left > 0; left -= 65_000) {
    const length = Math.min(left, 65_000)
    parts.push(Buffer.from([0xff, 0xe1, (length + 2) >> 8, (length + 2) & 255]), Buffer.alloc(length))
  }
  const size = [height >> 8, height & 255, width >> 8, width & 255]
  parts.push(Buffer.from([0xff, 0xc0, 0, 11, 8, ...size, 1, 1, 0x11, 0, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0xff, 0xd9]))
  return Buffer.concat(parts)
}
