import { test } from 'node:test'
import { webWorld } from './web-world.ts'
import { fileCase } from './filed.ts'
import { renting, thai } from '../src/catalogue/residence/stay-sample.ts'
import { bakery } from '../src/catalogue/business/shop-sample.ts'
import { receive } from '#modules/dossiers'
test('shots', async (t) => {
  const w = await webWorld(t, { seen: true })
  const page = await w.page(w.somebody('hien'), { width: 360 })
  const errs: string[] = []
  const shot = async (name: string, p = page) => {
    await p.screenshot({ path: `/tmp/sf-${name}.png`, fullPage: true })
    const over = await p.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (over > 0) errs.push(`${name} over ${over}`)
  }
  const next = async () => { await page.click('.lt-buttons .govuk-button'); await page.waitForLoadState('domcontentloaded') }
  await page.goto('/thu-tuc/1.004194'); await shot('tt')
  await page.goto('/nop/1.004194?tim=kinh%20bac'); await shot('begin')
  await page.check('[name=xa][value="09187"]'); await page.click('form[method=post] .govuk-button'); await page.waitForURL(/nguoi-nop$/); await shot('1')
  await page.check('[name=forWhom][value=self]'); await page.check('[name=kind][value=household]'); await next(); await page.waitForURL(/nguoi-tam-tru$/); await shot('2')
  await page.check('[name=personSex][value=female]'); await page.check('[name=naturalised][value=no]'); await next(); await page.waitForURL(/cho-o$/)
  await page.fill('[name="dwelling-noi"]', 'Phường Kinh Bắc'); await page.fill('[name="dwelling-detail"]', 'Số 20'); await page.check('[name=dwellingKind][value=rent]')
  for (const [n, d] of [['from', ['23','11','2026']], ['to', ['22','11','2027']]] as const) { await page.fill(`[name=${n}-day]`, d[0]!); await page.fill(`[name=${n}-month]`, d[1]!); await page.fill(`[name=${n}-year]`, d[2]!) }
  await shot('3'); await next(); await page.waitForURL(/\/ho$/)
  await page.check('[name=household][value=join]')
  await page.click('button[name=_them]'); await page.locator('[name="people.0.name"]').waitFor()
  await page.fill('[name="people.0.name"]', 'Hoàng 3'); await page.fill('[name="people.0.citizenId"]', '12')
  await page.click('button[name=_them]'); await page.locator('[name="people.1.name"]').waitFor()
  await next(); await page.locator('.govuk-error-summary').waitFor(); await shot('4')
  await page.setViewportSize({ width: 320, height: 800 }); await shot('4-320')
  await page.setViewportSize({ width: 1280, height: 900 }); await shot('4-wide')
  const desk = await w.page(w.a.residenceOfficer, { width: 1280 })
  const { code } = await fileCase(w, { who: w.somebody('hien'), procedure: '1.004194', unit: '09187-CA', answers: { ...renting, people: [{ ...thai, relation: 'spouse' }, { ...thai, citizenId: '024097990099', relation: 'child' }], exemption: 'poor' } })
  await receive(w.as(w.a.residenceOfficer), code)
  await desk.goto(`/viec/${code}`); await shot('desk', desk)
  const { code: shop } = await fileCase(w, { who: w.somebody('mai'), procedure: '1.001612', unit: '09187-KT', answers: bakery })
  const d2 = await w.page(w.a.businessRegistrar, { width: 1280 })
  await d2.goto(`/viec/${shop}`); await shot('desk2', d2)
  const c2 = await w.page(w.somebody('mai'), { width: 360 })
  await c2.goto(`/ho-so/${shop}`); await shot('ho-so', c2)
  console.log(errs)
})
