import { addEvidence, reserve } from '#modules/signing'
import { dict, name, PdfDocument, ref, renderPaper, stream, text, type Value, withEntries } from '#platform/pdf'
import { drawing, edited, type Forgery, firstPage, type Scene, sealed, swapped } from './kit.ts'

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

export const frameForgeries = [...catalog, ...pages, ...shadows, ...evidence, ...unreadable]
