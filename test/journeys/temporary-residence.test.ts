import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { personCalled } from '#sandbox'
import { smallPdf } from '../birth.ts'
import { does } from '../office-act.ts'
import { readPaper } from '../read-paper.ts'
import { textOf } from '../visitor.ts'
import { type WebWorld, webWorld } from '../web-world.ts'
import { goOn } from './walk-form.ts'

async function fillDate(page: Page, name: string, [day, month, year]: readonly [string, string, string]): Promise<void> {
  await page.fill(`[name="${name}-day"]`, day)
  await page.fill(`[name="${name}-month"]`, month)
  await page.fill(`[name="${name}-year"]`, year)
}

/** Hiền of Nhã Nam, with her husband, moves into a rented room in Kinh Bắc; on a phone. */
async function fileOnPhone(w: WebWorld): Promise<{ page: Page; code: string }> {
  const page = await w.page(w.somebody('hien'), { width: 360 })
  await page.goto('/nop/1.004194?tim=kinh%20bac')
  await page.check('[name=xa][value="09187"]')
  await page.click('form[method=post] .govuk-button')
  await page.waitForURL(/\/nguoi-nop$/)
  await page.check('[name=forWhom][value=self]')
  await page.check('[name=kind][value=household]')
  await goOn(page, /\/nguoi-tam-tru$/)
  await page.check('[name=personSex][value=female]')
  await page.check('[name=naturalised][value=no]')
  await goOn(page, /\/cho-o$/)
  await page.fill('[name="dwelling-noi"]', 'Phường Kinh Bắc')
  await page.fill('[name="dwelling-detail"]', 'Số 20, tổ dân phố mẫu 2')
  await page.check('[name=dwellingKind][value=rent]')
  await fillDate(page, 'from', ['23', '11', '2026'])
  await fillDate(page, 'to', ['30', '11', '2026'])
  await page.click('.lt-buttons .govuk-button')
  await page.locator('.govuk-error-summary').waitFor()
  assert.match((await page.textContent('.govuk-error-summary')) ?? '', /Thời gian ở là 7 ngày/)
  await fillDate(page, 'to', ['22', '11', '2027'])
  await goOn(page, /\/ho$/)
  await household(page)
  await goOn(page, /\/dong-y$/)
  await page.check('[name=ownerConsent][value=vneid]')
  await page.fill('[name=ownerName]', 'Nguyễn Thị Mùi')
  await page.fill('[name=ownerId]', personCalled('mui').number)
  await goOn(page, /\/giay-to$/)
  await page.setInputFiles('[name=dwellingProof]', { name: 'hop-dong-thue.pdf', mimeType: 'application/pdf', buffer: smallPdf })
  await goOn(page, /\/le-phi$/)
  await page.check('[name=exemption][value=none]')
  await page.check('[name=receiveBy][value=online]')
  await goOn(page, /\/cam-doan$/)
  await page.check('[name=truthful]')
  await goOn(page, /\/xem-lai$/)
  assert.match((await page.textContent('main')) ?? '', /7\.000/)
  await page.click('form[action$="/xem-lai"] .govuk-button')
  await page.waitForURL(/\/da-nop$/)
  const [, code = ''] = /\/ho-so\/([^/]+)\/da-nop$/.exec(page.url()) ?? []
  return { page, code }
}

/** The husband as somebody who moves along: added, taken away again, added anew. */
async function household(page: Page): Promise<void> {
  await page.check('[name=household][value=own]')
  await page.click('button[name=_them][value=people]')
  await page.locator('[name="people.0.name"]').waitFor()
  await page.click('button[name=_xoa][value="people.0"]')
  await page.locator('[name="people.0.name"]').waitFor({ state: 'detached' })
  await page.click('button[name=_them][value=people]')
  const husband = personCalled('thai')
  await page.fill('[name="people.0.name"]', husband.name)
  await fillDate(page, 'people.0.bornOn', ['19', '9', '1997'])
  await page.check('[name="people.0.sex"][value=male]')
  await page.fill('[name="people.0.citizenId"]', husband.number)
  await page.check('[name="people.0.relation"][value=spouse]')
  await page.check('[name=minors][value=no]')
}

async function office(t: TestContext) {
  const w = await webWorld(t, { seen: true })
  const [dung, hoa, ngan] = await Promise.all([w.a.residenceOfficer, w.a.policeChief, w.a.policeClerk].map((one) => w.visitor(one)))
  assert.ok(dung && hoa && ngan)
  return { w, dung, hoa, ngan }
}

test('a couple registers a stay on a phone; the police decide, the database takes it on, the signed notice comes', async (t) => {
  const { w, dung, hoa, ngan } = await office(t)
  const { page, code } = await fileOnPhone(w)
  assert.match(code, /^09187-CA-261120-\d{4}$/)
  assert.match(textOf((await dung.get('/viec')).html), /Lương Thị Hiền/)
  // Three working days from Friday: Saturday morning, Monday; Tuesday 24/11 is a holiday, so Wednesday.
  assert.match(await does(dung, code, 'nhan'), /Hẹn trả 17:00 thứ Tư/)
  for (const stranger of [w.a.registrar, w.a.supervisor, w.b.residenceOfficer, w.a.businessRegistrar])
    assert.ok([403, 404].includes((await (await w.visitor(stranger)).get(`/viec/${code}`)).status), stranger.key)
  await does(dung, code, 'de-xuat', { opinion: 'Đủ điều kiện' })
  assert.match(await does(hoa, code, 'ky', {}, '/ky'), /Đã ký lúc/)
  w.sandbox.setMode('population', 'dead')
  await assert.rejects(w.runJobs())
  assert.notEqual((await ngan.send(`/viec/${code}`, '/nhan').catch(() => undefined))?.status, 303)
  w.sandbox.setMode('population', 'ok')
  await w.runJobs()
  assert.match(await does(ngan, code, 'phat-hanh'), /Đã phát hành/)
  assert.match(await does(dung, code, 'thu-phi', { kind: 'paid', receipt: 'CA-0001' }, '/thu-phi'), /7\.000 đ/)
  assert.match(await does(dung, code, 'tra-ket-qua', { way: 'online' }, '/tra-ket-qua'), /Đã trả kết quả/)
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const result = await fetch(`${w.url}/ho-so/${code}/ket-qua`, { headers: { cookie } })
  const { text, valid } = await readPaper(new Uint8Array(await result.arrayBuffer()))
  assert.equal(valid, 2)
  for (const line of [
    'CÔNG AN PHƯỜNG KINH BẮC',
    'LƯƠNG THỊ HIỀN',
    personCalled('hien').number,
    'Số 20, tổ dân phố mẫu 2, Phường Kinh Bắc, thành phố Bắc Ninh',
    'từ ngày 23/11/2026 đến ngày 22/11/2027',
    'Hoàng Văn Thái',
    'TRƯỞNG CÔNG AN PHƯỜNG',
    'Trịnh Văn Hòa',
  ])
    assert.ok(text.includes(line), line)
})

test('without script: her own flat is in the land data, poor households pay nothing, and a refusal is read with its ground', async (t) => {
  const w = await webWorld(t)
  const hien = await w.visitor(w.somebody('hien'))
  const begun = await hien.send('/nop/1.004194?tim=kinh%20bac', '/nop/1.004194', { xa: '09187' })
  const draft = begun.location?.replace(/\/[^/]+$/, '') ?? ''
  const page = async (name: string, answers: Record<string, string>) => {
    const sent = await hien.send(`${draft}/${name}`, `${draft}/${name}`, answers)
    assert.equal(sent.status, 303, `${name}: ${textOf(sent.html).slice(0, 600)}`)
    return sent.location?.replace(`${draft}/`, '')
  }
  await page('nguoi-nop', { forWhom: 'self', kind: 'household' })
  await page('nguoi-tam-tru', { personSex: 'female', naturalised: 'no' })
  const term = { 'from-day': '23', 'from-month': '11', 'from-year': '2026', 'to-day': '22', 'to-month': '11', 'to-year': '2028' }
  await page('cho-o', { 'dwelling-noi': 'kinh bac', 'dwelling-detail': 'căn 1204, Nhà mẫu A', dwellingKind: 'own', ...term })
  // Neither the owner’s consent nor a proof of the dwelling is asked: she is the owner, and the data knows it.
  assert.equal(await page('ho', { household: 'own', minors: 'no' }), 'le-phi')
  await page('le-phi', { exemption: 'poor', receiveBy: 'online' })
  await page('cam-doan', { truthful: 'yes' })
  const review = textOf((await hien.get(`${draft}/xem-lai`)).html)
  assert.match(review, /Người thuộc hộ nghèo/)
  const filed = await hien.send(`${draft}/xem-lai`, '/xem-lai')
  const [, code = ''] = /^\/ho-so\/([^/]+)/.exec(filed.location ?? '') ?? []
  const [dung, hoa] = [await w.visitor(w.a.residenceOfficer), await w.visitor(w.a.policeChief)]
  await does(dung, code, 'nhan')
  assert.match(textOf((await dung.get(`/viec/${code}`)).html), /Giấy tờ chứng minh chỗ ở hợp pháp: .*dữ liệu/)
  await does(dung, code, 'tu-choi', { ground: 'TR08' }, '/tu-choi')
  await does(hoa, code, 'duyet')
  await w.runJobs()
  const seen = textOf((await hien.get(`/ho-so/${code}`)).html)
  assert.match(seen, /[Tt]ừ chối/)
  assert.match(seen, /Chỗ ở thuộc nơi không được đăng ký tạm trú/)
})
