import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readEntry } from '#modules/national'
import { noOverlay, publishDerived, words } from '#modules/procedures'
import { publishedRow } from './policy/national.ts'
import { textOf } from './visitor.ts'
import { webWorld } from './web-world.ts'

test('places, level and notes that the province set stand on the page, with their ground and what is done in person', async (t) => {
  const w = await webWorld(t)
  const read = readEntry(publishedRow('9.000001'), 1)
  assert.ok('row' in read)
  const ground = { basis: 'Quyết định mẫu 12', validFrom: '2026-01-01' }
  const overlay = {
    ...noOverlay,
    levels: [{ ...ground, level: 'part' as const }],
    places: [{ ...ground, unit: '09187-BD', name: words('Bưu điện văn hóa phường', 'Post office of the ward'), unverified: true as const }],
    texts: [{ ...ground, of: 'note' as const, text: words('Gọi trước khi đến', 'Call before you come') }],
  }
  const published = await publishDerived(w.as(w.province.procedureOfficer), { row: read.row, routedHere: true, overlay })
  assert.ok(published.ok)
  const text = textOf((await (await w.visitor()).get('/thu-tuc/9.000001')).html)
  assert.match(text, /Làm ở đâu Một phần trên mạng/)
  assert.match(text, /Một phần: có việc phải đến trực tiếp .*Quyết định mẫu 12/)
  assert.match(text, /Bưu điện văn hóa phường Cũng tiếp nhận thủ tục này\. Quyết định mẫu 12 · chưa đối chiếu/)
  assert.match(text, /Gọi trước khi đến/)
})
