import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recover, totpAt } from '#modules/identity'
import { addMinutes } from '#platform/clock'
import { samplePassword, sampleTotpSecret } from '../../src/sample/index.ts'
import { axe, noSidewaysScroll } from '../browser.ts'
import { textOf } from '../visitor.ts'
import { type WebWorld, webWorld } from '../web-world.ts'
import type { Somebody } from '../world.ts'

const signIn = '/can-bo/dang-nhap'

const right = (w: WebWorld, who: Somebody) => ({
  login: who.key,
  password: samplePassword,
  code: totpAt(sampleTotpSecret(who.key), w.clock()),
})

test('an official comes in by password and code, lands at his work, and goes out again', async (t) => {
  const w = await webWorld(t)
  const mai = await w.visitor()
  const came = await mai.send(signIn, signIn, right(w, w.mai))
  assert.deepEqual([came.status, came.location], [303, '/can-bo'])
  const account = await mai.get('/can-bo/tai-khoan')
  assert.match(textOf(account.html), /Ngô Thị Mai/)
  const left = await mai.send('/can-bo/tai-khoan', '/can-bo/dang-xuat')
  assert.deepEqual([left.status, left.location], [303, `${signIn}?da-ra=1`])
  assert.equal((await mai.get('/can-bo/tai-khoan')).status, 403)
})

test('a wrong code is told without saying what was wrong, and the login is kept', async (t) => {
  const w = await webWorld(t)
  const mai = await w.visitor()
  const answer = await mai.send(signIn, signIn, { ...right(w, w.mai), code: '000000' })
  assert.equal(answer.status, 422)
  assert.match(textOf(answer.html), /Tên đăng nhập, mật khẩu hoặc mã chưa đúng/)
  assert.match(answer.html, /value="tiepnhan.kinhbac"/)
  assert.doesNotMatch(answer.html, new RegExp(samplePassword))
})

test('after five wrong tries the account is shut, and the page says until when', async (t) => {
  const w = await webWorld(t)
  const mai = await w.visitor()
  for (let count = 1; count < 5; count += 1) await mai.send(signIn, signIn, { ...right(w, w.mai), password: 'không phải' })
  const answer = await mai.send(signIn, signIn, { ...right(w, w.mai), password: 'không phải' })
  assert.equal(answer.status, 429)
  assert.match(textOf(answer.html), /tạm khóa đến 08:15 20\/11\/2026/)
})

test('the way back after signing in stays on this site', async (t) => {
  const w = await webWorld(t)
  const mai = await w.visitor()
  const came = await mai.send(`${signIn}?ve=//evil.example/x`, signIn, right(w, w.mai))
  assert.equal(came.location, '/can-bo')
  w.setNow(addMinutes(w.now, 1))
  const again = await (await w.visitor()).send(`${signIn}?ve=/tim?q=hong`, signIn, right(w, w.mai))
  assert.equal(again.location, '/tim?q=hong')
})

test('behind a one-time password stand a new one and the app; wrong input keeps the page', async (t) => {
  const w = await webWorld(t)
  const { password } = await recover(w.as(w.province.administrator), w.mai.account)
  const mai = await w.visitor()
  const came = await mai.send(signIn, signIn, { login: w.mai.key, password, code: '' })
  assert.deepEqual([came.status, came.location], [303, `${signIn}/doi-mat-khau`])
  const page = `${signIn}/doi-mat-khau`
  const short = await mai.send(page, page, { password: 'ngắn', code: '1' })
  assert.equal(short.status, 422)
  assert.match(textOf(short.html), /Còn 2 chỗ cần sửa/)
  const [, key = ''] = /<b>((?:[A-Z2-7]{4} ?)+)<\/b>/.exec(short.html) ?? []
  const code = totpAt(key.replaceAll(' ', ''), w.clock())
  const done = await mai.send(page, page, { password: 'sáng nay trời Kinh Bắc có mưa', code })
  assert.deepEqual([done.status, done.location], [303, '/can-bo'])
})

test('sessions are listed by device and one can be ended from another', async (t) => {
  const w = await webWorld(t)
  const [office, home] = [await w.visitor(w.mai), await w.visitor(w.mai)]
  assert.match(textOf((await office.get('/can-bo/tai-khoan')).html), /Phiên này/)
  const ended = await office.send('/can-bo/tai-khoan', '/ket-thuc')
  assert.equal(ended.location, '/can-bo/tai-khoan?xong=phien')
  assert.equal((await home.get('/can-bo/tai-khoan')).status, 403)
})

for (const [width, lang] of [
  [360, 'vi'],
  [1280, 'en'],
] as const) {
  test(`a passkey is made and opens the door, ${width} px, ${lang}; axe finds nothing`, async (t) => {
    const w = await webWorld(t, { seen: true })
    const page = await w.page(w.mai, { width, lang })
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    const options = {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    } as const
    await devtools.send('WebAuthn.addVirtualAuthenticator', { options })
    await page.goto('/can-bo/tai-khoan')
    assert.deepEqual(await axe(page), [])
    await noSidewaysScroll(page)
    await page.fill('#passkey-name', 'Điện thoại cơ quan')
    await page.click('[data-passkey=add] button')
    await page.waitForURL('**/can-bo/tai-khoan?xong=khoa')
    assert.match((await page.textContent('main')) ?? '', /Điện thoại cơ quan/)
    await page.click('form[action="/can-bo/dang-xuat"] button')
    await page.waitForURL('**/can-bo/dang-nhap?da-ra=1')
    assert.deepEqual(await axe(page), [])
    await noSidewaysScroll(page)
    await page.click('[data-passkey=enter] button')
    await page.waitForURL('**/viec')
    assert.match((await page.textContent('body')) ?? '', /Ngô Thị Mai/)
  })
}
