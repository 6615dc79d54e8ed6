import { nationalPortal, nationalRow } from '#modules/national'
import type { Ctx } from '#platform/act'

/** Where a procedure is filed at the National Portal: its own page where that is known, else the front door. */
export async function portalLink(ctx: Pick<Ctx, 'pool' | 'actor'>, code: string): Promise<string> {
  return (await nationalRow(ctx, code))?.row.url ?? nationalPortal
}
