import { addEvidence } from '#modules/signing'
import { dict, isRef, name, type PdfDocument, refsIn, stream, text, withEntries } from '#platform/pdf'
import { appended, drawing, edited, type Forgery, fieldOf, firstPage, flipped, type Scene, swapped } from './kit.ts'

const bytes = (content: string) => new Uint8Array(Buffer.from(content))
const whiteBox = stream({}, bytes('1 1 1 rg 0 0 600 850 re f'))

/** The page dictionary with one entry changed after sealing. */
const pageWith = (key: string, value: Parameters<typeof withEntries>[1][string]) => (scene: Scene) =>
  edited(scene.agency, (update, document) => {
    const page = firstPage(document)
    update.put(page.ref, withEntries(page.dict, { [key]: value }))
  })

/** An object that the page draws with, overwritten under its own number. */
const overwritten =
  (find: (document: PdfDocument) => number, value = whiteBox) =>
  (scene: Scene) =>
    edited(scene.agency, (update, document) => {
      update.put({ kind: 'ref', num: find(document), gen: 0 }, value)
    })

const fontOf = (document: PdfDocument) => {
  const fonts = document.dict(document.dict(firstPage(document).dict.entries.get('Resources')).entries.get('Font'))
  return document.dict([...fonts.entries.values()][0])
}
const num = (value: ReturnType<PdfDocument['get']> | undefined): number => refsIn(value)[0]?.num ?? -1

const annotation = (entries: Record<string, Parameters<typeof withEntries>[1][string]>) => (scene: Scene) =>
  edited(scene.agency, (update, document) => {
    const page = firstPage(document)
    const added = update.add(dict({ Type: name('Annot'), Rect: [50, 50, 300, 300], F: 4, ...entries }))
    update.put(page.ref, withEntries(page.dict, { Annots: [...document.array(page.dict.entries.get('Annots')), added] }))
  })

/** Bytes that a signature covers. */
const covered: Forgery[] = [
  { name: 'a byte of the page is turned', finding: 'digest-mismatch', make: ({ agency }) => flipped(agency, agency.indexOf(0x78, 300)) },
  {
    name: 'a letter of the title is changed',
    finding: 'digest-mismatch',
    make: ({ agency }) => swapped(agency, '/Creator (Typst', '/Creator (Tipst'),
  },
  {
    name: "the leader's time is changed",
    finding: 'digest-mismatch',
    make: ({ agency }) => swapped(agency, '/M (D:2026', '/M (D:2025', 'first'),
  },
  {
    name: 'the filled number is changed in place',
    finding: 'digest-mismatch',
    make: ({ agency }) => swapped(agency, '(27/GXN', '(28/GXN'),
  },
  {
    name: 'the first table of the file is changed',
    finding: 'digest-mismatch',
    make: ({ agency }) => swapped(agency, ' 65535 f', ' 65534 x', 'first'),
  },
]

/** What a page shows. */
const pages: Forgery[] = [
  {
    name: 'something is drawn behind the content',
    finding: 'page-changed',
    make: ({ agency }) =>
      edited(agency, (update, document) => {
        const page = firstPage(document)
        const old = page.dict.entries.get('Contents')
        update.put(page.ref, withEntries(page.dict, { Contents: [...(isRef(old) ? [old] : []), update.add(whiteBox)] }))
      }),
  },
  {
    name: 'the content is exchanged for another stream',
    finding: 'page-changed',
    make: ({ agency }) =>
      edited(agency, (update, document) => {
        const page = firstPage(document)
        update.put(page.ref, withEntries(page.dict, { Contents: update.add(whiteBox) }))
      }),
  },
  {
    name: 'the content stream is overwritten',
    finding: 'page-changed',
    make: overwritten((d) => num(firstPage(d).dict.entries.get('Contents'))),
  },
  { name: 'the resources are emptied', finding: 'page-changed', make: pageWith('Resources', dict({})) },
  { name: 'the page is cut', finding: 'page-changed', make: pageWith('MediaBox', [0, 0, 595, 400]) },
  { name: 'the page gets a crop box', finding: 'page-changed', make: pageWith('CropBox', [0, 400, 595, 842]) },
  { name: 'the page is turned', finding: 'page-changed', make: pageWith('Rotate', 90) },
  { name: 'the page is scaled', finding: 'page-changed', make: pageWith('UserUnit', 2) },
  { name: 'the font is overwritten', finding: 'page-changed', make: overwritten((d) => num(fontOf(d).entries.get('DescendantFonts'))) },
  {
    name: 'the meaning of letters is overwritten',
    finding: 'page-changed',
    make: overwritten((d) => num(fontOf(d).entries.get('ToUnicode'))),
  },
  {
    name: 'the font program is overwritten',
    finding: 'page-changed',
    make: overwritten((d) =>
      num(d.dict(d.dict(d.array(fontOf(d).entries.get('DescendantFonts'))[0]).entries.get('FontDescriptor')).entries.get('FontFile2')),
    ),
  },
  {
    name: 'the colour space is overwritten',
    finding: 'page-changed',
    make: overwritten(
      (d) => num(d.dict(firstPage(d).dict.entries.get('Resources')).entries.get('ColorSpace')),
      stream({ N: 3 }, bytes('')),
    ),
  },
]

/** What is laid over a page. */
const annotations: Forgery[] = [
  { name: 'a note is added', finding: 'annotation-added', make: annotation({ Subtype: name('Text'), Contents: text('x') }) },
  {
    name: 'a free text is added',
    finding: 'annotation-added',
    make: annotation({ Subtype: name('FreeText'), DA: text('/LT 12 Tf'), Contents: text('x') }),
  },
  {
    name: 'a white square is added',
    finding: 'annotation-added',
    make: annotation({ Subtype: name('Square'), IC: [1, 1, 1], C: [1, 1, 1] }),
  },
  { name: 'a link is added', finding: 'annotation-added', make: annotation({ Subtype: name('Link'), Border: [0, 0, 0] }) },
  { name: 'a hidden stamp is added', finding: 'annotation-added', make: annotation({ Subtype: name('Stamp'), F: 2 }) },
  { name: 'a widget without a field is added', finding: 'annotation-added', make: annotation({ Subtype: name('Widget') }) },
  {
    name: 'a stamp with a picture is added',
    finding: 'annotation-added',
    make: ({ agency }) =>
      edited(agency, (update, document) => {
        const page = firstPage(document)
        const picture = update.add(drawing('1 1 1 rg 0 0 100 30 re f'))
        const added = update.add(dict({ Type: name('Annot'), Subtype: name('Stamp'), Rect: [50, 50, 300, 300], AP: dict({ N: picture }) }))
        update.put(page.ref, withEntries(page.dict, { Annots: [...document.array(page.dict.entries.get('Annots')), added] }))
      }),
  },
]

const fieldEdited = (id: string, entries: Parameters<typeof withEntries>[1]) => (scene: Scene) =>
  edited(scene.agency, (update, document) => {
    const field = fieldOf(document, id)
    update.put(field.ref, withEntries(field.dict, entries))
  })

const listEdited =
  (edit: (items: readonly ReturnType<PdfDocument['get']>[]) => readonly ReturnType<PdfDocument['get']>[]) => (scene: Scene) =>
    edited(scene.agency, (update, document) => {
      const page = firstPage(document)
      update.put(page.ref, withEntries(page.dict, { Annots: edit(document.array(page.dict.entries.get('Annots'))) }))
    })

/** The visible signature and seal. */
const appearances: Forgery[] = [
  { name: 'the signature is taken off its page', finding: 'appearance-changed', make: listEdited((items) => items.slice(1)) },
  { name: 'signature and seal change their order', finding: 'appearance-changed', make: listEdited((items) => [...items].reverse()) },
  { name: 'the signature is moved', finding: 'appearance-changed', make: fieldEdited('leader', { Rect: [0, 0, 100, 50] }) },
  { name: 'the seal is hidden', finding: 'appearance-changed', make: fieldEdited('agency', { F: 2 }) },
  {
    name: 'the signature gets another picture',
    finding: 'appearance-changed',
    make: ({ agency }) =>
      edited(agency, (update, document) => {
        const field = fieldOf(document, 'leader')
        update.put(field.ref, withEntries(field.dict, { AP: dict({ N: update.add(drawing('0 0 9 9 re f')) }) }))
      }),
  },
  {
    name: 'the picture of the signature is overwritten',
    finding: 'appearance-changed',
    make: overwritten((d) => num(fieldOf(d, 'leader').dict.entries.get('AP')), drawing('0 0 9 9 re f')),
  },
  {
    name: 'the field is taken out of the form',
    finding: 'appearance-changed',
    make: ({ agency }) =>
      edited(agency, (update, document) => {
        const at = document.catalog.entries.get('AcroForm')
        const form = document.dict(at)
        if (isRef(at)) update.put(at, withEntries(form, { Fields: document.array(form.entries.get('Fields')).slice(1) }))
      }),
  },
]

/** What no page shows. */
const hidden: Forgery[] = [
  {
    name: 'an object that nothing shows is added',
    finding: 'hidden-data',
    make: ({ agency }) => edited(agency, (update) => update.add(text('x'))),
  },
  { name: 'bytes stand behind the end', finding: 'hidden-data', make: ({ agency }) => appended(agency, '% x\n') },
  {
    name: 'a comment stands between the objects of an increment',
    finding: 'hidden-data',
    make: (scene) => withComment(addEvidence(scene.agency, scene.evidence), scene.agency.length),
  },
]

/** A comment put where an increment begins, with every offset behind it mended. */
function withComment(pdf: Uint8Array, at: number): Uint8Array {
  const comment = '% a comment\n'
  const file = Buffer.from(pdf).toString('latin1')
  const tail = file
    .slice(at)
    .replace(/^(\d{10}) 00000 n/gm, (_, offset: string) => `${String(Number(offset) + comment.length).padStart(10, '0')} 00000 n`)
    .replace(/startxref\n(\d+)/, (_, offset: string) => `startxref\n${Number(offset) + comment.length}`)
  return new Uint8Array(Buffer.from(file.slice(0, at) + comment + tail, 'latin1'))
}

export const contentForgeries = [...covered, ...pages, ...annotations, ...appearances, ...hidden]
