import type { Ctx } from '#platform/act'
import type { Id } from '#platform/id'
import { sealedAt } from './person.ts'

/**
 * The names behind accounts, as far as the actor may know them: officials know each other, a citizen knows himself. An account whose
 * name is not the actor's to know is left out.
 */
export async function namesOf(ctx: Ctx, accounts: readonly Id[]): Promise<Map<Id, string>> {
  if (accounts.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .where('account.id', 'in', accounts)
    .select(['account.id', 'person.name'])
    .execute()
  return new Map(rows.map((row) => [row.id, ctx.keys.openText(row.name, sealedAt.name)]))
}
