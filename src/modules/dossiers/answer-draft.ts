import { filesOfDraft } from '#modules/papers'
import { type Answers, forget } from '#modules/procedures'
import type { Ctx } from '#platform/act'
import type { Id } from '#platform/id'
import { changedIn, type Draft, mayDraft, withFiles } from './drafts.ts'
import { changeDraft } from './store/drafts.ts'

/**
 * Puts all answers of a draft at once, as a machine sends them. Uploads are answered by the files that arrived for them, never by what is
 * said here; what a source told about an answer that changed is forgotten.
 * @throws Refusal 404 where it is not the actor's, was filed or thrown away
 */
export async function answerDraft(ctx: Ctx, id: Id, given: Answers): Promise<Draft> {
  mayDraft(ctx)
  const stored = await changeDraft(ctx, id, ({ procedure, answers: before, known }) => {
    const said = Object.entries(given).filter(([name]) => procedure.fields[name] !== undefined && procedure.fields[name].kind !== 'upload')
    const answers: Answers = { ...Object.fromEntries(said), channel: 'online' }
    return forget(procedure, answers, known, changedIn(before, answers))
  })
  return withFiles(stored, await filesOfDraft(ctx, id))
}
