import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withLocalTerms } from './local-terms.ts'
import { textOf } from './visitor.ts'
import { webWorld } from './web-world.ts'

test('places, level and notes that the province set stand on the page, with their ground and what is done in person', async (t) => {
  const w = await webWorld(t)
  const text = textOf((await (await w.visitor()).get(await withLocalTerms(w))).html)
  assert.match(text, /Làm ở đâu Một phần trên mạng/)
  assert.match(text, /Một phần: có việc phải đến trực tiếp .*Quyết định mẫu 12/)
  assert.match(text, /Bưu điện văn hóa phường Cũng tiếp nhận thủ tục này\. Quyết định mẫu 12 · chưa đối chiếu/)
  assert.match(text, /Gọi trước khi đến/)
})
