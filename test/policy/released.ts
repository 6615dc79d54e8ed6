import { newId } from '#platform/id'
import { caseAt } from './cases.ts'
import type { Subject } from './request.ts'
import type { PolicyWorld } from './world.ts'

/** A case at the registrar's, and after it a newer revision whose release says that the holder is asked. */
export async function caseAsked(w: PolicyWorld, lies: 'own' | 'predecessor' = 'own'): Promise<Subject> {
  const subject = await caseAt(w, 'received', lies)
  const id = newId(Date.parse(w.now))
  await w.owner.trip([
    {
      text: `with next as (
          insert into procedure_revision (code, revision, name, in_force_from, basis, body, state, proposed_at, published_at, published_by)
          select code, revision + 1, name, in_force_from, basis, jsonb_set(body, '{revision}', to_jsonb(revision + 1)), state, $3, $3, $2
          from procedure_revision where code = '1.001193' and state = 'published' order by revision desc limit 1
          returning code, revision, in_force_from
        ), draft as (
          insert into revision_draft (id, code, revision, origin, body, state, made_by, made_at, changed_by, changed_at)
          select $1, code, revision, 'copy', '{}', 'published', $2, $3, $2, $3 from next
        )
        insert into revision_release (code, revision, draft_id, in_force_from, dossiers, drafts, by, at)
        select code, revision, $1, in_force_from, 'ask', 'pin', $2, $3 from next`,
      values: [id, w.province.procedureOfficer.account, w.now],
    },
  ])
  return subject
}
