import assert from 'node:assert/strict'
import { readEntry } from '#modules/national'
import { noOverlay, publishDerived, words } from '#modules/procedures'
import { publishedRow } from './policy/national.ts'
import type { WebWorld } from './web-world.ts'

/** Publishes a procedure over whose row the province has set a level, a receiving place and a note; its page. */
export async function withLocalTerms(w: WebWorld): Promise<string> {
  const read = readEntry(publishedRow('9.000001'), 1)
  assert.ok('row' in read)
  const ground = { basis: 'Quyết định mẫu 12', validFrom: '2026-01-01' }
  const overlay = {
    ...noOverlay,
    levels: [{ ...ground, level: 'part' as const }],
    places: [{ ...ground, unit: '09187-BD', name: words('Bưu điện văn hóa phường', 'Post office of the ward'), unverified: true as const }],
    texts: [{ ...ground, of: 'note' as const, text: words('Gọi trước khi đến', 'Call before you come') }],
  }
  const published = await publishDerived(w.as(w.province.procedureOfficer, { now: w.clock() }), {
    row: read.row,
    routedHere: true,
    overlay,
  })
  assert.ok(published.ok)
  return '/thu-tuc/9.000001'
}
