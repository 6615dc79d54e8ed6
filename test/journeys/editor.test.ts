import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf, type Visitor } from '../visitor.ts'
import { webWorld } from '../web-world.ts'

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
  const w = await webWorld(t)
  const linh = await w.visitor(w.somebody('thutuc.tinh'))
  const hung = await w.visitor(w.somebody('thutuc2.tinh'))
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

  assert.match((await done(linh, draft, '/viec', { _lam: 'submit' })).text, /chờ người thứ hai duyệt/)
  const own = await linh.send(draft, '/viec', { _lam: 'approve' })
  assert.equal(own.status, 403)
  assert.match(textOf(own.html), /không được tự duyệt/)
  assert.match((await done(hung, draft, '/viec', { _lam: 'approve' })).text, /đã duyệt/)
  assert.match(textOf((await hung.get(`${draft}/cong-bo`)).html), /Toàn bộ biểu mẫu/)
  const day = { 'inForceFrom-day': '20', 'inForceFrom-month': '11', 'inForceFrom-year': '2026' }
  assert.match((await done(hung, `${draft}/cong-bo`, '/cong-bo', { ...day, dossiers: 'pin', drafts: 'pin' })).text, /Đã công bố/)
  const citizen = await w.visitor(w.hong)
  assert.match(textOf((await citizen.get('/nop/9.000123')).html), /Xác nhận nơi cư trú để vay vốn/)
  assert.match(textOf((await linh.get(`${draft}/lich-su`)).html), /Vi Văn Hưng Đã công bố/)
})
