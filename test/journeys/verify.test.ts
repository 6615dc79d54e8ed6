import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askForMore, receive } from '#modules/dossiers'
import { type Evidence, packEvidence, sentence } from '#modules/signing'
import { newId } from '#platform/id'
import { fileBirth } from '../birth.ts'
import { contentForgeries } from '../forgeries/content.ts'
import { frameForgeries } from '../forgeries/frame.ts'
import { type Forgery, listsOf, recast, sceneOf } from '../forgeries/kit.ts'
import { tableForgeries } from '../forgeries/tables.ts'
import { issueBirth } from '../issued-birth.ts'
import { signedPaper, signersOf } from '../signing-world.ts'
import { formIn, textOf } from '../visitor.ts'
import { type WebWorld, webWorld } from '../web-world.ts'

/** Forms of the office as they were issued, oldest first. */
async function issuedForms(w: WebWorld): Promise<Uint8Array[]> {
  const rows = await w.db
    .selectFrom('issued_paper')
    .innerJoin('stored_file', 'stored_file.id', 'issued_paper.file_id')
    .where('kind', 'like', 'form-%')
    .orderBy('at')
    .select('stored_file.key')
    .execute()
  return Promise.all(
    rows.map(async ({ key }) => {
      const chunks: Uint8Array[] = []
      for await (const chunk of await w.vault.store.open(key)) chunks.push(chunk)
      return new Uint8Array(Buffer.concat(chunks))
    }),
  )
}

type Told = { status: number; text: string; html: string }

/** Sends a file as the page's form does, without script. */
async function checked(w: WebWorld, pdf: Uint8Array, { lang = 'vi' as 'vi' | 'en', name = 'giay-khai-sinh.pdf' } = {}): Promise<Told> {
  const visitor = await w.visitor(undefined, lang)
  const { fields } = formIn((await visitor.get('/xac-minh')).html, '/xac-minh')
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, String(value))
  form.append('tep', new Blob([Buffer.from(pdf)], { type: 'application/pdf' }), name)
  const { headers, body } = await encoded(form)
  const reply = await w.app.inject({ method: 'POST', url: '/xac-minh', headers, payload: body, cookies: visitor.cookies })
  return { status: reply.statusCode, text: textOf(reply.body), html: reply.body }
}

async function encoded(form: FormData): Promise<{ headers: Record<string, string>; body: Buffer }> {
  const made = new Response(form)
  const body = Buffer.from(await made.arrayBuffer())
  return { headers: { accept: 'text/html', 'content-type': made.headers.get('content-type') ?? '' }, body }
}

test('the certificate that a mother got is genuine: who signed, in which post, when, and nothing changed since', async (t) => {
  const w = await webWorld(t)
  const { sealed } = await issueBirth(w)
  const told = await checked(w, sealed)
  assert.equal(told.status, 200)
  assert.match(told.text, /Giấy tờ thật, còn nguyên vẹn/)
  assert.match(told.text, /Tệp này do Ủy ban nhân dân phường Kinh Bắc ký số và không thay đổi từ khi ký\./)
  assert.match(told.text, /Người ký: Trần Đức Toàn Phó Chủ tịch Ủy ban nhân dân phường Kinh Bắc, 08:00 20\/11\/2026/)
  assert.match(told.text, /Con dấu số: Ủy ban nhân dân phường Kinh Bắc/)
  assert.match(told.text, /Trùng từng byte với bản Ủy ban nhân dân phường Kinh Bắc phát hành lúc 08:00 20\/11\/2026/)
  assert.match((await checked(w, sealed, { lang: 'en' })).text, /Genuine and unchanged/)
})

test('whether the certificates stood is told by what was kept at signing, without asking any authority', async (t) => {
  const w = await webWorld(t)
  const { sealed } = await issueBirth(w)
  await w.sandbox.stop()
  assert.match((await checked(w, sealed)).text, /Giấy tờ thật/)
})

const attacks: readonly (Forgery & { title: string })[] = [
  ...pick(contentForgeries, 'a byte of the page is turned', 'something is drawn behind the content', 'a white square is added'),
  ...pick(contentForgeries, 'the content is exchanged for another stream', 'the seal is hidden', 'an object that nothing shows is added'),
  ...pick(frameForgeries, 'layers are brought in', 'a command runs on opening', 'a page is put in front'),
  ...pick(tableForgeries, "the agency's field points back at its unsigned self", 'the end points at the table of an earlier revision'),
  ...pick(tableForgeries, 'an object stream overrides the page'),
].map((forgery) => ({ ...forgery, title: 'Giấy tờ đã bị sửa sau khi ký' }))

function pick(list: readonly Forgery[], ...names: string[]): Forgery[] {
  return names.map((name) => list.find((one) => one.name === name) ?? assert.fail(`no forgery is called ${name}`))
}

test('a real certificate that was tampered with is refused, each time with the sentence for what was done', async (t) => {
  const w = await webWorld(t)
  const { leader, sealed } = await issueBirth(w)
  const scene = { ...(await sceneOf()), leader, agency: sealed }
  for (const { name, finding, title, make } of attacks) {
    const made = await make(scene)
    const told = await checked(w, made instanceof Uint8Array ? made : made.pdf)
    assert.ok(told.text.includes(title), `${name}: ${told.text.slice(0, 600)}`)
    assert.ok(told.text.includes(wordsOf(finding)), `${name} lacks «${wordsOf(finding)}»: ${told.text.slice(0, 900)}`)
    assert.match(told.text, /Tệp không trùng từng byte với bản đã phát hành/, name)
    assert.match(told.text, /báo cho Ủy ban nhân dân phường Kinh Bắc/, name)
  }
})

/** The fixed part of a sentence, before the first name or number. */
function wordsOf(code: Forgery['finding']): string {
  return (
    sentence({ code, params: { page: '1', who: '§' } }, 'vi')
      .split('§')[0]
      ?.trim() ?? ''
  )
}

test('a byte that no signature covers is still not the file that was issued', async (t) => {
  const w = await webWorld(t)
  const { sealed } = await issueBirth(w)
  // A byte among the digest algorithms that the signature names a second time, where no signature reaches.
  const told = await checked(
    w,
    recast(sealed, (room) => {
      room[36] = (room[36] ?? 0) ^ 1
    }),
  )
  assert.match(told.text, /Không phải tệp đã phát hành/)
  assert.match(told.text, /Tệp không trùng từng byte với bản đã phát hành; hãy tải lại bản gốc\./)
  assert.doesNotMatch(told.text, /đã bị sửa sau khi/)
})

test('the copy before the seal was never issued', async (t) => {
  const w = await webWorld(t)
  const { leader } = await issueBirth(w)
  const told = await checked(w, leader)
  assert.match(told.text, /Bản này chưa được ban hành/)
  assert.match(told.text, /Bản này chưa có chữ ký số của cơ quan: là bản trước khi ban hành\. Không dùng tệp này\./)
})

test('a paper signed with a certificate that had been revoked is refused, with the hour of the revocation', async (t) => {
  const w = await webWorld(t)
  const { pki } = w.sandbox
  const signers = signersOf(pki)
  const { agency } = await signedPaper({ pki, now: w.now, trust: w.means.signing.trust, ...signers }, 'from-register')
  assert.match((await checked(w, agency)).text, /Chữ ký còn nguyên, nhưng không phải giấy do chúng tôi phát hành/)
  pki.revoke(signers.leader.certificate.serial, '2026-11-19T01:00:00.000Z')
  const told = await checked(w, agency)
  assert.match(told.text, /Người ký đã mất quyền ký trước lúc ký/)
  assert.match(told.text, /Chứng thư của Nguyễn Thị Mẫu, Phó Chủ tịch đã bị thu hồi lúc 19\/11\/2026 08:00:00, trước khi ký\./)
})

test('a form of the office carries the agency’s seal alone, and is genuine', async (t) => {
  const w = await webWorld(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  await receive(w.as(w.a.receptionist), filed.code)
  await askForMore(w.as(w.a.registrar), filed.code, [{ code: 'KS01' }], undefined)
  await w.runJobs()
  const [first] = await issuedForms(w)
  assert.ok(first !== undefined)
  const told = await checked(w, first)
  assert.match(told.text, /Giấy tờ thật, còn nguyên vẹn/)
  const page = textOf((await (await w.visitor()).get(`/xac-minh?ma=${filed.trackKey}`)).html)
  assert.match(page, /Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ/)
})

test('number and date filled with the agency’s signature are the normal step of issuing', async (t) => {
  const w = await webWorld(t)
  const { pki } = w.sandbox
  const world = { pki, now: w.now, trust: w.means.signing.trust, ...signersOf(pki) }
  const { agency } = await signedPaper(world, 'after-signature')
  await putInRegister(w, agency, listsOf(world))
  const told = await checked(w, agency)
  assert.match(told.text, /Giấy tờ thật, còn nguyên vẹn/)
  assert.match(told.text, /Số 27\/GXN-UBND và ngày .* được điền cùng lúc cơ quan ký số: bước ban hành bình thường\./)
})

/** Writes a paper into the register of issued papers, as the act that issues it does. */
async function putInRegister(w: WebWorld, pdf: Uint8Array, evidence: Evidence): Promise<void> {
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  await w.owner.trip([
    {
      text: `insert into issued_paper (id, work_item_id, kind, template, stage, file_id, sha256, number, number_year, act_id, evidence, system, unit_id, at)
             select $1, a.work_item_id, 'result', 'confirmation', 'sealed', u.file_id, sha256($2), '27/GXN-UBND', 2026, a.id, $3, a.system, a.unit_id, $4
             from act a join file_use u on u.act_id = a.id where a.work_item_id = $5 limit 1`,
      values: [newId(), pdf, Buffer.from(packEvidence(evidence)), w.now, filed.id],
    },
  ])
}

test('what is no signed PDF is told apart: nothing chosen, a picture, a paper without signatures, a paper too large', async (t) => {
  const w = await webWorld(t)
  assert.match((await checked(w, new Uint8Array(), { name: '' })).text, /Hãy chọn tệp cần kiểm tra/)
  assert.match((await checked(w, Buffer.from('\x89PNG'))).text, /Tệp này không phải PDF/)
  assert.match((await checked(w, Buffer.from('%PDF-1.7\nkhông có gì'))).text, /Không có chữ ký số để kiểm tra/)
  const large = await checked(w, Buffer.alloc(51 * 1024 * 1024))
  assert.deepEqual([large.status, /Tệp lớn hơn 50 MB/.test(large.text)], [422, true])
})

test('a file is not taken from a form of another origin, nor from the same place sixty times in ten minutes', async (t) => {
  const w = await webWorld(t)
  const form = new FormData()
  form.append('tep', new Blob(['%PDF-']), 'a.pdf')
  const { headers, body } = await encoded(form)
  const send = () => w.app.inject({ method: 'POST', url: '/xac-minh', headers, payload: body })
  assert.equal((await send()).statusCode, 403)
  for (let count = 0; count < 59; count += 1) await send()
  assert.equal((await send()).statusCode, 429)
})

test('the report can be taken along as a PDF, and only as it was found', async (t) => {
  const w = await webWorld(t)
  const { sealed } = await issueBirth(w)
  const told = await checked(w, sealed)
  const visitor = await w.visitor()
  await visitor.get('/xac-minh')
  const { fields } = formIn(told.html, '/xac-minh/bien-ban')
  const own = formIn((await visitor.get('/xac-minh')).html, '/xac-minh').fields
  const sent = { action: '/xac-minh/bien-ban', fields: { ...fields, _csrf: own._csrf ?? '' } }
  const report = await visitor.post(sent)
  assert.deepEqual(
    [report.status, report.headers['content-type'], report.bytes.subarray(0, 5).toString()],
    [200, 'application/pdf', '%PDF-'],
  )
  assert.equal((await visitor.post(sent, { 'ket-qua': 'AAAA' })).status, 422)
})

test('by the QR code of a print one learns what was issued, and no citizen’s name', async (t) => {
  const w = await webWorld(t)
  const { trackKey } = await issueBirth(w)
  const visitor = await w.visitor()
  const tracked = await visitor.get(`/q/${trackKey}`)
  assert.ok(tracked.html.includes(`href="/xac-minh?ma=${trackKey}"`))
  const page = textOf((await visitor.get(`/xac-minh?ma=${trackKey}`)).html)
  assert.match(page, /Mã QR này là của giấy đã phát hành/)
  assert.match(page, /Giấy khai sinh/)
  assert.match(page, /Số 01\/2026/)
  assert.match(page, /Trần Đức Toàn, Phó Chủ tịch Ủy ban nhân dân, 08:00 20\/11\/2026/)
  assert.doesNotMatch(page, /Minh Khuê|Hồng/)
  assert.match(textOf((await visitor.get('/xac-minh?ma=khong-co')).html), /Chưa có giấy nào được phát hành với mã này/)
})

test('nothing of a file that was checked stays behind', async (t) => {
  const w = await webWorld(t)
  const { sealed } = await issueBirth(w)
  const count = async () => {
    const [files, uploads] = await Promise.all([
      w.db.selectFrom('stored_file').select('id').execute(),
      w.db.selectFrom('upload').select('id').execute(),
    ])
    return [files.length, uploads.length]
  }
  const before = await count()
  await checked(w, sealed)
  await checked(w, Buffer.concat([sealed, Buffer.from('x')]))
  assert.deepEqual(await count(), before)
})
