import { sealedAt } from '#modules/identity'
import type { Ctx } from '#platform/act'
import { ask, rowsOf } from '#platform/db'
import { applicantOf } from '../applicant.ts'
import type { Case } from '../case.ts'

/** Beside the applicant: who handed it in and who helped where that is somebody else, and the official who took it in at a counter. */
export type NamedOnReceipt = { submitter?: string; helper?: string; receiver: string }

const receiver = `select p.name from act a join account k on k.id = a.actor_id join person p on p.id = k.person_id
  where a.work_item_id = $1 and a.name = 'receive' and a.params ? 'counter' order by a.seq desc limit 1`

/** The people whom Mẫu 01 names. */
export async function namedOnReceipt(ctx: Ctx, { id, channel, applicant, submitter, helper }: Case): Promise<NamedOnReceipt> {
  if (channel !== 'counter') return { receiver: '' }
  const nameOf = async (party: string | null) => (party === null || party === applicant ? undefined : (await applicantOf(ctx, party)).name)
  const [handedIn, helped, answer] = await Promise.all([
    nameOf(submitter),
    nameOf(helper),
    ask(ctx.pool, ctx.actor, [{ text: receiver, values: [id] }]),
  ])
  const [row] = rowsOf<{ name: Buffer }>(answer[0])
  return {
    ...(handedIn !== undefined && { submitter: handedIn }),
    ...(helped !== undefined && { helper: helped }),
    receiver: row === undefined ? '' : ctx.keys.openText(row.name, sealedAt.name),
  }
}
