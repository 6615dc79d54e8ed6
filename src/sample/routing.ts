import type { Instant } from '#platform/clock'
import type { Statement } from '#platform/db'
import { newId } from '#platform/id'

/** What the sample province decided by hand: a counter of the commune police takes temporary residence through this system. */
const choices = [
  {
    code: '1.004194',
    reason: 'Bản mẫu: Công an cấp xã phối hợp với Trung tâm Phục vụ hành chính công, tiếp nhận qua hệ thống này',
    from: '2025-07-01',
    by: 'thutuc.tinh',
  },
] as const

export function routingRows(now: Instant): Statement[] {
  return choices.map(({ code, reason, from, by }) => ({
    text: `insert into routing_choice (id, code, target, reason, valid_from, decided_by, decided_at)
           select $1, $2, 'ours', $3, $4, id, $5 from account where login = $6`,
    values: [newId(Date.parse(now)), code, reason, from, now, by],
  }))
}
