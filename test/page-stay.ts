import { beginDraft, savePage } from '#modules/dossiers'
import { inForce } from '#modules/procedures'
import type { PageWorld } from './page-world.ts'

const drafts = new WeakMap<PageWorld, Promise<string>>()

/** A draft of a temporary residence by list, with one line filled in wrongly and one empty; one for all looks at a world. */
export function stayDraftOf(w: PageWorld): Promise<string> {
  const known = drafts.get(w) ?? begin(w)
  drafts.set(w, known)
  return known
}

async function begin(w: PageWorld): Promise<string> {
  const ctx = w.as(w.hong)
  const procedure = await inForce(ctx, '1.004194', w.now.slice(0, 10))
  if (procedure === undefined) throw new Error('temporary residence is not in force')
  const id = await beginDraft(ctx, procedure, w.unit('09169-CA'))
  await savePage(ctx, id, 'nguoi-nop', { forWhom: 'self', kind: 'list' })
  await savePage(ctx, id, 'ho', { 'listed.0.name': 'Hoàng 3', 'listed.0.citizenId': '12', 'listed.1.name': '' })
  return id
}
