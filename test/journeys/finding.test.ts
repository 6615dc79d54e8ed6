import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getDraft } from '#modules/dossiers'
import { webWorld } from '../web-world.ts'

test('without script, from a question in own words through the guide into the draft, which asks none of it again', async (t) => {
  const w = await webWorld(t, { seen: true })
  const page = await w.page(w.hong, { width: 360, javaScriptEnabled: false })
  const violations: string[] = []
  // A block of data for machines is no script: the policy against inline scripts has nothing to say about it.
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) violations.push(message.text())
  })
  await page.goto('/')
  await page.fill('#search-q', 'vợ mới đẻ em bé làm giấy khai sinh')
  await page.click('.lt-search button')
  await page.waitForURL(/\/thu-tuc\?q=/)
  await page.click('.lt-rows a')
  await page.waitForURL(/\/thu-tuc\/1\.001193$/)
  assert.deepEqual(JSON.parse((await page.textContent('script[type="application/ld+json"]')) ?? '').identifier, '1.001193')
  await page.click('a[href$="/huong-dan"]')
  await page.click('main form .govuk-button')
  assert.match((await page.textContent('.govuk-error-summary')) ?? '', /Bạn là ai đối với trẻ/)
  for (const [name, value] of [
    ['channel', 'online'],
    ['relation', 'mother'],
    ['late', 'no'],
    ['parents', 'married'],
  ] as const) {
    await page.check(`[name=${name}][value=${value}]`)
  }
  await page.fill('[name=copies]', '2')
  await page.click('main form .govuk-button')
  for (const [name, value] of [
    ['surrogacy', 'no'],
    ['fatherDead', 'no'],
    ['foreignMarriageNote', 'no'],
    ['proof', 'clinic'],
  ] as const) {
    await page.check(`[name=${name}][value=${value}]`)
  }
  await page.click('main form .govuk-button')
  await page.waitForURL(/huong-dan\?channel=online&relation=mother/)
  const told = (await page.textContent('main')) ?? ''
  assert.match(told, /16\.000 đ/)
  assert.match(told, /17:00 thứ Sáu 20\/11\/2026/)
  assert.match(told, /Giấy chứng sinh/)
  await page.click('.govuk-button--start')
  await page.waitForURL(/\/nop\/1\.001193\?/)
  await page.click('form[method=post] .govuk-button')
  await page.waitForURL(/\/ho-so-nhap\//)
  const id = /ho-so-nhap\/([^/]+)/.exec(page.url())?.[1] ?? ''
  const { answers } = await getDraft(w.as(w.hong), id)
  assert.deepEqual([answers.relation, answers.parents, answers.proof, answers.copies], ['mother', 'married', 'clinic', 2])
  assert.equal(answers.childBornOn, undefined)
  assert.deepEqual(violations, [])
})
