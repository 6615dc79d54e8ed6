import { type Dict, isRef, nameOf, PdfDocument, PdfError, pagesOf, type Ref, type Slot, textOf, type Value } from '#platform/pdf'

/** A place on a paper that is filled by signing. Rectangles in points, lower left corner of the page first. */
export type ReservedField = {
  name: string
  kind: 'signature' | 'text'
  /** What assistive technology reads out. */
  label: string
  /** Counted from 1. */
  page: number
  rect: readonly [number, number, number, number]
}

/** Largest reserved places, in points: a larger one could cover the text around it. */
export const largest = { signature: [300, 120], text: [260, 30] } as const

const known: Readonly<Record<string, { kind: ReservedField['kind']; label: string }>> = {
  leader: { kind: 'signature', label: 'Chữ ký của người có thẩm quyền' },
  agency: { kind: 'signature', label: 'Chữ ký số của cơ quan' },
  number: { kind: 'text', label: 'Số, ký hiệu' },
  date: { kind: 'text', label: 'Ngày, tháng, năm ban hành' },
}

/** The reserved fields of a paper from the slots of its template (`leader`, `agency`, `number`, `date`); others are left alone. */
export function fieldsFrom(slots: readonly Slot[], pageHeight = 841.8898): ReservedField[] {
  return slots.flatMap(({ id, page, x, y, w, h }) => {
    const field = Object.hasOwn(known, id) ? known[id] : undefined
    return field ? [{ name: id, ...field, page, rect: [x, pageHeight - y - h, x + w, pageHeight - y] as const }] : []
  })
}

/** The same on the pages of a set paper, whatever their height: a certificate may lie on its side. */
export function fieldsOn(pdf: Uint8Array, slots: readonly Slot[]): ReservedField[] {
  const heights = pagesOf(new PdfDocument(pdf)).map(({ box: [, bottom, , top] }) => top - bottom)
  return slots.flatMap((slot) => fieldsFrom([slot], heights[slot.page - 1]))
}

/** A form field as it stands in a file: one object that is field and widget at once. */
export type Field = { ref: Ref; name: string; type: string; dict: Dict; value: Value | undefined }

/** All form fields in their order. Fields with children, and fields that are no objects of their own, are refused. */
export function fieldsOf(document: PdfDocument): Field[] {
  const form = document.catalog.entries.get('AcroForm')
  if (form === undefined) return []
  return document.array(document.dict(form).entries.get('Fields')).map((item) => {
    if (!isRef(item)) throw new PdfError('field without a number')
    const dict = document.dict(item)
    if (dict.entries.has('Kids') || dict.entries.has('Parent')) throw new PdfError('field with children')
    const name = textOf(document.get(dict.entries.get('T'))) ?? ''
    return { ref: item, name, type: nameOf(dict.entries.get('FT')) ?? '', dict, value: dict.entries.get('V') }
  })
}
