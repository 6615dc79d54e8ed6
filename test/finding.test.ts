import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compare, decideRoute, importList, readEntry } from '#modules/national'
import { knownCode, publishedRow, smallCatalogue } from './policy/national.ts'
import { textOf } from './visitor.ts'
import { type WebWorld, webWorld } from './web-world.ts'

const birth = '1.001193'

async function bringIn(w: WebWorld, row: Record<string, unknown>): Promise<void> {
  const ctx = w.as(w.province.procedureOfficer, { now: w.clock() })
  await importList(ctx, await compare(ctx, 'mau', [readEntry(row, 1)]), { name: 'mau.json', sha256: new Uint8Array(32) })
}

const setFront = async (w: WebWorld, front: string, code = birth) => {
  const officer = await w.visitor(w.province.procedureOfficer)
  return officer.send('/quan-tri/noi-nop', '/quan-tri/noi-nop', {
    code,
    front,
    'from-day': '20',
    'from-month': '11',
    'from-year': '2026',
    reason: 'Theo kế hoạch mẫu',
  })
}

test('a procedure of another system is found, told what it is and where; nobody’s is not published', async (t) => {
  const w = await webWorld(t)
  await smallCatalogue(w)
  const ctx = w.as(w.province.procedureOfficer)
  const from = w.now.slice(0, 10)
  await decideRoute(ctx, {
    code: knownCode,
    target: 'other-system',
    system: 'Cổng mẫu',
    link: 'https://mau.example.vn/nop',
    bring: 'Tài khoản VNeID mức 2.',
    reason: 'Thử',
    from,
  })
  const anybody = await w.visitor()
  const published = await anybody.get(`/thu-tuc/${knownCode}`)
  // Extracts are filed here since they are published here; the decision counts for rows without a form.
  assert.equal(published.status, 200)
  const found = await anybody.get('/thu-tuc?q=xin+trich+luc+khai+sinh')
  assert.match(textOf(found.html), new RegExp(knownCode))
  const row = publishedRow('1.999998', { name: 'Việc mẫu của hệ thống khác', ministry: 'Bộ Mẫu', field: 'Mẫu', levels: ['tinh'] })
  await bringIn(w, row)
  const undecided = await anybody.get('/thu-tuc/1.999998')
  assert.equal(undecided.status, 404)
  assert.match(textOf(undecided.html), /chưa được công bố ở đây/)
  await decideRoute(ctx, {
    code: '1.999998',
    target: 'other-system',
    system: 'Cổng mẫu',
    link: 'https://mau.example.vn',
    reason: 'Thử',
    from,
  })
  const elsewhere = await anybody.get('/thu-tuc/1.999998')
  assert.match(textOf(elsewhere.html), /làm ở Cổng mẫu, không nộp tại đây/)
  assert.match(elsewhere.html, /href="https:\/\/mau\.example\.vn"/)
})

test('a front set with a reason leads to the National Portal with what was prepared, for people and for machines', async (t) => {
  const w = await webWorld(t)
  const hong = await w.visitor(w.hong)
  assert.match(textOf((await hong.get(`/nop/${birth}`)).html), /Nộp ở đâu/)
  assert.equal((await setFront(w, 'national-portal')).status, 303)
  const handed = await hong.get(`/nop/${birth}?relation=mother&parents=abandoned`)
  assert.match(textOf(handed.html), /Cổng Dịch vụ công quốc gia/)
  assert.match(textOf(handed.html), /Trẻ bị bỏ rơi/)
  const [row] = await w.db.selectFrom('procedure_front').selectAll().execute()
  assert.equal(row?.reason, 'Theo kế hoạch mẫu')
  assert.equal((await setFront(w, 'own')).status, 303)
  assert.match(textOf((await hong.get(`/nop/${birth}`)).html), /Nộp ở đâu/)
})

test('a front without reason or with a day that has passed is named, and nothing is stored', async (t) => {
  const w = await webWorld(t)
  const officer = await w.visitor(w.province.procedureOfficer)
  const answer = await officer.send('/quan-tri/noi-nop', '/quan-tri/noi-nop', {
    code: '',
    'from-day': '1',
    'from-month': '1',
    'from-year': '2020',
  })
  assert.equal(answer.status, 422)
  for (const said of [/Chọn thủ tục/, /Chọn nơi nộp/, /từ hôm nay/, /Ghi lý do/]) assert.match(textOf(answer.html), said)
  assert.deepEqual(await w.db.selectFrom('procedure_front').selectAll().execute(), [])
})

test('a production install without any row hands over; a sample files here', async (t) => {
  const w = await webWorld(t)
  const hong = await w.visitor(w.hong)
  w.services.sample = false
  assert.match(textOf((await hong.get(`/nop/${birth}`)).html), /Cổng Dịch vụ công quốc gia/)
  assert.equal((await setFront(w, 'own', 'moi')).status, 303)
  assert.match(textOf((await hong.get(`/nop/${birth}`)).html), /Nộp ở đâu/)
})

test('search engines are told every procedure and no page of a person', async (t) => {
  const w = await webWorld(t)
  const anybody = await w.visitor()
  const map = await anybody.get('/sitemap.xml')
  assert.match(map.html, new RegExp(`<loc>${w.url}/thu-tuc/${birth}</loc>`))
  assert.doesNotMatch(map.html, /ho-so|2\.000986\.TT/)
  const robots = await anybody.get('/robots.txt')
  assert.match(robots.html, /Disallow: \/ho-so\n/)
  assert.match(robots.html, /Sitemap: .*\/sitemap\.xml/)
  const page = await anybody.get(`/thu-tuc/${birth}`)
  assert.match(page.html, new RegExp(`<link rel="canonical" href="${w.url}/thu-tuc/${birth}"`))
})
