import type { FindingCode } from '#modules/signing'
import { type Evidence, noEvidence, type Signer, type VerifyOptions } from '#modules/signing'
import { type Certificate, oids, sha256, signedAttributes, writeSignedData } from '#platform/der'
import { type Dict, dict, name, PdfDocument, pagesOf, type Ref, stream, text, textOf, Update, type Value, withEntries } from '#platform/pdf'
import { type SigningWorld, signedPaper, signingWorld } from '../signing-world.ts'

/** Freshly signed papers to edit, the world that signed them, and the evidence of its authorities. */
export type Scene = { world: SigningWorld; reserved: Uint8Array; leader: Uint8Array; agency: Uint8Array; evidence: Evidence }
export type Forged = Uint8Array | { pdf: Uint8Array; options: Partial<VerifyOptions> }
/** One edit of a signed paper, and the finding that must come of it. */
export type Forgery = { name: string; finding: FindingCode; make: (scene: Scene) => Forged | Promise<Forged> }

export async function sceneOf(now?: string): Promise<Scene> {
  const world = signingWorld(now)
  return { world, ...(await signedPaper(world, 'after-signature')), evidence: listsOf(world) }
}

export const listsOf = ({ pki }: SigningWorld): Evidence => ({ ...noEvidence, crls: [pki.crl('issuing'), pki.crl('root')] })

/** An increment without a signature. */
export function edited(pdf: Uint8Array, change: (update: Update, document: PdfDocument) => void): Uint8Array {
  const document = new PdfDocument(pdf)
  const update = new Update(document)
  change(update, document)
  return update.build().bytes
}

/** Text exchanged for text of the same length; the last place where it stands, or the first. */
export function swapped(pdf: Uint8Array, from: string, to: string, which: 'first' | 'last' = 'last'): Uint8Array {
  const file = Buffer.from(pdf)
  const at = which === 'last' ? file.lastIndexOf(from, undefined, 'latin1') : file.indexOf(from, 0, 'latin1')
  if (at < 0 || from.length !== to.length) throw new Error(`cannot swap ${from}`)
  file.write(to, at, 'latin1')
  return new Uint8Array(file)
}

/** One bit turned. */
export function flipped(pdf: Uint8Array, at: number): Uint8Array {
  const copy = pdf.slice()
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

export const appended = (pdf: Uint8Array, tail: string): Uint8Array => new Uint8Array(Buffer.concat([pdf, Buffer.from(tail, 'latin1')]))

export function firstPage(document: PdfDocument): { ref: Ref; dict: Dict } {
  const [page] = pagesOf(document)
  if (!page) throw new Error('no page')
  return page
}

export type FormField = { ref: Ref; dict: Dict }
export function fieldOf(document: PdfDocument, id: string): FormField {
  const form = document.dict(document.catalog.entries.get('AcroForm'))
  for (const item of document.array(form.entries.get('Fields'))) {
    const own = document.dict(item)
    if (textOf(own.entries.get('T')) === id && typeof item === 'object' && item !== null && 'num' in item) return { ref: item, dict: own }
  }
  throw new Error(`no field ${id}`)
}

export const formOf = (document: PdfDocument): { ref: Ref; dict: Dict } => {
  const at = document.catalog.entries.get('AcroForm')
  if (typeof at !== 'object' || at === null || !('num' in at)) throw new Error('no form')
  return { ref: at, dict: document.dict(at) }
}

export const drawing = (content: string, entries: Record<string, Value> = {}) =>
  stream({ Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 100, 30], ...entries }, new Uint8Array(Buffer.from(content)))

/** A field of its own for a signature that nobody reserved. */
export type NewField = { name: string; rect: readonly [number, number, number, number]; more?: Record<string, Value> }
export type SealOptions = {
  signer?: Signer
  field?: string | NewField
  entries?: Record<string, Value>
  subFilter?: string
  change?: (update: Update, document: PdfDocument, signature: Ref) => void
  /** Edits the bytes before they are signed; the ByteRange as edited says what is signed. */
  mend?: (file: Buffer, gap: { start: number; end: number }) => void
  /** The certificate that the signed attributes name. */
  named?: Certificate
  certificates?: readonly Certificate[]
  token?: (value: Uint8Array) => Promise<Uint8Array | undefined>
  alter?: (cms: Uint8Array) => Uint8Array
}

/** A signed increment made by hand, so that it can be made wrongly. */
export async function sealed({ world }: Scene, pdf: Uint8Array, options: SealOptions): Promise<Uint8Array> {
  const document = new PdfDocument(pdf)
  const update = new Update(document)
  const signer = options.signer ?? world.agency
  const common = {
    Type: name('Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name(options.subFilter ?? 'ETSI.CAdES.detached'),
    M: text("D:20260821150100+07'00'"),
  }
  const signature = update.addSignature(dict({ ...common, ...options.entries }), 9000)
  putField(update, document, signature, options.field ?? 'agency')
  options.change?.(update, document, signature)
  const { bytes, gap } = update.build()
  const file = Buffer.from(bytes)
  options.mend?.(file, gap)
  const imprint = sha256(...coveredBy(file))
  const cms = options.subFilter === 'ETSI.RFC3161' ? await stampOf(world, coveredBy(file)) : await cmsOf(world, signer, imprint, options)
  const hex = Buffer.from(options.alter?.(cms) ?? cms).toString('hex')
  file.write(hex, gap.start + 1, 'latin1')
  return new Uint8Array(file)
}

function putField(update: Update, document: PdfDocument, signature: Ref, field: string | NewField): void {
  if (typeof field === 'string') {
    const own = fieldOf(document, field)
    update.put(own.ref, withEntries(own.dict, { V: signature, AP: dict({ N: update.add(drawing('')) }) }))
    return
  }
  const page = firstPage(document)
  const widget = update.add(
    dict({
      Type: name('Annot'),
      Subtype: name('Widget'),
      FT: name('Sig'),
      T: text(field.name),
      F: 132,
      Rect: [...field.rect],
      P: page.ref,
      V: signature,
      AP: dict({ N: update.add(drawing('')) }),
      ...field.more,
    }),
  )
  const form = formOf(document)
  update.put(form.ref, withEntries(form.dict, { Fields: [...document.array(form.dict.entries.get('Fields')), widget] }))
  update.put(page.ref, withEntries(page.dict, { Annots: [...document.array(page.dict.entries.get('Annots')), widget] }))
}

function coveredBy(file: Buffer): Uint8Array[] {
  const at = file.lastIndexOf('/ByteRange')
  const [, a = 0, b = 0, c = 0] =
    file
      .subarray(at, at + 80)
      .toString('latin1')
      .match(/-?\d+/g)
      ?.map(Number) ?? []
  return [new Uint8Array(file.subarray(0, a)), new Uint8Array(file.subarray(b, b + c))]
}

async function cmsOf(world: SigningWorld, signer: Signer, imprint: Uint8Array, options: SealOptions): Promise<Uint8Array> {
  const attributes = signedAttributes(oids.data, imprint, options.named ?? signer.certificate)
  const signature = await signer.sign(attributes)
  const timeStampToken = options.token ? await options.token(signature) : await stampOf(world, [signature])
  return writeSignedData({
    contentType: oids.data,
    certificates: options.certificates ?? [signer.certificate, ...signer.chain],
    attributes,
    algorithm: signer.algorithm,
    signature,
    ...(timeStampToken ? { timeStampToken } : {}),
  })
}

export async function stampOf({ trust }: SigningWorld, stamped: readonly Uint8Array[]): Promise<Uint8Array> {
  const answer = await trust.stamp(new Uint8Array(Buffer.concat(stamped)))
  if (!answer.ok) throw new Error(answer.problem)
  return answer.token
}

/** The place of the last signature's Contents: from `<` to behind `>`. */
export function lastGap(pdf: Uint8Array): { start: number; end: number } {
  const file = Buffer.from(pdf)
  const start = file.lastIndexOf('/Contents <') + '/Contents '.length
  return { start, end: file.indexOf('>', start) + 1 }
}

/** The last CMS exchanged for what an edit makes of it; the room stays as large as it was. */
export function recast(pdf: Uint8Array, edit: (room: Buffer) => void): Uint8Array {
  const { start, end } = lastGap(pdf)
  const file = Buffer.from(pdf)
  const room = Buffer.from(file.subarray(start + 1, end - 1).toString('latin1'), 'hex')
  edit(room)
  file.write(room.toString('hex'), start + 1, 'latin1')
  return new Uint8Array(file)
}
