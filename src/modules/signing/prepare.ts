import { hex, sha256 } from '#platform/der'
import { dict, type Gap, name, PdfDocument, rectOf, stream, text, Update, withEntries } from '#platform/pdf'
import { type Block, drawBlock, drawLine } from './block.ts'
import { type Field, fieldsOf } from './fields.ts'
import { dateLine, pdfTime } from './times.ts'

export type PrepareRequest = {
  pdf: Uint8Array
  /** SHA-256 (hexadecimal) of what the signer was shown. */
  shown?: string
  field: string
  block: Block
  /** Instant of signing. */
  at: string
  /** Name of signer and reason, as readers show them. */
  signer: string
  reason?: string
  /** Number and ISO date that are filled in together with this signature. */
  fills?: { number?: string; date?: string }
}

/** A paper that waits for one signature value: nothing of it may change but the gap. */
export type Prepared = { bytes: Uint8Array; gap: Gap; digest: string }
export type PrepareProblem = 'document-changed' | 'field-missing' | 'field-not-empty'
export type PrepareAnswer = { ok: true; prepared: Prepared } | { ok: false; problem: PrepareProblem; field?: string }

/** Room for the CMS. A chain with a token takes about 7 kB with RSA-2048. */
export const reserveBytes = 9000

/** Draws the block, writes the increment and leaves a gap for the CMS. Runs for a few milliseconds of pure computing. */
export function prepare(request: PrepareRequest): PrepareAnswer {
  if (request.shown !== undefined && request.shown !== hex(sha256(request.pdf))) return { ok: false, problem: 'document-changed' }
  const base = new PdfDocument(request.pdf)
  const fields = fieldsOf(base)
  const update = new Update(base)
  const wanted = [request.field, ...(request.fills?.number ? ['number'] : []), ...(request.fills?.date ? ['date'] : [])]
  for (const id of wanted) {
    const field = fields.find((one) => one.name === id)
    if (!field) return { ok: false, problem: 'field-missing', field: id }
    if (field.value !== undefined) return { ok: false, problem: 'field-not-empty', field: id }
    if (id === request.field) fillSignature(update, field, request)
    else fillText(update, field, request)
  }
  const { bytes, gap } = update.build()
  return { ok: true, prepared: { bytes, gap, digest: hex(digestOf(bytes, gap)) } }
}

/** SHA-256 over all bytes outside the gap. */
export const digestOf = (bytes: Uint8Array, gap: Gap): Uint8Array => sha256(bytes.subarray(0, gap.start), bytes.subarray(gap.end))

function sizeOf(field: Field, now: string) {
  const [left, bottom, right, top] = rectOf(field.dict.entries.get('Rect')) ?? [0, 0, 0, 0]
  return { width: right - left, height: top - bottom, now }
}

function fillSignature(update: Update, field: Field, { block, at, signer, reason }: PrepareRequest): void {
  const size = sizeOf(field, at)
  const seen = size.width * size.height > 0
  const form = seen
    ? drawBlock(update, block, size)
    : update.add(stream({ Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 0, 0] }, new Uint8Array()))
  const signature = update.addSignature(
    dict({
      Type: name('Sig'),
      Filter: name('Adobe.PPKLite'),
      SubFilter: name('ETSI.CAdES.detached'),
      M: text(pdfTime(at)),
      Name: text(signer),
      ...(reason ? { Reason: text(reason) } : {}),
    }),
    reserveBytes,
  )
  update.put(field.ref, withEntries(field.dict, { V: signature, AP: dict({ N: form }) }))
}

function fillText(update: Update, field: Field, { fills, at }: PrepareRequest): void {
  const value = field.name === 'date' ? dateLine(fills?.date ?? '') : (fills?.number ?? '')
  const form = drawLine(update, value, field.name === 'date', sizeOf(field, at))
  update.put(field.ref, withEntries(field.dict, { V: text(value), AP: dict({ N: form }) }))
}
