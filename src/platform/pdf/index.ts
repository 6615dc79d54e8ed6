export { type Numbered, PdfDocument, readNumbered } from './document.ts'
export { importForm } from './form.ts'
export { type Page, pagesOf } from './pages.ts'
export { qrSvg } from './qr.ts'
export { isWhite, joined, PdfError, Scanner } from './scan.ts'
export { type BlockRequest, type Paper, PaperError, type PaperRequest, renderBlock, renderPaper, type Slot } from './typst.ts'
export {
  canonical,
  type Dict,
  dict,
  isArray,
  isDict,
  isName,
  isRef,
  isStream,
  isText,
  type Name,
  name,
  nameOf,
  type Ref,
  rectOf,
  ref,
  refsIn,
  type Stream,
  stream,
  type Text,
  text,
  textOf,
  type Value,
  withEntries,
} from './values.ts'
export { type Gap, printed, Update } from './write.ts'
export { inflated, type Place, type Section } from './xref.ts'
