import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf, type Visitor } from '../visitor.ts'
import { type WebWorld, webWorld } from '../web-world.ts'

const base = '/quan-tri/thu-tuc'

/** Sends the form of a page and opens what it leads to. */
async function done(
  who: Visitor,
  page: string,
  action: string,
  answers: Record<string, string | string[]>,
): Promise<{ text: string; at: string }> {
  const sent = await who.send(page, action, answers)
  assert.equal(sent.status, 303, textOf(sent.html).slice(0, 900))
  const at = sent.location ?? ''
  return { at, text: textOf((await who.get(at)).html) }
}

test('an officer makes a procedure out of nothing, a second one approves and publishes it, and it is in force from its day', async (t) => {
  const w = await webWorld(t, { seen: true })
  const linh = await w.visitor(w.somebody('thutuc.tinh'))
  assert.match(textOf((await linh.get(`${base}/tro-giup`)).html), /Bốn mắt/)
  const made = await done(linh, `${base}/moi`, '/moi', {
    code: '9.000123',
    vi: 'Xác nhận nơi cư trú để vay vốn',
    en: 'Confirm the residence for a loan',
    area: 'Cư trú',
    basis: '12/QĐ-UBND',
  })
  const draft = made.at.split('?')[0] ?? ''
  const part = (place: string) => `${draft}/phan/${encodeURIComponent(place)}`
  const add = (place: string, answers: Record<string, string | string[]>, kind = '') =>
    done(linh, `${part(`${place}.+`)}${kind === '' ? '' : `?kieu=${kind}`}`, encodeURIComponent(`${place}.+`), answers)
  const words = (name: string, vi: string, en: string) => ({ [`${name}.vi`]: vi, [`${name}.en`]: en })

  await done(linh, part('loi-van'), 'loi-van', words('purpose', 'Có giấy xác nhận nơi cư trú', 'A confirmation of residence'))
  await add('pages', { ...words('title', 'Việc cần xác nhận', 'What to confirm') })
  await add(
    'fields',
    { ...words('label', 'Bạn ở đâu?', 'Where do you live?'), required: 'yes', detail: 'optional', abroad: 'no', _trang: 'whatToConfirm' },
    'place',
  )
  await add('fields.whereDoYouLive.known', {
    from: 'population',
    item: 'residence',
    'by.0': 'applicantId',
    'by.1': 'applicantName',
    'by.2': 'applicantBornOn',
  })
  await add('fields', { ...words('label', 'Vay để làm gì?', 'What is the loan for?'), required: 'yes', _trang: 'whatToConfirm' }, 'choice')
  await add('fields.whatIsTheLoanFor.options', { ...words('label', 'Sản xuất', 'Production') })
  await add('fields.whatIsTheLoanFor.options', { ...words('label', 'Học tập', 'Study') })
  for (const [vi, en, value] of [
    ['Vay sản xuất', 'Loan for production', 'production'],
    ['Vay học tập', 'Loan for study', 'study'],
  ] as const)
    await add('cases', { ...words('name', vi, en), 'when.0.0': `whatIsTheLoanFor="${value}"`, basis: '12/QĐ-UBND' })
  for (const [vi, en, dong, channels] of [
    ['Lệ phí nộp trực tuyến', 'Fee online', '5.000', ['online']],
    ['Lệ phí nộp tại quầy', 'Fee at the counter', '10000', ['counter', 'post']],
  ] as const)
    await add('fees', { ...words('name', vi, en), dong, channels: [...channels], setBy: 'provincialCouncil', basis: '07/2026/NQ-HĐND' })
  for (const [vi, en, by] of [
    ['Tiếp nhận', 'Receive', 'receptionist'],
    ['Ký giấy', 'Sign', 'chair'],
    ['Phát hành', 'Issue', 'clerk'],
  ] as const)
    await add('steps', { ...words('task', vi, en), ...words('status', vi, en), by, 'within.amount': '2', 'within.unit': 'workingHours' })
  for (const [step, act, to] of [
    ['receive', 'receive', 'sign'],
    ['receive', 'askForMore', 'applicant'],
    ['sign', 'sign', 'issue'],
    ['issue', 'seal', 'closed'],
  ] as const)
    await add(`steps.${step}.may`, { _ten: act, 'value.to': to })
  await done(linh, part('hien-thi'), 'hien-thi', { begins: 'receive' })
  await done(linh, part('thoi-han'), 'thoi-han', { 'resolvedWithin.amount': '2', 'resolvedWithin.unit': 'workingDays' })
  await add('results', {
    ...words('name', 'Giấy xác nhận', 'Confirmation'),
    code: 'KQ.9.000123',
    numbering: 'after-signature',
    signedBy: 'chair',
    sealedBy: 'clerk',
    originals: '1',
    basis: '12/QĐ-UBND',
  })
  await done(linh, part('results.0.template'), 'results.0.template', { paper: 'confirmation' })
  for (const [name, field] of [
    ['person', 'applicantName'],
    ['personalNumber', 'applicantId'],
    ['bornOn', 'applicantBornOn'],
    ['residence', 'whereDoYouLive'],
    ['purpose', 'whatIsTheLoanFor'],
    ['matter', 'whereDoYouLive'],
    ['subject', 'whatIsTheLoanFor'],
  ] as const)
    await add('results.0.prints', { _ten: name, field, as: 'plain' }, 'answer')

  assert.match(textOf((await linh.get(`${draft}/kiem-tra`)).html), /Không còn chỗ nào phải sửa/)
  assert.match(textOf((await linh.get(`${draft}/xem?trang=whatToConfirm`)).html), /Vay để làm gì\?.*Sản xuất/)
  const run = textOf((await linh.get(`${draft}/thu?nguoi=du&c-whatIsTheLoanFor=study`)).html)
  assert.match(run, /Trường hợp Vay học tập/)
  assert.match(run, /5\.000 đ/)
  assert.match(run, /Bạn ở đâu\?.*Phường Kinh Bắc/)
  assert.match(run, /Tiếp nhận.*Ký giấy.*Phát hành/)

  await decidedInABrowser(w, draft)
  await filedByACitizen(w)
  assert.match(textOf((await linh.get(`${draft}/lich-su`)).html), /Vi Văn Hưng Đã công bố/)
})

type Page = Awaited<ReturnType<WebWorld['page']>>

const press = (page: Page, button: string, then: RegExp) => Promise.all([page.waitForURL(then), page.click(button)])
const seen = async (page: Page) => (await page.textContent('main')) ?? ''

/** Submitted by its author, whose own approval is refused; approved and published by a second officer. */
async function decidedInABrowser(w: WebWorld, draft: string): Promise<void> {
  const own = await w.page(w.somebody('thutuc.tinh'))
  await own.goto(draft)
  await press(own, 'button[value=submit]', /xong=submit/)
  await Promise.all([own.waitForResponse((one) => one.url().endsWith('/viec') && one.status() === 403), own.click('button[value=approve]')])
  assert.match(await seen(own), /không được tự duyệt. Hãy nhờ một cán bộ khác/)
  const second = await w.page(w.somebody('thutuc2.tinh'))
  await second.goto(draft)
  await press(second, 'button[value=approve]', /xong=approve/)
  await second.goto(`${draft}/cong-bo`)
  assert.match(await seen(second), /Toàn bộ biểu mẫu/)
  for (const [part, typed] of Object.entries({ day: '20', month: '11', year: '2026' }))
    await second.fill(`[name=inForceFrom-${part}]`, typed)
  await press(second, 'form[action$="/cong-bo"] button', /xong=publish/)
  assert.match(await seen(second), /Đã công bố/)
}

/** Somebody whom the databases know answers the one question that is left, and has a number for the dossier. */
async function filedByACitizen(w: WebWorld): Promise<void> {
  const page = await w.page(w.hong)
  await page.goto('/nop/9.000123')
  await press(page, 'form[action="/nop/9.000123"][method=post] button', /ho-so-nhap/)
  for (let turn = 0; turn < 6 && !page.url().endsWith('xem-lai'); turn += 1) {
    const before = page.url()
    const choice = page.locator('[name=whatIsTheLoanFor]').first()
    if ((await choice.count()) > 0) await choice.check()
    await Promise.all([page.waitForURL((url) => url.href !== before), page.click('#cau-hoi .lt-buttons .govuk-button')])
  }
  assert.match(await seen(page), /Sản xuất.*5\.000/s)
  await press(page, 'form[action$="xem-lai"] button', /da-nop$/)
  const row = await w.db.selectFrom('dossier').select(['procedure_code', 'revision']).executeTakeFirstOrThrow()
  assert.deepEqual(row, { procedure_code: '9.000123', revision: 1 })
}
