import { frontOf } from '#modules/finding'
import { nationalPortal, nationalRow } from '#modules/national'
import { inForce, type Procedure } from '#modules/procedures'
import { type Ctx, Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Services } from './services.ts'

/** Where a procedure is filed at the National Portal: its own page where that is known, else the front door. */
export async function portalLink(ctx: Pick<Ctx, 'pool' | 'actor'>, code: string): Promise<string> {
  return (await nationalRow(ctx, code))?.row.url ?? nationalPortal
}

/** The procedure in force. @throws Refusal 404 where there is none, 409 with the link where it is filed at the National Portal */
export async function filedHere(ctx: Ctx, code: string, services: Pick<Services, 'sample'>): Promise<Procedure> {
  const procedure = await inForce(ctx, code, localDate(ctx.now))
  if (procedure === undefined) throw new Refusal(404, 'no-such-procedure')
  if ((await frontOf(ctx, code, services)) === 'own') return procedure
  throw new Refusal(409, 'filed-at-national-portal', { link: await portalLink(ctx, code) })
}
