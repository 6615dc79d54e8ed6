import { refuseUnless } from '#platform/act'
import type { Statement } from '#platform/db'
import type { Id } from '#platform/id'

/** One file serving one case as one of its papers. */
export type FileUse = { file: Id; item: Id; component: string; act: Id; system: string; unit: Id; at: string }

/** For the act that takes a file into a case. Behind the insert stands the guard: bytes that were swept meanwhile refuse the act. */
export function useFile(use: FileUse): Statement[] {
  return [
    {
      text: 'insert into file_use (file_id, work_item_id, component, act_id, system, unit_id, at) values ($1, $2, $3, $4, $5, $6, $7)',
      values: [use.file, use.item, use.component, use.act, use.system, use.unit, use.at],
    },
    refuseUnless('not exists (select from file_removal where file_id = $1)', [use.file], 'file-gone'),
  ]
}

/** For the act that puts another paper in its place. */
export function endUse(use: FileUse): Statement {
  return {
    text: 'insert into file_use_end (file_id, work_item_id, component, act_id, system, unit_id, at) values ($1, $2, $3, $4, $5, $6, $7)',
    values: [use.file, use.item, use.component, use.act, use.system, use.unit, use.at],
  }
}
