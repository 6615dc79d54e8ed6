import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { axe, cutOff, noSidewaysScroll } from '../browser.ts'
import { publishedRow } from '../policy/national.ts'
import { reference } from '../reference-data.ts'
import { webWorld } from '../web-world.ts'

const index = reference('procedures_index.json')

async function folderOf(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lt-lists-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Brings a file and waits for what is shown of it. */
async function bring(page: Page, path: string): Promise<void> {
  await page.goto('/quan-tri/danh-muc/nhap')
  await page.getByLabel('Tệp danh mục').setInputFiles(path)
  await page.getByRole('button', { name: 'Xem trước' }).click()
}

/** A number of the summary by its name. */
const told = (page: Page, name: string) => page.locator('.govuk-summary-list__row', { hasText: name }).first().locator('dd').textContent()

test('an officer brings the national list, looks, imports it, finds a procedure and decides where it is dealt with', {
  skip: index.skip,
}, async (t) => {
  const w = await webWorld(t, { seen: true })
  const page = await w.page(w.province.procedureOfficer, { width: 1280, lang: 'vi' })
  await page.goto('/can-bo')
  assert.match(page.url(), /\/quan-tri\/danh-muc$/)
  await page.getByText('Chưa nạp danh mục nào.').waitFor()

  await bring(page, index.path)
  assert.equal(await told(page, 'Mới'), '2.642')
  assert.equal(await told(page, 'Cần xem lại'), '79')
  assert.equal((await w.db.selectFrom('national_row').select('code').execute()).length, 0)
  await page.getByRole('button', { name: 'Nạp vào danh mục' }).click()
  await page.getByText('Đã nạp: 2.642 mới, 0 thay đổi, 0 không còn.').waitFor()
  assert.match((await page.locator('.lt-tabs').textContent()) ?? '', /Tất cả2\.642Tại hệ thống này211/)

  await page.getByLabel('Tên hoặc mã thủ tục').fill('gia han tam tru')
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  await page.getByRole('link', { name: 'Gia hạn tạm trú', exact: true }).click()
  await page.getByText('Theo quy tắc «Công an»').waitFor()
  await page.getByText('Đổi nơi giải quyết').click()
  await page.getByLabel('Tại hệ thống này').check()
  await page.getByRole('button', { name: 'Ghi quyết định' }).click()
  await page.getByText('Ghi lý do, từ 3 đến 1.000 ký tự.').first().waitFor()
  assert.ok(await page.getByLabel('Tại hệ thống này').isChecked())
  await page.getByLabel('Lý do').fill('Văn bản phối hợp mẫu giữa hai cơ quan')
  await page.getByRole('button', { name: 'Ghi quyết định' }).click()
  await page.getByText('Đã ghi quyết định.').waitFor()
  await page.getByText('Đặng Thùy Linh quyết định ngày').waitFor()
  await page.goto('/quan-tri/danh-muc?noi=cua-ta&dau-hieu=feeSuspect')
  assert.deepEqual([await cutOff(page), await noSidewaysScroll(page)], [[], undefined])
  assert.match((await page.locator('.lt-tabs').textContent()) ?? '', /Tại hệ thống này\d/)

  // The same list again: nothing to change.
  await bring(page, index.path)
  assert.deepEqual([await told(page, 'Như cũ'), await told(page, 'Mới')], ['2.642', '0'])
})

test('a table with headings of its own is asked about; on a phone, a name that changed is shown before it is believed', async (t) => {
  const w = await webWorld(t, { seen: true })
  const folder = await folderOf(t)
  const page = await w.page(w.province.procedureOfficer, { width: 360, lang: 'vi' })
  const list = join(folder, 'so-cu.json')
  await writeFile(list, JSON.stringify([publishedRow('2.000635')]))
  await bring(page, list)
  await page.getByRole('button', { name: 'Nạp vào danh mục' }).click()
  await page.getByText('Đã nạp: 1 mới').waitFor()

  const table = join(folder, 'so-cu.csv')
  await writeFile(table, 'Số,Gọi là,Cơ quan,Nhóm\n2.000635,Đăng ký phương tiện,Bộ Tư pháp,Hộ tịch\n')
  await bring(page, table)
  await page.getByRole('heading', { name: 'Cột nào là gì?' }).waitFor()
  await page.getByLabel('Mã thủ tục').selectOption('Số')
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await page.getByText('Chọn cột cho: Tên thủ tục.').first().waitFor()
  for (const [name, heading] of [
    ['Tên thủ tục', 'Gọi là'],
    ['Bộ, cơ quan', 'Cơ quan'],
    ['Lĩnh vực', 'Nhóm'],
  ] as const)
    await page.getByLabel(name).selectOption(heading)
  await page.getByRole('button', { name: 'Xem trước' }).click()
  assert.equal(await told(page, 'Cần xem lại'), '1')
  await page.locator('summary', { hasText: 'Đăng ký phương tiện' }).click()
  await page.getByText('Tên khác hẳn trước').waitFor()
  assert.deepEqual([await axe(page), await cutOff(page)], [[], []])
  await page.getByRole('button', { name: 'Nạp vào danh mục' }).click()
  await page.getByText('Đã nạp: 0 mới, 1 thay đổi').waitFor()

  // What is no list is told on the page where it was brought.
  const wrong = join(folder, 'hong.json')
  await writeFile(wrong, '{"a": 1}')
  await bring(page, wrong)
  await page.getByText('Tệp JSON phải là một danh sách thủ tục').first().waitFor()
})
