export type { KeyKind } from './keys.ts'
export type { LeafKind } from './leaf.ts'
export { createPki, type Issued, type IssueRequest, type Pki, type PkiOptions } from './pki.ts'
export { type PkiAnswer, type PkiRequest, respond, servePki } from './serve.ts'
