import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { personCalled } from '#sandbox'
import { does } from '../office-act.ts'
import { readPaper } from '../read-paper.ts'
import { textOf } from '../visitor.ts'
import { type WebWorld, webWorld } from '../web-world.ts'
import { goOn } from './walk-form.ts'

/** Lan of Vũ Ninh opens a pottery shop in Kinh Bắc, under a name that somebody has; on a phone. */
async function fileOnPhone(w: WebWorld): Promise<{ page: Page; code: string }> {
  const page = await w.page(w.somebody('lan'), { width: 360 })
  await page.goto('/nop/1.001612?tim=kinh%20bac')
  await page.check('[name=xa][value="09187"]')
  await page.click('form[method=post] .govuk-button')
  await page.waitForURL(/\/nguoi-nop$/)
  await page.check('[name=filer][value=owner]')
  await goOn(page, /\/chu-ho$/)
  await page.check('[name=founders][value=individual]')
  await page.check('[name=ownerSex][value=female]')
  await goOn(page, /\/ten$/)
  await page.fill('[name=businessName]', 'Hộ kinh doanh Gốm Phù Lãng')
  await page.fill('[name="headOffice-noi"]', 'Phường Kinh Bắc')
  await page.fill('[name="headOffice-detail"]', 'Số 15, phố Mẫu')
  await page.fill('[name=businessPhone]', '0900 990 003')
  await goOn(page, /\/nganh-nghe$/)
  await trade(page)
  await goOn(page, /\/thue$/)
  await page.check('[name=taxAt][value=office]')
  for (const [part, value] of Object.entries({ day: '1', month: '12', year: '2026' })) await page.fill(`[name="startsOn-${part}"]`, value)
  await page.fill('[name=employees]', '2')
  await page.check('[name=taxMethod][value=declared]')
  await goOn(page, /\/nhan-ket-qua$/)
  await page.check('[name=receiveBy][value=online]')
  await goOn(page, /\/cam-ket$/)
  for (const name of ['lawfulPlace', 'eligible', 'truthful']) await page.check(`[name=${name}]`)
  // The register knows the name: the form leads back to it and says so.
  await goOn(page, /\/xem-lai$|\/ten$/)
  await page.locator('.govuk-error-summary').waitFor()
  assert.match((await page.textContent('.govuk-error-summary')) ?? '', /đã có hộ kinh doanh mang tên đó/)
  await page.fill('[name=businessName]', 'Hộ kinh doanh Gốm Cô Lan')
  await goOn(page, /\/nganh-nghe$|\/xem-lai$/)
  await page.goto(page.url().replace(/[^/]+$/, 'xem-lai'))
  assert.match((await page.textContent('main')) ?? '', /150\.000/)
  await page.click('form[action$="/xem-lai"] .govuk-button')
  await page.waitForURL(/\/da-nop$/)
  const [, code = ''] = /\/ho-so\/([^/]+)\/da-nop$/.exec(page.url()) ?? []
  return { page, code }
}

async function trade(page: Page): Promise<void> {
  await page.fill('[name=mainSectorCode]', '4759')
  await page.fill('[name=mainSectorName]', 'Bán lẻ đồ gốm sứ')
  await page.click('button[name=_them][value=otherSectors]')
  await page.fill('[name="otherSectors.0.name"]', 'Dạy nặn gốm')
  await page.check('[name=conditional][value=no]')
  await page.fill('[name=capital]', '50.000.000')
}

async function office(t: TestContext) {
  const w = await webWorld(t, { seen: true })
  const [van, tuan, loan] = await Promise.all([w.a.businessRegistrar, w.a.economicChief, w.a.economicClerk].map((one) => w.visitor(one)))
  assert.ok(van && tuan && loan)
  return { w, van, tuan, loan }
}

test('a shop opened on a phone gets its code from the tax system, and a signed certificate', async (t) => {
  const { w, van, tuan, loan } = await office(t)
  const { page, code } = await fileOnPhone(w)
  assert.match(await does(van, code, 'nhan'), /Hẹn trả 17:00 thứ Năm/)
  assert.equal((await (await w.visitor(w.a.residenceOfficer)).get(`/viec/${code}`)).status, 404)
  await does(van, code, 'thu-phi', { kind: 'paid', receipt: 'KD-0001' }, '/thu-phi')
  await does(van, code, 'de-xuat', { opinion: 'Tên không trùng, đủ điều kiện' })
  await does(van, code, 'ghi-so')
  w.sandbox.setMode('tax', 'dead')
  await assert.rejects(w.runJobs())
  assert.match(textOf((await van.get(`/viec/${code}`)).html), /Chờ/)
  w.sandbox.setMode('tax', 'ok')
  await w.runJobs()
  await does(tuan, code, 'ky', {}, '/ky')
  await does(loan, code, 'phat-hanh')
  assert.match(await does(van, code, 'tra-ket-qua', { way: 'online' }, '/tra-ket-qua'), /Đã trả kết quả/)
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const result = await fetch(`${w.url}/ho-so/${code}/ket-qua`, { headers: { cookie } })
  const { text, valid } = await readPaper(new Uint8Array(await result.arrayBuffer()))
  assert.equal(valid, 2)
  for (const line of [
    'GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH',
    'Số: 01/2026',
    'mã số thuế: 8099990001',
    'HỘ KINH DOANH GỐM CÔ LAN',
    'Số 15, phố Mẫu, Phường Kinh Bắc, thành phố Bắc Ninh',
    'Bán lẻ đồ gốm sứ',
    'Dạy nặn gốm',
    '50.000.000 đồng',
    'Năm mươi triệu đồng',
    'PHẠM THỊ LAN',
    personCalled('lan').number,
    'TRƯỞNG PHÒNG',
    'Hoàng Minh Tuấn',
  ])
    assert.ok(text.includes(line), `${line}: ${text}`)
})
