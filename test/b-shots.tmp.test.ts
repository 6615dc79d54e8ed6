import { writeFileSync, mkdirSync } from 'node:fs'
import { test } from 'node:test'
import { publishDerived } from '#modules/procedures'
import { smallPdf } from './birth.ts'
import { file, walk } from './faults/catalogue-citizen.ts'
import { nationalRows } from './national-rows.ts'
import { webWorld } from './web-world.ts'
import { formIn } from './visitor.ts'
test('shots', { timeout: 300000 }, async (t) => {
  const out = '/tmp/b/shots'; mkdirSync(out, { recursive: true })
  const w = await webWorld(t, { seen: true })
  const rows = nationalRows()
  const citizen = { visitor: await w.visitor(w.hong), app: w.app, paper: smallPdf, commune: '09187' }
  for (const code of (process.env.CODE ?? '1.004827,1.014034,1.011607').split(',')) {
    await publishDerived(w.as(w.province.procedureOfficer), { row: rows.find((r) => r.code === code)!, routedHere: true })
    const walked = await walk(citizen, code, { ...(process.env.CASE ? { case: process.env.CASE } : {}) })
    const shoot = async (who: typeof w.hong, path: string, name: string) => {
      for (const width of [360, 1280]) {
        const page = await w.page(who, { width, height: 800 } as never)
        await page.setViewportSize({ width, height: 800 })
        await page.goto(path)
        await page.screenshot({ path: `${out}/${code}-${name}-${width}.png`, fullPage: true })
        await page.context().close()
      }
    }
    const d = `/ho-so-nhap/${walked.draft}`
    await shoot(w.hong, `/thu-tuc/${code}`, 'procedure')
    if (walked.cases.length > 0 || walked.proxy) await shoot(w.hong, `${d}/truong-hop`, 'case')
    await shoot(w.hong, `${d}/noi-dung`, 'request')
    await shoot(w.hong, `${d}/giay-to`, 'papers')
    await shoot(w.hong, `${d}/xem-lai`, 'review')
    const no = await file(citizen, walked.draft)
    const [rec, spec, chair, clerk] = [w.a.receptionist, w.somebody('chuyenvien.kinhbac'), w.a.chair, w.a.clerk]
    await shoot(rec, `/viec/${no}`, 'desk-receive')
    await shoot(rec, `/viec/${no}/nhan`, 'receive')
    const send = async (who: typeof w.hong, slug: string, more: Record<string, string | string[]> = {}) => {
      const v = await w.visitor(who); const p = `/viec/${no}/${slug}`
      const r = await v.post(formIn((await v.get(p)).html, p), more); if (r.status !== 303) console.log(slug, r.status)
    }
    await send(rec, 'nhan', { 'due-day': '18', 'due-month': '12', 'due-year': '2026', 'fee-fee': '50.000' })
    await shoot(spec, `/viec/${no}`, 'desk-examine')
    await shoot(spec, `/viec/${no}/de-xuat`, 'propose')
    const results = rows.find((r) => r.code === code)!.results
    const content = 'Xác nhận ông Nguyễn Văn Ba, sinh ngày 12/3/1941, chết ngày 15/11/2026 tại khu Niềm Xá, phường Kinh Bắc, do tuổi cao.\nViệc khai tử được đăng ký theo quy định của pháp luật về hộ tịch; người đề nghị chịu trách nhiệm về nội dung đã khai.'
    await send(spec, 'de-xuat', { issue: results.map((r) => r.code ?? ''), ...Object.fromEntries(results.map((r) => [`content-${r.code}`, content])) })
    await shoot(chair, `/viec/${no}/ky`, 'sign')
    await send(chair, 'ky'); await send(clerk, 'phat-hanh')
    await shoot(clerk, `/viec/${no}`, 'desk-sealed')
    await shoot(w.hong, `/ho-so/${no}`, 'dossier')
    const html = (await citizen.visitor.get(`/ho-so/${no}`)).html
    let n = 0
    for (const [, href = ''] of html.matchAll(/href="(\/ho-so\/[^"]+\/giay-to\/[^"]+)"/g)) { const a = await citizen.visitor.get(href); if (a.bytes.subarray(0,4).toString()==='%PDF') writeFileSync(`${out}/${code}-paper-${n++}.pdf`, a.bytes) }
  }
})
