import { hex, sha256 } from '#platform/der'
import { type PaperRequest, renderPaper } from '#platform/pdf'
import { addEvidence } from './archive.ts'
import { fieldsOn } from './fields.ts'
import { prepare } from './prepare.ts'
import { reserve } from './reserve.ts'
import { verify } from './verify/verify.ts'

/** Everything that computes and does not wait: done in a worker thread, so that no page waits for it. */
export const computing = {
  /** A paper without fields, such as a receipt. */
  paper: (request: PaperRequest) => withFingerprint(renderPaper(request).pdf),
  /** A paper with the fields that its template keeps free: `leader`, `agency`, `number`, `date`. */
  draft: (request: PaperRequest) => {
    const { pdf, slots } = renderPaper(request)
    return withFingerprint(reserve(pdf, fieldsOn(pdf, slots)))
  },
  prepare,
  archive: (...given: Parameters<typeof addEvidence>) => withFingerprint(addEvidence(...given)),
  verify,
} as const

const withFingerprint = (pdf: Uint8Array): { pdf: Uint8Array; sha256: string } => ({ pdf, sha256: hex(sha256(pdf)) })

export type Computing = typeof computing
export type Task = { id: number; verb: keyof Computing; given: readonly unknown[] }
export type Done = { id: number; ok: true; value: unknown } | { id: number; ok: false; name: string; message: string }
