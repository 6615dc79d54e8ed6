import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { cutOff, noSidewaysScroll } from '#test/browser'
import { draftOf, pageTable } from '#test/page-table'
import { type PageWorld, pageWorld } from '#test/page-world'
import { textOf } from '#test/visitor'
import type { Somebody } from '#test/world'

/** Somebody on a small phone who has chosen the larger type. */
async function phone(w: PageWorld, who: Somebody | undefined, width: number): Promise<Page> {
  const page = await w.page(who, { width })
  await page.context().addCookies([{ name: 'hien-thi', value: 'sang.lon', domain: 'localhost', path: '/', secure: true }])
  return page
}

const ofOffice = /^\/(viec|can-bo|tim|quan-tri|van-hanh|mau)/

test('with type a quarter larger, no page for citizens scrolls sideways or cuts off text at 320 px', async (t) => {
  const w = await pageWorld(t, { seen: true })
  const kept = new Map<string, Page>()
  for (const [route, visits] of Object.entries(pageTable)) {
    if ('noPage' in visits || ofOffice.test(route)) continue
    for (const visit of visits) {
      const who = visit.as?.(w)
      const page = kept.get(who?.key ?? '') ?? (await phone(w, who, 320))
      kept.set(who?.key ?? '', page)
      await page.goto(typeof visit.path === 'string' ? visit.path : await visit.path(w))
      await noSidewaysScroll(page)
      assert.deepEqual(await cutOff(page), [], `${route} ${visit.called ?? ''}`)
    }
  }
})

test('with larger type on a phone the name of the site and the number of a dossier stay on one line', async (t) => {
  const w = await pageWorld(t, { seen: true })
  const page = await phone(w, w.hong, 360)
  await page.goto(`/ho-so/${w.cases.received}`)
  const lines = (selector: string) =>
    page
      .locator(selector)
      .evaluate((node) => node.getClientRects().length + (node.clientHeight > 1.6 * parseFloat(getComputedStyle(node).fontSize) ? 1 : 0))
  assert.equal(await lines('.lt-mast__name'), 1)
  assert.equal(await lines('.lt-dossier-number b'), 1)
})

test('a draft is read on the page itself, every value that the paper will print, before anything is opened', async (t) => {
  const w = await pageWorld(t)
  const text = textOf((await (await w.visitor(w.hong)).get(`/ho-so/${w.cases.draft}/ban-nhap`)).html)
  assert.match(text, /Họ, chữ đệm, tên của trẻ TRẦN NGUYỄN AN NHIÊN/)
  assert.match(text, /12\/11\/2026/)
  const inOrder = ['TRẦN NGUYỄN AN NHIÊN', 'NGUYỄN THỊ HỒNG', 'Dân tộc của trẻ', 'Số định danh cá nhân của bạn'].map((one) =>
    text.indexOf(one),
  )
  assert.deepEqual(
    inOrder,
    inOrder.toSorted((a, b) => a - b),
  )
  assert.ok(inOrder.every((place) => place > 0))
  assert.ok(text.indexOf('TRẦN NGUYỄN AN NHIÊN') < text.indexOf('Đồng ý bản nháp'))
})

test('a result that is there says so beside the promised hour instead of counting down', async (t) => {
  const w = await pageWorld(t)
  const text = textOf((await (await w.visitor(w.hong)).get(`/ho-so/${w.cases.ready}`)).html)
  assert.match(text, /Kết quả đã có .*, trong giờ hẹn\./)
  assert.doesNotMatch(text, /Còn .* làm việc\./)
})

test('what the office asks for is not called optional', async (t) => {
  const w = await pageWorld(t)
  const text = textOf((await (await w.visitor(w.hong)).get(`/ho-so/${w.cases.asked}/bo-sung`)).html)
  assert.match(text, /Giấy chứng sinh Chụp bằng điện thoại/)
})

test('the name of a commune that was also a district is asked about, where there is something to choose', async (t) => {
  const w = await pageWorld(t)
  const page = `/ho-so-nhap/${await draftOf(w)}/noi-sinh`
  const typed = { bornIn: 'facility', birthFacility: 'Bệnh viện mẫu', 'birthPlace-noi': 'yen phong' }
  const { status, html } = await (await w.visitor(w.hong)).send(page, page, typed)
  assert.equal(status, 422)
  assert.match(textOf(html), /Ý bạn là nơi nào\? Lỗi: “yen phong” có thể là nhiều nơi\. Chọn một nơi\. Phường Yên Phong Xã/)
  assert.match(html, /href="#birthPlace-chon"/)
})
