import {
  type Dict,
  dict,
  isDict,
  isRef,
  name,
  type Page,
  PdfDocument,
  pagesOf,
  type Ref,
  stream,
  text,
  Update,
  type Value,
  withEntries,
} from '#platform/pdf'
import { fieldsOf, largest, type ReservedField } from './fields.ts'

/**
 * Adds to an unsigned paper every field it will ever need, so that later increments touch fields only: never a page,
 * the catalog or the form. Throws when a place is too large, off its page, or named twice.
 */
export function reserve(pdf: Uint8Array, fields: readonly ReservedField[]): Uint8Array {
  const base = new PdfDocument(pdf)
  if (fieldsOf(base).length > 0) throw new Error('the paper has fields already')
  const pages = pagesOf(base)
  check(fields, pages)
  const update = new Update(base)
  const widgets = fields.map((field) => ({ field, ref: update.add(widget(field, pages, update)) }))
  for (const [index, page] of pages.entries()) {
    const own = widgets.filter(({ field }) => field.page === index + 1).map(({ ref }) => ref)
    if (own.length === 0) continue
    const annots = [...base.array(page.dict.entries.get('Annots')), ...own]
    update.put(page.ref, withEntries(page.dict, { Annots: annots, Tabs: name('S') }))
  }
  const form = update.add(
    acroForm(
      widgets.map(({ ref }) => ref),
      fontOf(base, pages),
    ),
  )
  update.put(base.root, withEntries(base.catalog, { AcroForm: form, Extensions: esic }))
  return update.build().bytes
}

const esic = dict({ ESIC: dict({ BaseVersion: name('1.7'), ExtensionLevel: 1 }) })

function check(fields: readonly ReservedField[], pages: readonly Page[]): void {
  const names = new Set(fields.map((field) => field.name))
  if (names.size !== fields.length) throw new Error('a field is named twice')
  for (const { name: id, kind, page, rect } of fields) {
    const [left, bottom, right, top] = rect
    const [width, height] = largest[kind]
    const box = pages[page - 1]?.box
    if (right - left > width || top - bottom > height) throw new Error(`the place of «${id}» is larger than ${width} × ${height} pt`)
    if (!box || left < box[0] || bottom < box[1] || right > box[2] || top > box[3]) throw new Error(`the place of «${id}» is off its page`)
  }
}

function widget(field: ReservedField, pages: readonly Page[], update: Update): Dict {
  const [left, bottom, right, top] = field.rect
  const empty = stream({ Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, right - left, top - bottom] }, new Uint8Array())
  const entries: Record<string, Value> = {
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name(field.kind === 'signature' ? 'Sig' : 'Tx'),
    T: text(field.name),
    TU: text(field.label),
    F: 132,
    Rect: [left, bottom, right, top],
    P: pages[field.page - 1]?.ref ?? null,
    AP: dict({ N: update.add(empty) }),
  }
  return dict(field.kind === 'signature' ? entries : { ...entries, Ff: 1, DA: text('/LT 13 Tf 0 g') })
}

function acroForm(fields: readonly Ref[], font: Ref | undefined): Dict {
  const entries: Record<string, Value> = { Fields: fields, SigFlags: 3 }
  return dict(font ? { ...entries, DR: dict({ Font: dict({ LT: font }) }), DA: text('/LT 13 Tf 0 g') } : entries)
}

/** A font that the paper embeds already. */
function fontOf(base: PdfDocument, pages: readonly Page[]): Ref | undefined {
  for (const { dict: page } of pages) {
    const fonts = base.get(base.dict(page.entries.get('Resources')).entries.get('Font'))
    const found = isDict(fonts) ? [...fonts.entries.values()].find(isRef) : undefined
    if (found) return found
  }
  return undefined
}
