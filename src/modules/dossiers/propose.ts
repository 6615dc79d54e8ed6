import { asksContent, type Procedure, type Result } from '#modules/procedures'
import { type Ctx, Refusal } from '#platform/act'
import { type Answer, rowsOf, type Statement } from '#platform/db'
import type { Case } from './case.ts'
import { chosenFrom, chosenQuestion, copiesEntry } from './choose-entry.ts'
import { resultOf } from './enter.ts'
import { type Expected, type Moved, move } from './move.ts'

/** A result that is to be issued, with the text that the official wrote for it where its form leaves that to him. */
export type Proposed = { code: string; content: string }

const mostContent = 20_000

/** Whether a proposal of this procedure must say what is issued, and with which text. */
export function asksResults({ results }: Pick<Procedure, 'results'>): boolean {
  return results.some(asksContent)
}

/**
 * The official has examined it and proposes to grant what was asked. Where the procedure leaves the papers' texts to him, he says which of its
 * results are issued and writes each; the proposal carries them (`results` among the parameters, the texts sealed) until they are signed.
 */
export function propose(
  ctx: Ctx,
  code: string,
  opinion: string,
  expected: Expected = {},
  proposed: readonly Proposed[] = [],
): Promise<Moved> {
  const chosen = [chosenQuestion(code)]
  return move(
    ctx,
    code,
    'propose',
    expected,
    (found, _actId, _calendar, [entry]) => {
      if (copiesEntry(found) && chosenFrom(ctx, entry) === undefined) throw new Refusal(409, 'entry-not-chosen')
      const toApplicant = found.procedure.steps.draft !== undefined && found.channel === 'online' ? { notice: { kind: 'draft-ready' } } : {}
      if (!asksResults(found.procedure)) return { private: { opinion }, ...toApplicant }
      const issued = checked(found, proposed)
      const contents = Object.fromEntries(issued.map((one) => [one.code, one.content]))
      return { params: { results: issued.map((one) => one.code) }, private: { opinion, contents }, ...toApplicant }
    },
    chosen,
  )
}

/** @throws Refusal 422 for no result, one that the procedure does not have, one without its text */
function checked({ procedure }: Case, proposed: readonly Proposed[]): Proposed[] {
  const issued = procedure.results.flatMap(({ code }) => proposed.filter((one) => one.code === code).slice(0, 1))
  if (issued.length === 0 || proposed.length !== issued.length) throw new Refusal(422, 'result-needed')
  for (const { code, content } of issued) {
    const result = procedure.results.find((one) => one.code === code)
    if (result && asksContent(result) && content.trim() === '') throw new Refusal(422, 'content-needed', { result: code })
    if (content.length > mostContent) throw new Refusal(422, 'content-too-long', { result: code, most: mostContent })
  }
  return issued
}

/** The newest proposal of a case, for whoever sets or signs its papers. */
export const proposalQuestion = (ref: string): Statement => ({
  text: `select a.params, a.private from act a join work_item w on w.id = a.work_item_id where w.code = $1 and a.name = 'propose' order by a.seq desc limit 1`,
  values: [ref],
})

export type ToIssue = { result: Result; content: string }

/** The results that this case leads to: those proposed, before that all that could be; a procedure that leaves nothing open has one. */
export function resultsFrom(ctx: Pick<Ctx, 'keys'>, found: Pick<Case, 'procedure' | 'filed'>, answer: Answer | undefined): ToIssue[] {
  const { results } = found.procedure
  if (!asksResults(found.procedure)) return [{ result: resultOf(found), content: '' }]
  const [row] = rowsOf<{ params: { results?: string[] }; private: Buffer | null }>(answer)
  const told = row?.private ? ctx.keys.openJson<{ contents?: Record<string, string> }>(row.private, 'act.private').contents : undefined
  const chosen = row?.params.results
  return results
    .filter((one) => chosen === undefined || chosen.includes(one.code))
    .map((result) => ({ result, content: told?.[result.code] ?? '' }))
}
