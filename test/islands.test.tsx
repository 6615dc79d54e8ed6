import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Route } from 'playwright-core'
import type { VNode } from 'preact'
import { render } from '#platform/html'
import {
  Button,
  ErrorSummary,
  Form,
  type Frame,
  OfficePage,
  Page,
  PrintButton,
  readAssets,
  TextInput,
  Worklist,
  type WorkRow,
} from '../src/web/components/index.ts'
import { browser } from './browser.ts'
import { builtAssets } from './built-assets.ts'
import { staticSite } from './static-site.ts'

const built = builtAssets()

async function open(t: TestContext, make: (frame: Frame) => VNode, script = true) {
  const frame: Frame = { lang: 'vi', assets: readAssets(built()), path: '/thu', sample: true, area: 'tỉnh Bắc Ninh', csrf: 'token' }
  const address = await staticSite(t, built(), () => render(make(frame)))
  const page = await (await browser(t)).page({ javaScriptEnabled: script })
  await page.goto(address)
  return page
}

const formPage = (frame: Frame) => (
  <Page {...frame} title="Trẻ" form problems={1}>
    <ErrorSummary problems={[{ field: 'phone', text: 'Số điện thoại thiếu một chữ số' }]} />
    <h1>Trẻ</h1>
    <Form action="/nop" formKey="k">
      <TextInput
        name="phone"
        label="Số điện thoại"
        autocomplete="tel"
        pattern="0[0-9]{9}"
        whenInvalid="Số điện thoại có 10 chữ số, bắt đầu bằng 0."
      />
      <Button>Lưu và đi tiếp</Button>
    </Form>
    <PrintButton>In trang này</PrintButton>
  </Page>
)

for (const script of [true, false]) {
  test(`a page that came back puts the reader at its problems, and their links at the field (${script ? 'with' : 'without'} script)`, async (t) => {
    const page = await open(t, formPage, script)
    const focused = () => page.locator(':focus').evaluate((element) => element.className)
    assert.match(await focused(), /govuk-error-summary/)
    await page.getByRole('link', { name: 'Số điện thoại thiếu một chữ số' }).click()
    await page.keyboard.type('0912')
    assert.equal(await page.getByLabel('Số điện thoại').inputValue(), '0912')
  })
}

test('leaving a field of the wrong form says how it should be; a right one says nothing', async (t) => {
  const page = await open(t, formPage)
  const field = page.getByLabel('Số điện thoại')
  await field.fill('912')
  await field.blur()
  await page.getByRole('status').getByText('bắt đầu bằng 0').waitFor()
  await field.fill('0912345678')
  await field.blur()
  assert.equal(await page.getByText('bắt đầu bằng 0').count(), 0)
})

test('two taps on a button send its form once', async (t) => {
  const page = await open(t, formPage)
  const sent: Route[] = []
  await page.route('**/nop', (route) => void sent.push(route))
  // The answer is held back, as on a slow line, while the second tap comes.
  await page.getByRole('button', { name: 'Lưu và đi tiếp' }).focus()
  await Promise.all([page.waitForRequest('**/nop'), page.keyboard.press('Enter')])
  await page.keyboard.press('Enter')
  await Promise.all([page.getByText('Đã nhận').waitFor(), sent[0]?.fulfill({ body: 'Đã nhận', contentType: 'text/plain; charset=utf-8' })])
  assert.equal(sent.length, 1)
})

test('what only a script can do is shown only with it', async (t) => {
  const withScript = await open(t, formPage)
  await withScript.getByRole('button', { name: 'In trang này' }).waitFor()
  const without = await open(t, formPage, false)
  assert.equal(await without.getByRole('button', { name: 'In trang này' }).isVisible(), false)
})

const row = (id: string): WorkRow => ({
  id,
  kind: 'dossier',
  href: `#${id}`,
  title: `Việc ${id}`,
  subtitle: 'H05',
  todo: 'Kiểm tra',
  left: 'Còn 2 ngày',
  due: '17:00',
  segments: [],
  from: 'Tiếp nhận',
  since: 'hôm nay',
})

test('arrow keys, j and k go through a worklist, over its groups, and stop at its ends', async (t) => {
  const officer = { name: 'Nguyễn Thị Thu Hằng', post: 'Công chức', unit: 'UBND phường Kinh Bắc' }
  const page = await open(t, (frame) => (
    <OfficePage {...frame} title="Việc của tôi" officer={officer} tabs={[]}>
      <h1>Việc của tôi</h1>
      <Worklist
        groups={[
          { urgency: 'late', count: 1, rows: [row('một')] },
          { urgency: 'ahead', count: 2, rows: [row('hai'), row('ba')] },
        ]}
      />
    </OfficePage>
  ))
  const at = () => page.locator(':focus').textContent()
  await page.getByRole('link', { name: 'Việc một' }).focus()
  await page.keyboard.press('ArrowDown')
  assert.equal(await at(), 'Việc hai')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  assert.equal(await at(), 'Việc ba')
  await page.keyboard.press('k')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  assert.equal(await at(), 'Việc một')
})
