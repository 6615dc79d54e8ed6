import { reserve } from '#modules/signing'
import {
  dict,
  importForm,
  name,
  type PdfDocument,
  renderBlock,
  renderPaper,
  stream,
  text,
  type Update,
  type Value,
  withEntries,
} from '#platform/pdf'
import { drawing, edited, type Forgery, fieldOf, firstPage, formOf, type Scene, sealed } from './kit.ts'

const dateText = 'ngày 21 tháng 8 năm 2026'
/** The band at the top right of the first page where copies carry their mark. */
export const inBand = [400, 800, 580, 838] as const

/** Number or date filled by hand, with any value under any picture. */
function fill(update: Update, document: PdfDocument, id: 'number' | 'date', value: string, picture: Value): void {
  const field = fieldOf(document, id)
  update.put(field.ref, withEntries(field.dict, { V: text(value), AP: dict({ N: picture }) }))
}

const line = (update: Update, value: string, template = '#data') =>
  importForm(update, renderBlock({ template, data: value, width: 180, height: 18, now: '2026-08-21T08:01:00Z' }))

const sealedWith = (change: (update: Update, document: PdfDocument) => void) => (scene: Scene) => sealed(scene, scene.leader, { change })

const newField =
  (entries: Record<string, Value>, on: 'leader' | 'agency' = 'agency') =>
  (scene: Scene) =>
    edited(scene[on], (update, document) => {
      const page = firstPage(document)
      const widget = update.add(
        dict({ Type: name('Annot'), Subtype: name('Widget'), P: page.ref, Rect: [50, 50, 200, 80], F: 4, ...entries }),
      )
      const form = formOf(document)
      update.put(form.ref, withEntries(form.dict, { Fields: [...document.array(form.dict.entries.get('Fields')), widget] }))
      update.put(page.ref, withEntries(page.dict, { Annots: [...document.array(page.dict.entries.get('Annots')), widget] }))
    })

const fieldWith = (id: string, entries: Record<string, Value>) => (scene: Scene) =>
  edited(scene.agency, (update, document) => {
    const field = fieldOf(document, id)
    update.put(field.ref, withEntries(field.dict, entries))
  })

const reservedFields: Forgery[] = [
  { name: 'the number is changed after the seal', finding: 'field-changed', make: fieldWith('number', { V: text('28/GXN-UBND') }) },
  { name: 'the date is emptied after the seal', finding: 'field-changed', make: fieldWith('date', { V: null }) },
  { name: 'the picture of the number is exchanged after the seal', finding: 'field-changed', make: fieldWith('number', { AP: dict({}) }) },
  { name: 'a field for text is added', finding: 'field-changed', make: newField({ FT: name('Tx'), T: text('more') }) },
  { name: 'a box to tick is added', finding: 'field-changed', make: newField({ FT: name('Btn'), T: text('tick') }) },
  { name: 'an unsigned place for a signature is added', finding: 'field-changed', make: newField({ FT: name('Sig'), T: text('other') }) },
  { name: 'a second field takes the name of the seal', finding: 'field-changed', make: newField({ FT: name('Tx'), T: text('agency') }) },
  { name: 'a field takes a name of the language', finding: 'field-changed', make: newField({ FT: name('Tx'), T: text('constructor') }) },
  {
    name: 'a signature brings a command with its field',
    finding: 'field-changed',
    make: (scene) =>
      sealed(scene, scene.agency, {
        signer: scene.world.officer,
        field: { name: 'officer', rect: [0, 0, 0, 0], more: { AA: dict({ E: dict({ S: name('JavaScript'), JS: text('x') }) }) } },
      }),
  },
  { name: 'the form is told to draw its fields anew', finding: 'field-changed', make: formWith({ NeedAppearances: true }) },
  { name: 'the form gets an order of calculation', finding: 'field-changed', make: formWith({ CO: [] }) },
  { name: 'the resources of the form are exchanged', finding: 'field-changed', make: formWith({ DR: dict({}) }) },
  {
    name: 'the number is filled without a signature',
    finding: 'number-without-agency',
    make: ({ leader }) =>
      edited(leader, (update, document) => fill(update, document, 'number', '27/GXN-UBND', line(update, '27/GXN-UBND'))),
  },
  {
    name: 'the date is filled with the signature of somebody else',
    finding: 'number-without-agency',
    make: (scene) =>
      sealed(scene, scene.leader, {
        signer: scene.world.officer,
        field: { name: 'officer', rect: [0, 0, 0, 0] },
        change: (update, document) => fill(update, document, 'date', dateText, line(update, dateText)),
      }),
  },
  {
    name: 'the number is filled before the seal that follows it',
    finding: 'number-without-agency',
    make: (scene) => {
      const early = edited(scene.leader, (update, document) => fill(update, document, 'number', '27/GXN-UBND', line(update, '27/GXN-UBND')))
      return sealed(scene, early, {
        signer: scene.world.officer,
        field: { name: 'officer', rect: [0, 0, 0, 0] },
      })
    },
  },
  {
    name: 'the number is no number',
    finding: 'field-changed',
    make: sealedWith((u, d) => fill(u, d, 'number', 'tùy ý', line(u, 'tùy ý'))),
  },
  { name: 'the date is no date', finding: 'field-changed', make: sealedWith((u, d) => fill(u, d, 'date', 'hôm nay', line(u, 'hôm nay'))) },
]

function formWith(entries: Record<string, Value>) {
  return ({ agency }: Scene) =>
    edited(agency, (update, document) => {
      const form = formOf(document)
      update.put(form.ref, withEntries(form.dict, entries))
    })
}

/** The agency signs a picture that says something else than the value. */
const pictures: Forgery[] = [
  {
    name: 'another number is seen',
    finding: 'picture-differs',
    make: sealedWith((u, d) => fill(u, d, 'number', '27/GXN-UBND', line(u, '72/GXN-UBND'))),
  },
  {
    name: 'no number is seen',
    finding: 'picture-differs',
    make: sealedWith((u, d) => fill(u, d, 'number', '27/GXN-UBND', u.add(drawing('')))),
  },
  {
    name: 'the picture of the number is missing',
    finding: 'picture-differs',
    make: sealedWith((u, d) => fill(u, d, 'number', '27/GXN-UBND', null)),
  },
  {
    name: 'a shape is painted over the number',
    finding: 'picture-differs',
    make: sealedWith((u, d) =>
      fill(u, d, 'number', '27/GXN-UBND', line(u, '27/GXN-UBND', '#data #place(top, rect(width: 9pt, height: 9pt, fill: black))')),
    ),
  },
  {
    name: 'the number is set outside its place',
    finding: 'picture-differs',
    make: sealedWith((u, d) => fill(u, d, 'number', '27/GXN-UBND', line(u, '27/GXN-UBND', '#place(dy: 400pt, data)'))),
  },
  {
    name: 'the number is set too small to read',
    finding: 'picture-differs',
    make: sealedWith((u, d) => fill(u, d, 'number', '27/GXN-UBND', line(u, '27/GXN-UBND', '#text(size: 1pt, data)'))),
  },
  {
    name: 'the picture draws another picture',
    finding: 'picture-differs',
    make: sealedWith((u, d) =>
      fill(
        u,
        d,
        'date',
        dateText,
        u.add(
          stream(
            {
              Type: name('XObject'),
              Subtype: name('Form'),
              BBox: [0, 0, 180, 18],
              Resources: dict({ XObject: dict({ X: line(u, dateText) }) }),
            },
            Buffer.from('/X Do'),
          ),
        ),
      ),
    ),
  },
]

/** Visible signatures where nothing was kept free. */
const covers: Forgery[] = [
  {
    name: 'a signature is laid over the text',
    finding: 'signature-over-content',
    make: (scene) => withSignature(scene, [100, 400, 400, 600]),
  },
  { name: 'a mark stands at the top left', finding: 'signature-over-content', make: (scene) => withSignature(scene, [20, 800, 200, 838]) },
  { name: 'a mark hangs below the band', finding: 'signature-over-content', make: (scene) => withSignature(scene, [400, 700, 580, 838]) },
  {
    name: 'a reserved place is larger than any template may keep free',
    finding: 'signature-over-content',
    make: async (scene) => {
      const large = edited(scene.reserved, (update, document) => {
        const field = fieldOf(document, 'leader')
        update.put(field.ref, withEntries(field.dict, { Rect: [0, 0, 500, 800] }))
      })
      return sealed(scene, await sealed(scene, large, { signer: scene.world.leader, field: 'leader' }), {})
    },
  },
]

export const withSignature = (scene: Scene, rect: readonly [number, number, number, number]): Promise<Uint8Array> =>
  sealed(scene, scene.agency, { signer: scene.world.officer, field: { name: 'officer', rect } })

/** A paper of one page without any slot, its fields given by hand. */
export const bareReserved = (now: string): Uint8Array =>
  reserve(renderPaper({ template: 'Giấy', data: {}, now }).pdf, [
    { name: 'leader', kind: 'signature', label: 'Chữ ký', page: 1, rect: [300, 300, 500, 400] },
    { name: 'agency', kind: 'signature', label: 'Con dấu', page: 1, rect: [250, 300, 350, 400] },
  ])

export const fieldForgeries = [...reservedFields, ...pictures, ...covers]
