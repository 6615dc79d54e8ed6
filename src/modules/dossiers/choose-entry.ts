import { type Ctx, Refusal } from '#platform/act'
import { type Answer, rowsOf, type Statement } from '#platform/db'
import { newId } from '#platform/id'
import type { Case } from './case.ts'
import { type EntryFound, findEntries } from './find-entries.ts'
import { type Expected, type Moved, move } from './move.ts'
import { proofOf } from './proofs.ts'
import type { Sources } from './sources.ts'

/**
 * The registrar says which entry the copy is made from. It is searched for again, so that nothing but an entry of a register is copied; what it
 * says is sealed with the act, and the question to the national database is kept as a look-up.
 * @throws Refusal 409 where that entry is not found any more
 */
export function chooseEntry(ctx: Ctx, sources: Sources, code: string, ref: string, expected: Expected = {}): Promise<Moved> {
  return move(ctx, code, 'chooseEntry', expected, async (found) => {
    const search = await findEntries(ctx, sources, found)
    const entry = search?.entries.find((one) => one.ref === ref)
    if (search === undefined || entry === undefined) throw new Refusal(409, 'entry-gone')
    const { event, agencyCode, book, number, keptBy } = entry
    return {
      params: { event, agencyCode, book, number, keptBy },
      private: { entry },
      after: [lookUpRow(ctx, found, proofOf(found.procedure, 'registerEntry', search.national))],
    }
  })
}

function lookUpRow(ctx: Ctx, found: Case, proof: ReturnType<typeof proofOf>): Statement {
  return {
    text: `insert into look_up (id, work_item_id, party_id, source, purpose, component, status, query_id, result, result_hash, asked_by, asked_post, system, unit_id, at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    values: [
      newId(Date.parse(ctx.now)),
      found.id,
      found.applicant,
      proof.source,
      found.procedure.code,
      proof.component,
      proof.status,
      proof.queryId,
      ctx.keys.sealJson(proof.result, 'look_up.result'),
      proof.hash,
      ctx.actor.id,
      ctx.actor.posts[0] ?? null,
      found.system,
      found.unit,
      proof.at,
    ],
  }
}

/** The entry that was chosen last. */
export const chosenQuestion = (ref: string): Statement => ({
  text: "select a.private from act a join work_item w on w.id = a.work_item_id where w.code = $1 and a.name = 'chooseEntry' order by a.seq desc limit 1",
  values: [ref],
})

export function chosenFrom(ctx: Pick<Ctx, 'keys'>, answer: Answer | undefined): EntryFound | undefined {
  const [row] = rowsOf<{ private: Buffer | null }>(answer)
  return row?.private ? ctx.keys.openJson<{ entry: EntryFound }>(row.private, 'act.private').entry : undefined
}

/** Whether papers of this case are copies of a register entry that somebody must choose first. */
export function copiesEntry({ procedure }: Pick<Case, 'procedure'>): boolean {
  return procedure.results.some(({ copies }) => copies !== undefined)
}
