import { isRef, isText, joined, PdfDocument, type Value } from '#platform/pdf'
import { appended, edited, type Forgery, fieldOf, firstPage, swapped } from './kit.ts'

const numOf = (value: Value | undefined): number => (isRef(value) ? value.num : 0)

function firstId(document: PdfDocument): string {
  const [id] = document.array(document.trailer.entries.get('ID'))
  return isText(id) ? Buffer.from(id.bytes).toString('hex') : ''
}

/** A table behind the file, written by hand. */
function tableBehind(pdf: Uint8Array, entries: string, trailer = '', objects = ''): Uint8Array {
  const document = new PdfDocument(pdf)
  const head = `/Size ${document.size} /Root ${document.root.num} 0 R /Prev ${document.sections[0]?.offset}`
  const info = numOf(document.trailer.entries.get('Info'))
  const id = firstId(document)
  const table = `xref\n${entries}trailer\n<<${head} /Info ${info} 0 R /ID [<${id}> <${id}>] ${trailer}>>\n`
  return appended(pdf, `${objects}${table}startxref\n${pdf.length + objects.length}\n%%EOF\n`)
}
const entry = (num: number, offset: number, kind = 'n', gen = 0) =>
  `${num} 1\n${String(offset).padStart(10, '0')} ${String(gen).padStart(5, '0')} ${kind} \n`
const offsetOf = (pdf: Uint8Array, num: number): number => {
  const place = new PdfDocument(pdf).places.get(num)
  return place?.kind === 'at' ? place.offset : 0
}

/** Earlier or other content put in by the tables. */
export const tableForgeries: Forgery[] = [
  {
    name: "the agency's field points back at its unsigned self",
    finding: 'put-back',
    make: ({ agency, leader }) => {
      const { num } = fieldOf(new PdfDocument(leader), 'agency').ref
      return tableBehind(agency, entry(num, offsetOf(leader, num)))
    },
  },
  {
    name: 'the end points at the table of an earlier revision',
    finding: 'put-back',
    make: ({ agency, leader }) => appended(agency, `startxref\n${new PdfDocument(leader).sections[0]?.offset}\n%%EOF\n`),
  },
  {
    name: 'a later table skips the signed revisions',
    finding: 'put-back',
    make: ({ agency, reserved }) => {
      const old = new PdfDocument(reserved).sections[0]?.offset ?? 0
      const own = new PdfDocument(agency).sections[0]?.offset ?? 0
      const later = edited(agency, (update, document) => update.put(document.root, document.catalog))
      const shift = `/Prev ${own}`
      return swapped(later, shift, `/Prev ${old}`.padEnd(shift.length))
    },
  },
  {
    name: 'an entry points at another object',
    finding: 'put-back',
    make: ({ agency }) => tableBehind(agency, entry(fieldOf(new PdfDocument(agency), 'agency').ref.num, offsetOf(agency, 1))),
  },
  {
    name: 'a later table cannot be read',
    finding: 'put-back',
    make: ({ agency }) =>
      swapped(
        edited(agency, (update) => update.add(null)),
        '00000 n',
        '00000 q',
      ),
  },
  {
    name: 'a page is freed',
    finding: 'content-removed',
    make: ({ agency }) => tableBehind(agency, entry(firstPage(new PdfDocument(agency)).ref.num, 0, 'f', 1)),
  },
  {
    name: 'the picture of the seal is freed',
    finding: 'content-removed',
    make: ({ agency }) => {
      const picture = new PdfDocument(agency).dict(fieldOf(new PdfDocument(agency), 'agency').dict.entries.get('AP')).entries.get('N')
      return tableBehind(agency, entry(numOf(picture), 0, 'f', 1))
    },
  },
  { name: 'an object stream overrides the page', finding: 'content-removed', make: ({ agency }) => withObjectStream(agency) },
  {
    name: 'a second table hides behind the first',
    finding: 'put-back',
    make: ({ agency }) => tableBehind(agency, entry(0, 0, 'f', 65535), `/XRefStm ${offsetOf(agency, 1)}`),
  },
  {
    name: 'the trailer brings a key of its own',
    finding: 'hidden-data',
    make: ({ agency }) => tableBehind(agency, entry(0, 0, 'f', 65535), '/Hidden (x)'),
  },
  {
    name: 'an increment holds an object that no table lists',
    finding: 'hidden-data',
    make: ({ agency }) => tableBehind(agency, entry(0, 0, 'f', 65535), '', '900 0 obj\n(x)\nendobj\n'),
  },
]

/** The page overridden by an object inside a stream, listed by a table that is a stream itself. */
function withObjectStream(pdf: Uint8Array): Uint8Array {
  const document = new PdfDocument(pdf)
  const { num } = firstPage(document).ref
  const [container, table] = [document.size, document.size + 1]
  const head = `${num} 0 `
  const body = `${head}<</Type /Page /Parent ${numOf(document.catalog.entries.get('Pages'))} 0 R /MediaBox [0 0 595 842]>>`
  const objects = `${container} 0 obj\n<</Type /ObjStm /N 1 /First ${head.length} /Length ${body.length}>>\nstream\n${body}\nendstream\nendobj\n`
  const at = pdf.length + objects.length
  const row = (kind: number, second: number, third: number) => {
    const bytes = Buffer.alloc(7)
    bytes.writeUInt8(kind, 0)
    bytes.writeUInt32BE(second, 1)
    bytes.writeUInt16BE(third, 5)
    return bytes
  }
  const rows = Buffer.concat([row(2, container, 0), row(1, pdf.length, 0), row(1, at, 0)])
  const info = numOf(document.trailer.entries.get('Info'))
  const id = firstId(document)
  const entries = `/Type /XRef /Size ${table + 1} /Root ${document.root.num} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>] /Prev ${document.sections[0]?.offset} /W [1 4 2] /Index [${num} 1 ${container} 2] /Length ${rows.length}`
  return joined(pdf, objects, `${table} 0 obj\n<<${entries}>>\nstream\n`, rows, `\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`)
}
