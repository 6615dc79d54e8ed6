import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { personCalled } from '#sandbox'
import { smallPdf } from '../birth.ts'
import { does } from '../office-act.ts'
import { readPaper } from '../read-paper.ts'
import { type WebWorld, webWorld } from '../web-world.ts'
import { goOn } from './walk-form.ts'

/** The pages of the birth, as Hồng of Kinh Bắc fills them on a phone. */
async function birthPages(page: Page): Promise<void> {
  await page.check('[name=relation][value=mother]')
  await goOn(page, /\/tre$/)
  await page.fill('[name=childName]', 'Trần Nguyễn Gia Hân')
  for (const [part, value] of Object.entries({ day: '12', month: '11', year: '2026' }))
    await page.fill(`[name="childBornOn-${part}"]`, value)
  await page.check('[name=childSex][value=female]')
  await goOn(page, /\/noi-sinh$/)
  await page.check('[name=bornIn][value=facility]')
  await page.fill('[name=birthFacility]', 'Bệnh viện Sản Nhi mẫu')
  await page.fill('[name="birthPlace-noi"]', 'Phường Kinh Bắc')
  await goOn(page, /\/cha-me$/)
  await page.check('[name=parents][value=married]')
  await page.check('[name=surrogacy][value=no]')
  await goOn(page, /\/dan-toc$/)
  await page.selectOption('[name=childEthnicity]', '01')
  await page.check('[name=hometownFrom][value=father]')
  await goOn(page, /\/giay-to$/)
  await page.check('[name=proof][value=clinic]')
  await page.fill('[name=clinicNoteNumber]', '01327.GCS.12096.26')
  await page.setInputFiles('[name=clinicNote]', { name: 'giay-chung-sinh.pdf', mimeType: 'application/pdf', buffer: smallPdf })
  await goOn(page, /\/thuong-tru$/)
}

/** The two pages that the later offices need, and the end; gives the thread's address. */
async function laterPages(page: Page): Promise<string> {
  const minh = personCalled('minh')
  await page.check('[name=residenceWith][value=mother]')
  await page.fill('[name=householderName]', minh.name)
  await page.fill('[name=householderId]', minh.number)
  await page.check('[name=householderRelation][value=child]')
  await page.check('[name=householderAgrees][value=vneid]')
  await goOn(page, /\/bao-hiem$/)
  await page.fill('[name=careFacility]', 'Trạm y tế phường Kinh Bắc')
  await goOn(page, /\/nhan-ket-qua$/)
  await page.check('[name=receiveBy][value=online]')
  await goOn(page, /\/cam-doan$/)
  await page.check('[name=truthful]')
  await goOn(page, /\/xem-lai$/)
  await page.click('form[action$="/xem-lai"] .govuk-button')
  await page.waitForURL(/\/lien-thong\//)
  return new URL(page.url()).pathname
}

async function birthIssued(w: WebWorld, page: Page, code: string): Promise<void> {
  const [mai, binh, toan, nhung] = await Promise.all([w.a.receptionist, w.a.registrar, w.a.chair, w.a.clerk].map((one) => w.visitor(one)))
  assert.ok(mai && binh && toan && nhung)
  await does(mai, code, 'nhan')
  await does(binh, code, 'de-xuat', { opinion: 'Đủ căn cứ' })
  await page.goto(`/ho-so/${code}/ban-nhap`)
  await page.click('form[action$="/dong-y"] button')
  await page.waitForURL(new RegExp(`/ho-so/${code}`))
  await does(binh, code, 'ghi-so')
  await w.runJobs()
  await does(toan, code, 'ky', {}, '/ky')
  await does(nhung, code, 'phat-hanh')
  await w.runJobs()
}

const codeIn = (text: string, office: RegExp): string => office.exec(text)?.[0] ?? ''

test('a mother declares once on a phone; three offices issue a certificate, a notice and a card', async (t) => {
  const w = await webWorld(t, { seen: true })
  const page = await w.page(w.hong, { width: 360 })
  await page.goto('/nop/2.000986')
  await page.click('form[method=post] .govuk-button')
  await page.waitForURL(/\/nguoi-nop$/)
  await birthPages(page)
  const thread = await laterPages(page)
  const first = (await page.textContent('main')) ?? ''
  assert.match(first, /Đã nộp lúc/)
  assert.match(first, /Tự mở khi có kết quả “Đăng ký khai sinh”/)
  await birthIssued(w, page, codeIn(first, /09187-261120-\d{4}/))

  await page.goto(thread)
  const opened = (await page.textContent('main')) ?? ''
  const [residence, card] = [codeIn(opened, /09187-CA-261120-\d{4}/), codeIn(opened, /24-BH-261120-\d{4}/)]
  const [dung, hoa, ngan] = await Promise.all([w.a.residenceOfficer, w.a.policeChief, w.a.policeClerk].map((one) => w.visitor(one)))
  const { insuranceOfficer, insuranceChief, insuranceClerk } = w.province
  const [mai, thang, phan] = await Promise.all([insuranceOfficer, insuranceChief, insuranceClerk].map((one) => w.visitor(one)))
  assert.ok(dung && hoa && ngan && mai && thang && phan)
  // Two working days from Friday 08:00: the police work on Saturday morning, the social insurance does not; Tuesday 24/11 is a holiday.
  assert.match(await does(dung, residence, 'nhan'), /Hẹn trả 17:00 thứ Hai/)
  assert.match(await does(mai, card, 'nhan'), /Hẹn trả 17:00 thứ Tư/)
  await does(dung, residence, 'de-xuat', { opinion: 'Đủ điều kiện' })
  await does(hoa, residence, 'ky', {}, '/ky')
  await w.runJobs()
  await does(ngan, residence, 'phat-hanh')
  await does(mai, card, 'de-xuat', { opinion: 'Đủ điều kiện' })
  await does(thang, card, 'ky', {}, '/ky')
  await does(phan, card, 'phat-hanh')

  await page.goto(thread)
  const papers = await page.locator('a[href$="/ket-qua"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  assert.equal(papers.length, 3)
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const read = async (code: string) =>
    readPaper(new Uint8Array(await (await fetch(`${w.url}/ho-so/${code}/ket-qua`, { headers: { cookie } })).arrayBuffer()))
  const [notice, health] = await Promise.all([read(residence), read(card)])
  assert.deepEqual([notice.valid, health.valid], [2, 2])
  for (const line of ['CÔNG AN PHƯỜNG KINH BẮC', 'TRẦN NGUYỄN GIA HÂN', '12/11/2026', '01/2026', personCalled('minh').name.toUpperCase()])
    assert.ok(notice.text.includes(line), line)
  for (const line of ['BẢO HIỂM XÃ HỘI', 'THẺ BẢO HIỂM Y TẾ', 'TRẦN NGUYỄN GIA HÂN', 'Trạm y tế phường Kinh Bắc', '12/11/2026'])
    assert.ok(health.text.includes(line), line)
})
