import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { test } from 'node:test'
import { confirmDraft, enter, propose, receive } from '#modules/dossiers'
import { deliver } from '#modules/notices'
import { rescanFiles } from '#modules/papers'
import { rowsOf } from '#platform/db'
import { clamdScanner } from '#platform/files'
import { sessionCookie } from '#web'
import { fileBirth } from '../birth.ts'
import { clamdDouble } from '../clamd-double.ts'
import { tinyPdf } from '../tiny-files.ts'
import { formIn, textOf } from '../visitor.ts'
import { type WebWorld, webWorld } from '../web-world.ts'
import type { Somebody } from '../world.ts'
import { fileBirth as fileOverPages, type Watch } from './filing.ts'
import { patience } from './patience.ts'
import { freePort } from './product.ts'
import { Walker } from './walker.ts'

const nobodyWatches: Watch = { doing() {}, uploaded() {}, stored() {}, filed() {}, acted() {}, broken: assert.fail }

async function walkerAs(w: WebWorld, who: Somebody): Promise<Walker> {
  return new Walker(w.url, { [sessionCookie]: (await w.sessionOf(who, w.clock())).token })
}

async function filedOverPages(w: WebWorld): Promise<string> {
  const mother = { walker: await walkerAs(w, w.lan), key: 'lan', commune: '09169' }
  const given = { child: 'Phạm Thử Nghiệm', bornOn: '2026-11-12', note: tinyPdf(), pieceLength: () => 10_000, again: () => false }
  return fileOverPages(
    mother,
    given,
    nobodyWatches,
    patience(() => true),
  )
}

/** A birth that waits before the step of a name. */
async function birthAt(w: WebWorld, step: 'number' | 'sign'): Promise<string> {
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  await receive(w.as(w.a.receptionist), filed.code)
  await propose(w.as(w.a.registrar), filed.code, 'Đủ điều kiện')
  await confirmDraft(w.as(w.hong), filed.code)
  await enter(w.as(w.a.registrar), filed.code)
  if (step === 'sign') await w.runJobs()
  return filed.code
}

async function counted(w: WebWorld, sql: string): Promise<Record<string, number>> {
  const [answer] = await w.owner.trip([{ text: sql, values: [] }])
  return rowsOf<Record<string, number>>(answer)[0] ?? {}
}

test('with population, civil status and wallet dead the citizen is told and files all the same, with the paper', async (t) => {
  const w = await webWorld(t)
  for (const service of ['population', 'civil-status', 'wallet'] as const) w.sandbox.setMode(service, 'dead')
  const code = await filedOverPages(w)
  assert.match(code, /^09169-/)
  const asked = await counted(w, "select count(*)::int as unavailable from look_up where status = 'unavailable'")
  assert.ok((asked.unavailable ?? 0) > 0)
  const desk = await w.visitor(w.b.receptionist)
  assert.equal((await desk.get(`/viec/${code}`)).status, 200)
})

test('a population database that is dead leaves the case visibly waiting; back again, one number is given', async (t) => {
  const w = await webWorld(t)
  w.sandbox.setMode('population', 'dead')
  const code = await birthAt(w, 'number')
  await assert.rejects(w.runJobs(), /no personal number yet/)
  const [desk, mother] = [await w.visitor(w.a.registrar), await w.visitor(w.hong)]
  assert.match(textOf((await desk.get(`/viec/${code}`)).html), /số định danh/)
  assert.equal((await mother.get(`/ho-so/${code}`)).status, 200)
  const notes = "select count(*)::int as notes, (select count(*)::int from act where name = 'allot') as acts from register_note"
  assert.deepEqual(await counted(w, notes), { notes: 0, acts: 0 })
  w.sandbox.setMode('population', 'ok')
  await w.runJobs()
  await w.runJobs()
  assert.deepEqual(await counted(w, notes), { notes: 1, acts: 1 })
})

test('with the time-stamping and status authorities dead signing says so; nothing is stored, no number is spent, and the same form signs later', async (t) => {
  const w = await webWorld(t)
  const code = await birthAt(w, 'sign')
  const stored = `select (select count(*)::int from act) as acts, (select count(*)::int from audit_entry) as entries, (select count(*)::int from issued_paper) as papers,
    (select count(*)::int from stored_file) as files, (select coalesce(sum(last), 0)::int from number_series) as numbers, (select count(*)::int from register_entry) as register,
    (select count(*)::int from idempotency_key) as keys, (select count(*)::int from graphile_worker._private_jobs) as jobs`
  for (const [who, slug] of [
    [w.a.chair, 'ky'],
    [w.a.clerk, 'phat-hanh'],
  ] as const) {
    const official = await w.visitor(who)
    const form = formIn((await official.get(`/viec/${code}/${slug}`)).html, `/${slug}`)
    w.sandbox.setMode('pki', 'dead')
    const [before, lying] = [await counted(w, stored), await filesOf(w)]
    const refused = await official.post(form)
    assert.equal(refused.status, 503)
    assert.match(textOf(refused.html), /Dịch vụ dấu thời gian không trả lời|Chưa kiểm tra được trạng thái chứng thư số/)
    assert.deepEqual([await counted(w, stored), await filesOf(w)], [before, lying])
    w.sandbox.setMode('pki', 'ok')
    assert.equal((await official.post(form)).status, 303)
  }
})

async function filesOf(w: WebWorld): Promise<number> {
  const entries = await readdir(w.folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).length
}

test('a dead mail server holds nothing else up: the VNeID notice goes out once, the mail is tried again', async (t) => {
  const w = await webWorld(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  const [answer] = await w.owner.trip([{ text: 'select id from notice', values: [] }])
  const [{ id } = { id: '' }] = rowsOf<{ id: string }>(answer)
  const vneid = { url: w.sandbox.urls.inbox, secret: 'a' }
  const sent: string[] = []
  const dead = async () => {
    throw new Error('connect ECONNREFUSED')
  }
  const outcome =
    "select count(*) filter (where channel = 'vneid')::int as vneid, count(*) filter (where channel = 'email')::int as email from notice_delivery"
  await assert.rejects(deliver(w.job(), { email: dead, vneid, publicUrl: w.url }, id), /ECONNREFUSED/)
  assert.deepEqual(await counted(w, outcome), { vneid: 1, email: 0 })
  await deliver(
    w.job(),
    { email: async (to) => void sent.push(to), vneid: { url: 'http://127.0.0.1:1', secret: 'a' }, publicUrl: w.url },
    id,
  )
  assert.deepEqual([await counted(w, outcome), sent.length], [{ vneid: 1, email: 1 }, 1])
})

test('with the scanner dead papers come in and the desk shows «chưa quét»; back again, they are scanned', async (t) => {
  const w = await webWorld(t)
  w.vault.scanner = clamdScanner({ host: '127.0.0.1', port: await freePort() })
  const code = await filedOverPages(w)
  const desk = await w.visitor(w.b.receptionist)
  assert.match(textOf((await desk.get(`/viec/${code}`)).html), /[Cc]hưa quét/)
  w.vault.scanner = clamdScanner(await clamdDouble(t, 'never there'))
  assert.deepEqual(await rescanFiles(w.job(), w.vault), { clean: 1, malware: 0, left: 0 })
  assert.doesNotMatch(textOf((await desk.get(`/viec/${code}`)).html), /[Cc]hưa quét/)
})
