import type { Tasks } from '#platform/jobs'
import { type Means, prepareReceipt } from '#modules/dossiers'
import { type Channels, deliver } from '#modules/notices'

/** Every kind of work that is left for later, by the name under which it is enqueued. */
export function tasksOf(dossiers: Tasks, { channels, means }: { channels: Channels; means: Means }): Tasks {
  return {
    ...dossiers,
    'deliver-notice': (ctx, { notice = '' }) => deliver(ctx, channels, notice),
    'prepare-receipt': (ctx, { item = '' }) => prepareReceipt(ctx, means, item),
  }
}
