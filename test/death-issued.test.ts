import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deliver, getCase } from '#modules/dossiers'
import { lookUpDeathNote, lookUpResidence } from '#modules/sharing'
import { personCalled } from '#sandbox'
import { assertWhole } from './audit-after.ts'
import { birthWorld } from './birth.ts'
import { deathAnswers } from './death.ts'
import { readPaper } from './read-paper.ts'
import { carryToSeal, fileAny, sealedPaper } from './registry-case.ts'

test('a death goes from the family to a twice-signed extract that holds every line; the population database hears of it', async (t) => {
  const w = await birthWorld(t)
  const suu = personCalled('suu')
  const asking = { queryId: '0199b3f0-0000-7000-8000-00000000000a', purpose: '1.000656', now: () => w.now }
  assert.equal((await lookUpResidence(w.sources.population, asking, { number: suu.number })).status, 'match')

  const { code } = await fileAny(w, { procedure: '1.000656', answers: deathAnswers() })
  await carryToSeal(w, code)
  const { text, signatures, valid } = await readPaper(await sealedPaper(w, code))
  assert.deepEqual([signatures, valid], [2, 2])
  for (const line of [
    'TRÍCH LỤC KHAI TỬ',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Số: 01/2026/TLKT',
    'Họ, chữ đệm, tên: HOÀNG VĂN SỬU',
    'Ngày, tháng, năm sinh: 1949',
    'Giới tính: Nam',
    'Dân tộc: Kinh',
    'Quốc tịch: Việt Nam',
    `Số định danh cá nhân: ${suu.number}`,
    'Giấy tờ tùy thân:',
    'Đã chết vào lúc: 05 giờ 40 phút, ngày 17/11/2026',
    'Ngày mười bảy tháng mười một năm hai nghìn không trăm hai mươi sáu',
    'Nơi chết: Bệnh viện Đa khoa mẫu Bắc Ninh,',
    'Đã được đăng ký khai tử tại: Ủy ban nhân dân phường Kinh Bắc',
    'Số: 01/2026',
    'Ngày: 20/11/2026',
    'Ghi chú:',
    'NGƯỜI KÝ TRÍCH LỤC',
  ])
    assert.ok(text.includes(line), `${line}\n${text}`)
  assert.ok(!text.includes('Suy tim'), 'the cause stands in the register alone')

  const entry = await w.db.selectFrom('register_entry').select(['book', 'year', 'number']).executeTakeFirstOrThrow()
  assert.deepEqual(entry, { book: 'death', year: 2026, number: 1 })
  assert.equal((await lookUpResidence(w.sources.population, asking, { number: suu.number })).status, 'missing')
  assert.equal((await deliver(w.as(w.a.receptionist), code, 'online')).status, 'delivered')
  assert.equal((await getCase(w.as(w.hong), code)).status, 'delivered')
  await assertWhole(w)
})

test('the health service tells of a death notice only to whoever names number, name and birth date', async (t) => {
  const w = await birthWorld(t)
  const { number, name, bornOn } = personCalled('suu')
  const asking = { queryId: '0199b3f0-0000-7000-8000-00000000000b', purpose: '1.000656', now: () => w.now }
  const ask = (asked: { number: string; name: string; bornOn: string }) => lookUpDeathNote(w.sources.health, asking, asked)
  const found = await ask({ number, name, bornOn })
  assert.deepEqual([found.status, found.fields?.number, found.fields?.diedAt], ['match', '00001.GBT.99027.26', '05:40'])
  assert.equal((await ask({ number, name, bornOn: '1950' })).status, 'missing')
  assert.equal((await ask({ number, name: 'Hoàng Văn Tý', bornOn })).status, 'missing')
  w.sandbox.setMode('health', 'dead')
  assert.equal((await ask({ number, name, bornOn })).status, 'unavailable')
})
