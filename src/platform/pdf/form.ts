import { PdfDocument } from './document.ts'
import { PdfError } from './scan.ts'
import { type Dict, isArray, isDict, isRef, isStream, name, type Ref, type Value } from './values.ts'
import type { Update } from './write.ts'

/**
 * Takes the only page of a small file into an increment as a Form XObject: its resources with numbers of their own,
 * its content as it is. Whatever the page needs comes along, fonts included, so the claim of PDF/A stays true.
 */
export function importForm(update: Update, file: Uint8Array): Ref {
  const source = new PdfDocument(file)
  const page = onlyPage(source)
  const copy = copier(source, update)
  const content = source.get(page.entries.get('Contents'))
  if (!isStream(content)) throw new PdfError('content of the block')
  const entries: [string, Value][] = [
    ['Type', name('XObject')],
    ['Subtype', name('Form')],
    ['BBox', source.get(page.entries.get('MediaBox'))],
    ['Resources', copy(source.dict(page.entries.get('Resources')))],
  ]
  const filter = content.dict.entries.get('Filter')
  if (filter !== undefined) entries.push(['Filter', filter])
  return update.add({ kind: 'stream', dict: { kind: 'dict', entries: new Map(entries) }, data: content.data })
}

function onlyPage(source: PdfDocument): Dict {
  const kids = source.array(source.dict(source.catalog.entries.get('Pages')).entries.get('Kids'))
  if (kids.length !== 1) throw new PdfError('a block has one page')
  return source.dict(kids[0])
}

function copier(source: PdfDocument, update: Update): (value: Value) => Value {
  const taken = new Map<number, Ref>()
  const copy = (value: Value): Value => {
    if (isRef(value)) return taken.get(value.num) ?? take(value)
    if (isArray(value)) return value.map(copy)
    if (isDict(value)) return { kind: 'dict', entries: new Map([...value.entries].map(([key, item]) => [key, copy(item)])) }
    if (isStream(value))
      return {
        kind: 'stream',
        dict: { kind: 'dict', entries: new Map([...value.dict.entries].map(([k, v]) => [k, copy(v)])) },
        data: value.data,
      }
    return value
  }
  const take = (value: Ref): Ref => {
    const own = update.number()
    taken.set(value.num, own)
    return update.put(own, copy(source.get(value)))
  }
  return copy
}
