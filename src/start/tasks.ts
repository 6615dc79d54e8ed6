import type { Tasks } from '#platform/jobs'
import { type Channels, deliver } from '#modules/notices'

/** Every kind of work that is left for later, by the name under which it is enqueued. */
export function tasksOf(dossiers: Tasks, { channels }: { channels: Channels }): Tasks {
  return {
    ...dossiers,
    'deliver-notice': (ctx, { notice = '' }) => deliver(ctx, channels, notice),
    'prepare-receipt': async () => {},
  }
}
