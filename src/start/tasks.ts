import { dossierTasks, isFormKind, issueForm, type Means, prepareReceipt, type Sources } from '#modules/dossiers'
import { type Channels, deliver } from '#modules/notices'
import { rescanFiles, sweepFiles } from '#modules/papers'
import type { Signing } from '#modules/signing'
import { checkpointEveryMs, checkpointTask } from '#platform/audit'
import { asActor } from '#platform/db'
import type { Tasks } from '#platform/jobs'

const minute = 60_000
const day = 24 * 60 * minute

/** Work that comes round by itself, with its interval in milliseconds. */
export const periodic = { checkpoint: checkpointEveryMs, 'sweep-files': day, 'rescan-files': 10 * minute, 'forget-keys': day } as const

/** What the tasks need from outside. */
export type Outside = { channels: Channels; sources: Sources; means: Means; checkpoints: string; signing: Signing }

/** Every kind of work that is left for later, by the name under which it is enqueued. */
export function tasksOf({ channels, sources, means, checkpoints, signing }: Outside): Tasks {
  return {
    ...dossierTasks(sources),
    'deliver-notice': (ctx, { notice = '' }) => deliver(ctx, channels, notice),
    'prepare-receipt': (ctx, { item = '' }) => prepareReceipt(ctx, means, item),
    'issue-form': async (ctx, { item = '', form }) => {
      if (isFormKind(form)) await issueForm(ctx, means, item, form)
    },
    checkpoint: checkpointTask({ folder: checkpoints, stamp: async (bytes) => stampOf(signing, bytes) }),
    'sweep-files': (ctx) => sweepFiles(ctx, means.vault),
    'rescan-files': (ctx) => rescanFiles(ctx, means.vault),
    'forget-keys': (ctx) =>
      ctx.pool.trip([
        asActor(ctx.actor),
        { text: "delete from idempotency_key where at < $1::timestamptz - interval '7 days'", values: [ctx.now] },
        { text: "delete from attempt where at < $1::timestamptz - interval '2 days'", values: [ctx.now] },
      ]),
  }
}

async function stampOf(signing: Signing, bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const stamped = await signing.trust.stamp(bytes)
  return stamped.ok ? stamped.token : undefined
}
