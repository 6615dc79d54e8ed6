import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** A whole page as HTML text. `page` is a tree whose root is `<html>`; its texts are escaped. */
export function render(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`
}

/** A part of a page as HTML text, for tests and for answers that replace a part. Its texts are escaped. */
export function renderPart(part: VNode): string {
  return renderToString(part)
}
