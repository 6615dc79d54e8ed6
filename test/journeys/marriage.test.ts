import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { chooseTime, confirmDraft, offerTimes, propose, receive } from '#modules/dossiers'
import { personCalled } from '#sandbox'
import { marriageAt } from '../at-appointment.ts'
import { axe } from '../browser.ts'
import { readPaper } from '../read-paper.ts'
import { sealedPaper } from '../registry-case.ts'
import { webWorld } from '../web-world.ts'

async function next(page: Page): Promise<void> {
  const before = page.url()
  await Promise.all([page.waitForURL((url) => url.href !== before), page.click('#cau-hoi .lt-buttons .govuk-button')])
}

async function press(page: Page, button: string, after: RegExp): Promise<void> {
  await Promise.all([page.waitForURL(after), page.getByRole('button', { name: button, exact: true }).click()])
}

async function typeDate(page: Page, name: string, [year = '', month = '', day = '']: string[]): Promise<void> {
  for (const [part, typed] of Object.entries({ day, month, year })) await page.fill(`[name=${name}-${part}]`, typed)
}

test('on a phone: she names herself by VNeID and him by three facts, files, picks a time and puts it into her calendar', async (t) => {
  const w = await webWorld(t, { seen: true })
  const [yen, khoa] = [w.somebody('yen'), personCalled('khoa')]
  const page = await w.page(yen, { width: 360 })
  await page.goto('/nop/1.000894')
  await Promise.all([page.waitForURL(/nguoi-nop/), page.click('form[action="/nop/1.000894"][method=post] button')])
  await page.check('[name=relation][value=wife]')
  await next(page)
  assert.match(page.url(), /ben-nam$/, 'what the databases know of her is not asked')
  await page.fill('[name=husbandId]', khoa.number)
  await page.fill('[name=husbandName]', khoa.name)
  await typeDate(page, 'husbandBornOn', khoa.bornOn.split('-'))
  await next(page)
  assert.match(page.url(), /hon-nhan-nam$/, 'nor where he lives')
  await page.check('[name=husbandStatus][value=never]')
  await page.fill('[name=husbandTimes]', '1')
  assert.deepEqual(await axe(page), [])
  await next(page)
  await next(page)
  await page.check('[name=freeWill]')
  await page.check('[name=truthful]')
  await next(page)
  assert.match(page.url(), /xem-lai$/)
  assert.match((await page.textContent('main')) ?? '', /Lấy từ CSDL hộ tịch/)
  await Promise.all([page.waitForURL(/da-nop$/), page.click('form[action$="xem-lai"] button')])
  const [, code = ''] = /ho-so\/([^/]+)\//.exec(page.url()) ?? []

  await receive(w.as(w.a.receptionist), code)
  await propose(w.as(w.a.registrar), code, '')
  await confirmDraft(w.as(yen), code)
  await offerTimes(w.as(w.a.registrar), code, ['2026-11-23T01:30:00.000Z', '2026-11-25T07:00:00.000Z'])
  await page.goto(`/ho-so/${code}`)
  await page.getByRole('link', { name: 'Chọn giờ hẹn' }).first().click()
  await press(page, 'Giữ giờ này', /hen$/)
  assert.match((await page.textContent('main')) ?? '', /Chọn một giờ, hoặc xin giờ khác/)
  await page.check('[name=gio] >> nth=0')
  await press(page, 'Giữ giờ này', /sau=hen/)
  assert.match((await page.textContent('main')) ?? '', /Lịch hẹn: 08:30 thứ Hai 23\/11\/2026/)
  const file = await page.request.get(`/ho-so/${code}/hen.ics`)
  assert.match(await file.text(), /BEGIN:VEVENT\r\n(.*\r\n)*DTSTART:20261123T013000Z\r\nDTEND:20261123T020000Z/)
})

test('at the office: times are offered, one of them does not come, another is agreed, both come; entered, signed, sealed', async (t) => {
  const w = await webWorld(t, { seen: true })
  const { code } = await marriageAt(w, 'toOffer')
  let registrar = await w.page(w.a.registrar)
  await registrar.goto(`/viec/${code}`)
  assert.match((await registrar.textContent('h1')) ?? '', /Ngô Thị Yến – Đào Anh Khoa/)
  await registrar.goto(`/viec/${code}/de-nghi-gio`)
  const first = await registrar.inputValue('[name=time]:checked >> nth=0')
  await press(registrar, 'Gửi giờ hẹn', /xong=de-nghi-gio/)
  await chooseTime(w.as(w.hong), code, first)

  // Days later nobody is signed in any more.
  w.setNow('2026-11-23T09:30:00.000Z')
  registrar = await w.page(w.a.registrar)
  await registrar.goto(`/viec/${code}/vang-mat`)
  await registrar.getByLabel('Đào Anh Khoa').check()
  await press(registrar, 'Ghi nhận vắng mặt, hẹn lại', /xong=vang-mat/)
  await registrar.goto(`/viec/${code}/de-nghi-gio`)
  for (const box of await registrar.locator('[name=time]').all()) await box.uncheck()
  await typeDate(registrar, 'own', ['2026', '11', '25'])
  await registrar.fill('[name=ownHour]', '14:30')
  await registrar.check('[name=agreed][value=agreed]')
  await press(registrar, 'Gửi giờ hẹn', /xong=de-nghi-gio/)

  w.setNow('2026-11-25T07:40:00.000Z')
  registrar = await w.page(w.a.registrar)
  await registrar.goto(`/viec/${code}/co-mat`)
  await registrar.getByLabel('Ngô Thị Yến').check()
  await press(registrar, 'Ghi nhận có mặt đủ', /co-mat$/)
  assert.match((await registrar.textContent('main')) ?? '', /Phải có mặt đủ/)
  for (const box of await registrar.locator('[name=appeared], [name=confirmed]').all()) await box.check()
  await press(registrar, 'Ghi nhận có mặt đủ', /xong=co-mat/)
  await Promise.all([registrar.waitForURL(/xong=ghi-so/), registrar.click('form[action$="/ghi-so"] button')])

  const [chair, clerk] = [await w.page(w.a.chair), await w.page(w.a.clerk)]
  await chair.goto(`/viec/${code}/ky`)
  await Promise.all([chair.waitForURL(/xong=ky/), chair.click('form[action$="/ky"] button')])
  await clerk.goto(`/viec/${code}`)
  await Promise.all([clerk.waitForURL(/xong=phat-hanh/), clerk.click('form[action$="/phat-hanh"] button')])
  const { text, signatures, valid } = await readPaper(await sealedPaper(w, code))
  assert.deepEqual([signatures, valid], [2, 2])
  assert.match(text, /NGÔ THỊ YẾN .*ĐÀO ANH KHOA .*25\/11\/2026/)
})

test('a status certificate: three taps where the data knows, an earlier residence is asked, and a false word is refused with ground and basis', async (t) => {
  const w = await webWorld(t, { seen: true })
  const long = w.somebody('long')
  const page = await w.page(long, { width: 360 })
  await page.goto('/nop/1.004873')
  await Promise.all([page.waitForURL(/nguoi-nop/), page.click('form[action="/nop/1.004873"][method=post] button')])
  await page.check('[name=relation][value=self]')
  await next(page)
  assert.match(page.url(), /thoi-gian$/, 'who he is and that he is divorced is known')
  await page.check('[name=covers][value=periods]')
  await page.fill('[name=firstPlace-noi]', 'vu ninh')
  await typeDate(page, 'firstFrom', ['2010', '2', '1'])
  await typeDate(page, 'firstTo', ['2018', '5', '31'])
  await page.check('[name=secondPeriod][value=no]')
  await next(page)
  await page.check('[name=purpose][value=other]')
  await page.fill('[name=purposeDetail]', 'Làm thủ tục chuyển nhượng nhà đất')
  await page.fill('[name=sheets]', '1')
  await next(page)
  await page.check('[name=issuedBefore][value=no]')
  await next(page)
  await page.check('[name=exemption][value=none]')
  await next(page)
  await page.check('[name=receiveBy][value=online]')
  await page.check('[name=truthful]')
  assert.deepEqual(await axe(page), [])
  await next(page)
  assert.match((await page.textContent('main')) ?? '', /145\/2023\/QĐST-HNGĐ/)
  await Promise.all([page.waitForURL(/da-nop$/), page.click('form[action$="xem-lai"] button')])
  const [, code = ''] = /ho-so\/([^/]+)\//.exec(page.url()) ?? []

  const [receptionist, registrar] = [await w.page(w.a.receptionist), await w.page(w.a.registrar)]
  await receptionist.goto(`/viec/${code}`)
  await press(receptionist, 'Nhận hồ sơ', /xong=nhan/)
  await registrar.goto(`/viec/${code}/hoi-don-vi-khac`)
  assert.equal(await registrar.inputValue('[name=toUnit]'), w.units.b, 'the earlier residence is proposed')
  await press(registrar, 'Gửi câu hỏi', /xong=hoi-don-vi-khac/)
  await w.runJobs()
  const question = await w.db.selectFrom('work_item').select('code').where('kind', '=', 'consultation').executeTakeFirstOrThrow()
  const asked = await w.page(w.b.registrar)
  await asked.goto(`/viec/${question.code}`)
  assert.match((await asked.textContent('main')) ?? '', /Trịnh Văn Long/)
  await asked.check('[name=outcome][value=found]')
  await asked.fill('[name=text]', 'Số 9/2015: đăng ký kết hôn lần hai, chưa ghi chú ly hôn')
  await asked.click('form[action$="/tra-loi"] button')
  await w.runJobs()

  await registrar.goto(`/viec/${code}`)
  assert.match((await registrar.textContent('main')) ?? '', /Có trong sổ/)
  await registrar.goto(`/viec/${code}/tu-choi`)
  await registrar.check('[name=ground][value=HN01]')
  await Promise.all([registrar.waitForURL(/xong=tu-choi/), registrar.click('form[action$="/tu-choi"] button')])
  const supervisor = await w.page(w.a.supervisor)
  await supervisor.goto(`/viec/${code}`)
  await Promise.all([supervisor.waitForURL(/xong=duyet/), supervisor.click('form[action$="/duyet"] button')])
  await page.goto(`/ho-so/${code}`)
  assert.match((await page.textContent('main')) ?? '', /Hồ sơ không được giải quyết/)
  assert.match((await page.textContent('main')) ?? '', /Dữ liệu ghi người này đang có vợ, có chồng/)
})
