import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarChanged, dayOf } from '#modules/rules'
import { servingOf } from '../src/web/portal/serving.ts'
import { world } from './world.ts'

const saturday = '2026-11-28'

test('offices of one kind that share their hours tell the day before a commune is chosen; when one differs, the common calendar does', async (t) => {
  const w = await world(t)
  const police = { counter: 'communePolice' } as const
  const shared = await servingOf(w.as(w.hong), police)
  assert.deepEqual([shared.differs, dayOf(shared.calendar, saturday).minutes > 0, shared.counters.length], [undefined, true, 0])
  await w.owner.trip([
    {
      text: `insert into office_hours (unit_id, weekday, opens, closes, valid_from, source)
        select id, 6, '13:30', '16:30', '2026-01-01', 'Thông báo mẫu' from unit where code = '07306-CA' or code = '09193-CA'`,
      values: [],
    },
  ])
  calendarChanged(w.as(w.hong))
  const apart = await servingOf(w.as(w.hong), police)
  assert.deepEqual([apart.differs, dayOf(apart.calendar, saturday).minutes], [true, 0])
  const chosen = await servingOf(w.as(w.hong), police, '09187')
  assert.deepEqual([chosen.differs, dayOf(chosen.calendar, saturday).minutes > 0], [undefined, true])
  assert.deepEqual(
    chosen.counters.map(({ name }) => name),
    ['Công an phường Kinh Bắc'],
  )
})
