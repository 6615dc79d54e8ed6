import assert from 'node:assert/strict'
import { test } from 'node:test'
import { birthWorld, fileBirth } from '#test/birth'
import { receive, trackByKey, trackByNumber } from './index.ts'

const hong = { bornOn: '1998-03-14', number: '027198990001' }

test('the key of the QR code tells status, office, next step and hours – and nobody’s name', async (t) => {
  const w = await birthWorld(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  await receive(w.as(w.a.receptionist), filed.code)
  const found = await trackByKey(w.public(), filed.trackKey)
  assert.deepEqual(found, {
    code: filed.code,
    procedure: { code: '1.001193', name: { vi: 'Đăng ký khai sinh', en: 'Register a birth' } },
    status: 'in-progress',
    stands: { vi: 'Đang xác minh', en: 'Being verified' },
    holder: { vi: 'Công chức tư pháp – hộ tịch', en: 'Civil-status registrar' },
    next: { vi: 'Ghi sổ đăng ký khai sinh', en: 'Enter the birth in the register' },
    unit: 'Ủy ban nhân dân phường Kinh Bắc',
    submittedAt: '2026-11-20T01:00:00Z',
    receivedAt: '2026-11-20T01:00:00Z',
    dueAt: '2026-11-20T10:00:00Z',
    closedAt: null,
  })
  assert.equal(await trackByKey(w.public(), 'AAAAAAAAAAAAAAAAAAAAAA'), undefined)
})

test('number, birth date and full ID together open it; one of them wrong is the same as unknown', async (t) => {
  const w = await birthWorld(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  const ask = (asked: Partial<typeof hong & { code: string }>, subnet: string) =>
    trackByNumber(w.public(), { code: filed.code, ...hong, ...asked }, subnet)
  assert.equal((await ask({ code: ` ${filed.code.toLowerCase()} ` }, 'a'))?.code, filed.code)
  assert.equal(await ask({ number: '027198990002' }, 'a'), undefined)
  assert.equal(await ask({ bornOn: '1998-03-15' }, 'a'), undefined)
  assert.equal(await ask({ code: '09187-261120-9999' }, 'a'), undefined)
})

test('five tries an hour for a number from anywhere, and for a subnet with any number', async (t) => {
  const w = await birthWorld(t)
  const at = (now: string) => w.public({ now })
  for (let n = 0; n < 5; n += 1) await trackByNumber(at(w.now), { code: 'X', ...hong }, `subnet ${n}`)
  await assert.rejects(trackByNumber(at(w.now), { code: 'X', ...hong }, 'subnet 9'), { status: 429 })
  for (let n = 0; n < 5; n += 1) await trackByNumber(at(w.now), { code: `Y${n}`, ...hong }, 'one subnet')
  await assert.rejects(trackByNumber(at(w.now), { code: 'Y9', ...hong }, 'one subnet'), { status: 429 })
  await trackByNumber(at('2026-11-20T02:01:00.000Z'), { code: 'Y9', ...hong }, 'one subnet')
})
