import { addEvidence, reserve } from '#modules/signing'
import { dict, joined, name, PdfDocument, ref, renderPaper, stream, text, type Value, withEntries } from '#platform/pdf'
import { appended, drawing, edited, type Forgery, fieldOf, firstPage, type Scene, sealed, swapped } from './kit.ts'

const catalogWith = (entries: Record<string, Value>) => (scene: Scene) =>
  edited(scene.agency, (update, document) => {
    update.put(document.root, withEntries(document.catalog, entries))
  })

const script = dict({ S: name('JavaScript'), JS: text('app.alert(1)') })

/** Commands, layers, description: what the catalog says of the whole file. */
const catalog: Forgery[] = [
  { name: 'a command runs on opening', finding: 'action-added', make: catalogWith({ OpenAction: script }) },
  { name: 'a command runs on printing', finding: 'action-added', make: catalogWith({ AA: dict({ WP: script }) }) },
  {
    name: 'a script gets a name',
    finding: 'action-added',
    make: catalogWith({ Names: dict({ JavaScript: dict({ Names: [text('x'), script] }) }) }),
  },
  {
    name: 'a command runs when the page is seen',
    finding: 'action-added',
    make: ({ agency }) =>
      edited(agency, (update, document) => {
        const page = firstPage(document)
        update.put(page.ref, withEntries(page.dict, { AA: dict({ O: script }) }))
      }),
  },
  { name: 'layers are brought in', finding: 'layers-changed', make: catalogWith({ OCProperties: dict({ OCGs: [], D: dict({}) }) }) },
  { name: 'the language is changed', finding: 'description-changed', make: catalogWith({ Lang: text('en') }) },
  {
    name: 'the viewer is told otherwise',
    finding: 'description-changed',
    make: catalogWith({ ViewerPreferences: dict({ HideToolbar: true }) }),
  },
  {
    name: 'the catalog gets a key named as the language names things',
    finding: 'description-changed',
    make: catalogWith({ constructor: dict({}) }),
  },
  { name: 'permissions are claimed', finding: 'description-changed', make: catalogWith({ Perms: dict({}) }) },
  {
    name: 'the metadata are overwritten',
    finding: 'description-changed',
    make: ({ agency }) =>
      edited(agency, (update, document) => {
        const at = document.catalog.entries.get('Metadata')
        if (at && typeof at === 'object' && 'num' in at)
          update.put(at, stream({ Type: name('Metadata'), Subtype: name('XML') }, Buffer.from('<x/>')))
      }),
  },
  {
    name: 'the title in the information is changed',
    finding: 'description-changed',
    make: ({ agency }) =>
      edited(agency, (update, document) => {
        const at = document.trailer.entries.get('Info')
        if (at && typeof at === 'object' && 'num' in at) update.put(at, withEntries(document.dict(at), { Title: text('Another') }))
      }),
  },
  {
    name: 'the structure is overwritten',
    finding: 'description-changed',
    make: ({ agency }) =>
      edited(agency, (update, document) => {
        const at = document.catalog.entries.get('StructTreeRoot')
        if (at && typeof at === 'object' && 'num' in at) update.put(at, dict({ Type: name('StructTreeRoot') }))
      }),
  },
  {
    name: 'the file gets another root',
    finding: 'description-changed',
    make: ({ agency }) => {
      const root = new PdfDocument(agency).root
      const other = edited(agency, (update, document) => update.add(document.catalog))
      const [from, to] = [`/Root ${root.num} 0 R /Prev`, `/Root ${new PdfDocument(other).size - 1} 0 R`]
      return swapped(other, from, `${to}/Prev`.padEnd(from.length))
    },
  },
]

const kidsWith = (edit: (kids: readonly Value[], page: Value) => readonly Value[]) => (scene: Scene) =>
  edited(scene.agency, (update, document) => {
    const at = document.catalog.entries.get('Pages')
    const tree = document.dict(at)
    const added = update.add(firstPage(document).dict)
    const kids = edit(document.array(tree.entries.get('Kids')), added)
    if (at && typeof at === 'object' && 'num' in at) update.put(at, withEntries(tree, { Kids: kids, Count: kids.length }))
  })

const pages: Forgery[] = [
  { name: 'a page is added behind', finding: 'pages-changed', make: kidsWith((kids, page) => [...kids, page]) },
  { name: 'a page is put in front', finding: 'pages-changed', make: kidsWith((kids, page) => [page, ...kids]) },
  { name: 'a page is exchanged', finding: 'pages-changed', make: kidsWith((_, page) => [page]) },
  { name: 'all pages are removed', finding: 'pages-changed', make: kidsWith(() => []) },
]

/** A table behind the file, written by hand. */
function tableBehind(pdf: Uint8Array, entries: string, trailer = '', objects = ''): Uint8Array {
  const document = new PdfDocument(pdf)
  const head = `/Size ${document.size} /Root ${document.root.num} 0 R /Prev ${document.sections[0]?.offset}`
  const info = document.trailer.entries.get('Info')
  const id = new PdfDocument(pdf).array(document.trailer.entries.get('ID'))[0]
  const idText = id && typeof id === 'object' && 'bytes' in id ? Buffer.from(id.bytes).toString('hex') : ''
  const infoText = info && typeof info === 'object' && 'num' in info ? `/Info ${info.num} 0 R` : ''
  const table = `xref\n${entries}trailer\n<<${head} ${infoText} /ID [<${idText}> <${idText}>] ${trailer}>>\n`
  return appended(pdf, `${objects}${table}startxref\n${pdf.length + objects.length}\n%%EOF\n`)
}
const entry = (num: number, offset: number, kind = 'n', gen = 0) =>
  `${num} 1\n${String(offset).padStart(10, '0')} ${String(gen).padStart(5, '0')} ${kind} \n`
const offsetOf = (pdf: Uint8Array, num: number): number => {
  const place = new PdfDocument(pdf).places.get(num)
  return place?.kind === 'at' ? place.offset : 0
}

/** Earlier or other content put in by the tables. */
const tables: Forgery[] = [
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
      return tableBehind(agency, entry(picture && typeof picture === 'object' && 'num' in picture ? picture.num : 0, 0, 'f', 1))
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
  const body = `${head}<</Type /Page /Parent ${(document.catalog.entries.get('Pages') as { num: number }).num} 0 R /MediaBox [0 0 595 842]>>`
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
  const info = document.trailer.entries.get('Info') as { num: number }
  const id = Buffer.from((document.array(document.trailer.entries.get('ID'))[0] as { bytes: Uint8Array }).bytes).toString('hex')
  const entries = `/Type /XRef /Size ${table + 1} /Root ${document.root.num} 0 R /Info ${info.num} 0 R /ID [<${id}> <${id}>] /Prev ${document.sections[0]?.offset} /W [1 4 2] /Index [${num} 1 ${container} 2] /Length ${rows.length}`
  return joined(pdf, objects, `${table} 0 obj\n<<${entries}>>\nstream\n`, rows, `\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`)
}

/** Content that was named before signing and defined only afterwards. */
const shadows: Forgery[] = [
  {
    name: 'a picture that was missing when signed is put in',
    finding: 'defined-later',
    make: async (scene) => {
      const num = new PdfDocument(scene.reserved).size + 40
      const prepared = edited(scene.reserved, (update, document) => {
        const page = firstPage(document)
        const resources = document.dict(page.dict.entries.get('Resources'))
        update.put(page.ref, withEntries(page.dict, { Resources: withEntries(resources, { XObject: dict({ X: ref(num) }) }) }))
      })
      const leader = await sealed(scene, prepared, { signer: scene.world.leader, field: 'leader' })
      const both = await sealed(scene, leader, { field: 'agency' })
      return edited(both, (update) => update.put(ref(num), drawing('1 1 1 rg 0 0 100 30 re f')))
    },
  },
]

const evidence: Forgery[] = [
  { name: 'the evidence is taken out again', finding: 'evidence-changed', make: (scene) => storeEdited(scene, () => undefined) },
  {
    name: 'a list of the evidence is emptied',
    finding: 'evidence-changed',
    make: (scene) => storeEdited(scene, (store) => withEntries(store, { CRLs: [] })),
  },
  {
    name: 'the evidence brings a key of its own',
    finding: 'evidence-changed',
    make: (scene) => storeEdited(scene, (store) => withEntries(store, { Hidden: text('x') })),
  },
  {
    name: 'something that is no evidence is put among it',
    finding: 'evidence-changed',
    make: ({ agency }) => addEvidence(agency, { certificates: [], crls: [new Uint8Array(Buffer.from('no list'))], ocsps: [] }),
  },
]

/** A paper with evidence and a document time-stamp over it, whose evidence is then edited. */
async function storeEdited(
  scene: Scene,
  edit: (store: ReturnType<PdfDocument['dict']>) => ReturnType<PdfDocument['dict']> | undefined,
): Promise<Uint8Array> {
  const kept = addEvidence(scene.agency, scene.evidence)
  const stamped = await sealed(scene, kept, {
    field: { name: 'stamp', rect: [0, 0, 0, 0] },
    subFilter: 'ETSI.RFC3161',
    entries: { Type: name('DocTimeStamp') },
  })
  return edited(stamped, (update, document) => {
    const store = edit(document.dict(document.catalog.entries.get('DSS')))
    const entries = [...document.catalog.entries].filter(([key]) => key !== 'DSS')
    update.put(document.root, { kind: 'dict', entries: new Map(store ? [...entries, ['DSS', update.add(store)]] : entries) })
  })
}

/** Something put into the last trailer; nothing stands behind it that counts offsets. */
function inTrailer(pdf: Uint8Array, what: string): Uint8Array {
  const file = Buffer.from(pdf).toString('latin1')
  const at = file.lastIndexOf('trailer\n<<') + 'trailer\n<<'.length
  return new Uint8Array(Buffer.from(file.slice(0, at) + what + file.slice(at), 'latin1'))
}

/** Files that cannot be judged at all. */
const unreadable: Forgery[] = [
  { name: 'an unsigned paper', finding: 'unreadable', make: ({ reserved }) => reserved },
  { name: 'not a PDF file', finding: 'unreadable', make: () => new Uint8Array(Buffer.from('Đây không phải là PDF')) },
  { name: 'an empty file', finding: 'unreadable', make: () => new Uint8Array() },
  { name: 'a file cut within its first revision', finding: 'unreadable', make: ({ agency }) => agency.slice(0, 20_000) },
  { name: 'an encrypted file', finding: 'unreadable', make: ({ reserved }) => inTrailer(reserved, '/Encrypt 1 0 R ') },
  {
    name: 'a paper that only carries a time-stamp',
    finding: 'unreadable',
    make: (scene) =>
      sealed(scene, reserve(renderPaper({ template: 'x', data: {}, now: scene.world.now }).pdf, []), {
        field: { name: 'stamp', rect: [0, 0, 0, 0] },
        subFilter: 'ETSI.RFC3161',
      }),
  },
  {
    name: 'a key stands twice in the page of a later revision',
    finding: 'put-back',
    make: ({ agency }) =>
      swapped(
        edited(agency, (update, document) => {
          const page = firstPage(document)
          update.put(page.ref, withEntries(page.dict, { Abcd: 1, Efgh: 2 }))
        }),
        '/Efgh',
        '/Abcd',
      ),
  },
]

export const frameForgeries = [...catalog, ...pages, ...tables, ...shadows, ...evidence, ...unreadable]
