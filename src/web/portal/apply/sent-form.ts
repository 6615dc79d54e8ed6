import type { MultipartFile } from '@fastify/multipart'
import { type PaperFault, storeWhole, type Vault } from '#modules/papers'
import type { Raw } from '#modules/procedures'
import { Refusal } from '#platform/act'
import type { Req } from '#platform/http'

/** A file that a form carried and that was not taken in. */
export type Fault = { readonly field: string; readonly name: string; readonly fault: PaperFault }

/** What a form sent: its fields, and what became of its files. */
export type SentForm = { readonly raw: Raw; readonly faults: readonly Fault[] }

/**
 * Reads a form with or without files. Files go through the gate as they come; the form's token stands before them and is asked first.
 * @param of the draft or case to which files belong
 * @param takes whether the form may carry files for this field
 */
export async function sentForm(req: Req, vault: Vault, of: string, takes: (field: string) => boolean): Promise<SentForm> {
  if (!req.isMultipart()) {
    const raw = typeof req.body === 'object' && req.body !== null ? (req.body as Raw) : {}
    ours(req, raw)
    return { raw, faults: [] }
  }
  const raw: Record<string, unknown> = {}
  const faults: Fault[] = []
  for await (const part of req.parts()) {
    if (part.type === 'field') {
      raw[part.fieldname] = raw[part.fieldname] === undefined ? part.value : [raw[part.fieldname], part.value].flat()
      continue
    }
    ours(req, raw)
    const fault = await taken(req, vault, of, part, takes)
    if (fault !== undefined) faults.push(fault)
  }
  ours(req, raw)
  return { raw, faults }
}

/** @throws Refusal 403 for a form that is not ours */
function ours(req: Req, raw: Raw): void {
  if (!req.isOurForm(raw._csrf)) throw new Refusal(403, 'form-token')
}

async function taken(
  req: Req,
  vault: Vault,
  of: string,
  part: MultipartFile,
  takes: (field: string) => boolean,
): Promise<Fault | undefined> {
  const { fieldname: field, filename: name } = part
  if (name === '' || !takes(field)) {
    part.file.resume()
    return undefined
  }
  const stored = await storeWhole(req.ctx, vault, { draft: of, field, name, bytes: part.file })
  return stored.ok ? undefined : { field, name, fault: stored.fault }
}
