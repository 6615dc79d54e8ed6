import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileBirth } from '../birth.ts'
import { formIn } from '../visitor.ts'
import { type WebWorld, webWorld } from '../web-world.ts'
import type { Somebody } from '../world.ts'
import { chanceFrom } from './chance.ts'
import { addressOf, hostileRequest } from './hostile-values.ts'

const seed = 20_261_122
const roundsEach = 3

/** Names of form fields that handlers look for, as far as pages and sources show them. */
const names = [
  '_csrf _key _lam _ban _toi _sai _da-xem _hien bo-tep version shown reason basis opinion question subject toUnit way defect ground send xa tim ve party',
  'childName childBornOn-day childBornOn-month childBornOn-year childSex birthPlace-noi birthPlace-commune motherId motherName clinicNote proof copies',
  'login password code field name size note loi choice valid_from from to account role title unit email phone file giay ma-so so ngay-sinh so-dinh-danh',
].flatMap((line) => line.split(' '))

test('no door answers 500 or dies, whatever is sent to it by whomever', { timeout: 180_000 }, async (t) => {
  const w = await webWorld(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  const known = [filed.code, filed.id, filed.trackKey, '1.001193', '09187', 'xem-lai', 'tre', w.units.a, w.mai.account]
  const visitors = await Promise.all(
    [undefined, w.hong, w.a.receptionist, w.a.registrar, w.a.chair, w.province.administrator].map((who) => cookiesOf(w, who)),
  )
  const chance = chanceFrom(seed)
  const failed: string[] = []
  let sent = 0
  for (const { method, path } of w.routes) {
    for (const { cookies, token } of visitors) {
      for (let round = 0; round < roundsEach; round += 1) {
        const request = hostileRequest(method, addressOf(path, chance, known), chance, names, token)
        const reply = await w.app.inject({ ...request, cookies })
        sent += 1
        if (reply.statusCode === 500 || reply.statusCode > 503)
          failed.push(`${method} ${path} → ${reply.statusCode}: ${JSON.stringify(request).slice(0, 600)}`)
        assert.doesNotMatch(reply.body, /(at \S+ \(|node:internal|SELECT |select \w+ from )/, `${method} ${path} shows its inside`)
      }
    }
  }
  assert.deepEqual(failed, [], `seed ${seed}`)
  assert.ok(sent > 1000, `${sent} requests`)
  assert.equal((await w.app.inject('/healthz')).statusCode, 200)
  assert.equal(Object.hasOwn(Object.prototype, 'x'), false)
})

async function cookiesOf(w: WebWorld, who?: Somebody): Promise<{ cookies: Record<string, string>; token: string }> {
  const visitor = await w.visitor(who)
  const page = await visitor.get('/dang-nhap')
  const { fields } = formIn(page.html, '/dang-nhap')
  return { cookies: visitor.cookies, token: String(fields._csrf) }
}
