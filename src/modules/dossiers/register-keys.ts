import type { Ctx } from '#platform/act'
import type { Statement } from '#platform/db'
import { fold } from '#platform/text'
import type { Case } from './case.ts'

/** Under what an entry is found: the event, the name as it sounds, the year of birth. Precise dates are compared in the open entry. */
export function registerKey({ keys }: Pick<Ctx, 'keys'>, event: string, name: string, bornOn: string): Buffer {
  return keys.lookUpKey('register', `${event}\n${fold(name)}\n${bornOn.slice(0, 4)}`)
}

/** The rows by which the entry that was just written is found again. */
export function keysOfEntry(ctx: Ctx, found: Case): Statement[] {
  const [result] = found.procedure.results
  const reports = result?.reports
  const { answers } = found.filed
  return (reports?.subjects ?? []).flatMap(({ name, bornOn }): Statement[] => {
    const [called, born] = [answers[name], answers[bornOn]]
    if (reports === undefined || typeof called !== 'string' || typeof born !== 'string') return []
    return [
      {
        text: `insert into register_key (entry_id, key, work_item_id, system, unit_id)
               select e.id, $2, e.work_item_id, e.system, e.unit_id from register_entry e where e.work_item_id = $1 on conflict do nothing`,
        values: [found.id, registerKey(ctx, reports.event, called, born)],
      },
    ]
  })
}
