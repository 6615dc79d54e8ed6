import type { PdfDocument } from './document.ts'
import { PdfError } from './scan.ts'
import { type Dict, isRef, nameOf, type Ref, rectOf } from './values.ts'

export type Page = { ref: Ref; dict: Dict; box: readonly [number, number, number, number] }

const mostPages = 5000

/** All pages in reading order, each a numbered object. */
export function pagesOf(document: PdfDocument): Page[] {
  const pages: Page[] = []
  const seen = new Set<number>()
  const walk = (at: Ref, inherited: unknown) => {
    if (seen.has(at.num) || pages.length > mostPages) throw new PdfError('page tree in a circle')
    seen.add(at.num)
    const node = document.dict(at)
    const own = node.entries.get('MediaBox')
    const box = own === undefined ? inherited : rectOf(document.get(own))
    if (nameOf(node.entries.get('Type')) === 'Page') {
      pages.push({ ref: at, dict: node, box: isBox(box) ? box : fail() })
      return
    }
    for (const kid of document.array(node.entries.get('Kids'))) walk(isRef(kid) ? kid : fail(), box)
  }
  const top = document.catalog.entries.get('Pages')
  walk(isRef(top) ? top : fail(), undefined)
  return pages
}

const isBox = (value: unknown): value is Page['box'] => Array.isArray(value) && value.length === 4

const fail = (): never => {
  throw new PdfError('page tree')
}
