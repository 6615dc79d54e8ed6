import { endUse, useFile } from '#modules/papers'
import type { Ctx } from '#platform/act'
import type { Statement } from '#platform/db'
import type { Id } from '#platform/id'
import type { Case } from './case.ts'

/** A stored file and the component or field under which it belongs to the dossier. */
export type Brought = { file: Id; component: string }

type Home = Pick<Case, 'id' | 'system' | 'unit'>

/** Makes stored files part of a case. The bytes were verified before. */
export function attach(ctx: Ctx, files: readonly Brought[], found: Home, act: Id): Statement[] {
  return files.flatMap((one) => useFile({ ...one, item: found.id, act, system: found.system, unit: found.unit, at: ctx.now }))
}

/** Ends the use of files that newer ones replace; they stay until their time is over. */
export function detach(ctx: Ctx, files: readonly Brought[], found: Home, act: Id): Statement[] {
  return files.map((one) => endUse({ ...one, item: found.id, act, system: found.system, unit: found.unit, at: ctx.now }))
}
