import assert from 'node:assert/strict'
import { test } from 'node:test'
import { confirmDraft, getCase } from '#modules/dossiers'
import { axe } from '../browser.ts'
import { readPaper } from '../read-paper.ts'
import { sealedPaper, sealFrom } from '../registry-case.ts'
import { webWorld } from '../web-world.ts'
import { answerPage, beginForm, sendForm, textOn } from './walk-form.ts'

test('on a phone a mother asks for copies of her birth entry; the office finds it, takes the fee, and hands it over', async (t) => {
  const w = await webWorld(t, { seen: true })
  const page = await w.page(w.hong, { width: 360 })
  await page.goto('/thu-tuc/2.000635')
  assert.match(await textOn(page), /Phí cấp bản sao trích lục hộ tịch: 1 bản × 8\.000 đ/)
  await beginForm(page, '2.000635')
  await answerPage(page, { relation: 'self' })
  await answerPage(page, { kind: 'birth', copyForm: 'extract' })
  // Name, birth date and number are known from VNeID: the page about the person is not shown.
  await answerPage(page, { 'registeredAt-noi': 'kinh bac' })
  await answerPage(page, { copies: '3', receiveBy: 'counter' })
  await answerPage(page, { truthful: 'yes' })
  assert.match(page.url(), /xem-lai$/)
  const review = await textOn(page)
  assert.match(review, /Phí cấp bản sao trích lục hộ tịch 24\.000 đ 3 bản × 8\.000 đ Tổng cộng 24\.000 đ/)
  assert.deepEqual(await axe(page), [])
  const code = await sendForm(page)

  const office = await w.page(w.a.receptionist, { width: 1280 })
  await office.goto(`/viec/${code}`)
  assert.match(await textOn(office), /Chưa ghi nhận đã thu/)
  await Promise.all([office.waitForURL(/xong=nhan/), office.getByRole('button', { name: 'Nhận hồ sơ' }).click()])

  const registry = await w.page(w.a.registrar, { width: 1280 })
  await registry.goto(`/viec/${code}`)
  await Promise.all([registry.waitForURL(/tra-so$/), registry.getByRole('link', { name: 'Tra sổ hộ tịch' }).click()])
  assert.match(await textOn(registry), /Số 57\/1998, quyển 01\/1998, ngày 02\/04\/1998/)
  await Promise.all([registry.waitForURL(/xong=tra-so/), registry.getByRole('button', { name: 'Dùng mục này' }).click()])
  await Promise.all([registry.waitForURL(/xong=de-xuat/), registry.getByRole('button', { name: 'Gửi bản nháp' }).click()])
  await confirmDraft(w.as(w.hong), code)
  await sealFrom(w, code)

  const { text, valid } = await readPaper(await sealedPaper(w, code))
  assert.equal(valid, 2)
  for (const line of ['TRÍCH LỤC KHAI SINH (BẢN SAO)', 'NGUYỄN THỊ HỒNG', 'NGUYỄN THỊ MÙI', 'Số: 57/1998', 'Quyển số: 01/1998'])
    assert.ok(text.includes(line), `${line}\n${text}`)

  await page.goto(`/ho-so/${code}`)
  assert.match(await textOn(page), /Nộp tại quầy, trước khi nhận kết quả/)
  assert.equal((await page.request.get(`/ho-so/${code}/ket-qua`)).status(), 409)
  await office.goto(`/viec/${code}/tra-ket-qua`)
  await office.getByRole('button', { name: 'Xác nhận đã trả' }).click()
  assert.match(await textOn(office), /Hồ sơ này còn khoản phải thu/)
  await office.goto(`/viec/${code}/thu-phi`)
  assert.equal(await office.inputValue('[name=amount]'), '24.000')
  await office.fill('[name=receipt]', '0004567')
  await office.fill('[name=amount]', '16.000')
  await office.getByRole('button', { name: 'Ghi lại' }).click()
  assert.match(await textOn(office), /Số đã thu khác số tính được/)
  await office.fill('[name=amount]', '24.000')
  await Promise.all([office.waitForURL(/xong=thu-phi/), office.getByRole('button', { name: 'Ghi lại' }).click()])
  assert.match(await textOn(office), /Biên lai 0004567: 24\.000 đ/)
  assert.deepEqual(await axe(office), [])
  await office.goto(`/viec/${code}/tra-ket-qua`)
  await Promise.all([office.waitForURL(/xong=tra-ket-qua/), office.getByRole('button', { name: 'Xác nhận đã trả' }).click()])
  assert.equal((await getCase(w.as(w.hong), code)).status, 'delivered')
  await page.goto(`/ho-so/${code}`)
  assert.equal((await page.request.get(`/ho-so/${code}/ket-qua`)).status(), 200)
  assert.match(await textOn(page), /Đã thu 24\.000 đ, biên lai 0004567/)
})
