import assert from 'node:assert/strict'
import { test } from 'node:test'
import { approve, chooseEntry, deliver, getCase, propose, recordPayment, refuse } from '#modules/dossiers'
import { asActor } from '#platform/db'
import { personCalled } from '#sandbox'
import { assertWhole } from './audit-after.ts'
import { birthWorld } from './birth.ts'
import { deathAnswers } from './death.ts'
import { askForCopies, copyIssued, searched } from './extract.ts'
import { issueBirth } from './issued-birth.ts'
import { readPaper } from './read-paper.ts'
import { carryToSeal, fileAny, sealedPaper } from './registry-case.ts'

const refused = (status: number, reason: string) => ({ name: 'Refusal', status, reason })

function holds(text: string, lines: readonly string[]): void {
  for (const line of lines) assert.ok(text.includes(line), `${line}\n${text}`)
}

test('a birth that was just registered is copied by another commune, field by field as it stands in the register; a copy is paid', async (t) => {
  const w = await birthWorld(t)
  const birth = await issueBirth(w)
  const child = { subjectName: 'Trần nguyễn minh khuê', subjectBornOn: '2026-11-12', copyForm: 'certificate' }
  const code = await askForCopies(w, child, { unit: w.units.b, office: w.b })
  await assert.rejects(propose(w.as(w.b.registrar), code, 'Có trong sổ'), refused(409, 'entry-not-chosen'))

  const { entries } = await searched(w, code, w.b)
  assert.deepEqual(
    entries.map(({ number, keptBy, agencyName }) => ({ number, keptBy, agencyName })),
    [{ number: '1/2026', keptBy: 'us', agencyName: 'Ủy ban nhân dân phường Kinh Bắc' }],
  )
  // Whoever is no official of the state finds nothing, though he knows the key; nor does anybody list the keys of another commune.
  const party = { ...w.as(w.b.registrar).actor, system: 'party' }
  for (const actor of [w.as(w.lan).actor, party, w.as(w.b.registrar).actor]) {
    const [, keys] = await w.pool.trip([asActor(actor), { text: 'select key from register_key', values: [] }])
    assert.deepEqual(keys?.rows, [])
  }
  for (const actor of [w.as(w.lan).actor, party]) {
    const all = '(select array_agg(key) from register_key)'
    const [, found] = await w.owner.trip([asActor(actor), { text: `select * from find_register(${all})`, values: [] }])
    assert.deepEqual(found?.rows, [])
  }
  await copyIssued(w, code, w.b)
  const copy = await readPaper(await sealedPaper(w, code))
  assert.deepEqual([copy.signatures, copy.valid], [2, 2])
  const certificate = await readPaper(birth.sealed)
  const number = /Số định danh cá nhân: (\d{12})/.exec(certificate.text)?.[1]
  holds(copy.text, [
    'GIẤY KHAI SINH (BẢN SAO)',
    'Số: 01/2026/TLKS-BS',
    'TRẦN NGUYỄN MINH KHUÊ',
    'Ngày, tháng, năm sinh: 12/11/2026',
    'Ngày mười hai tháng mười một năm hai nghìn không trăm hai mươi sáu',
    'Giới tính: Nữ',
    'Dân tộc: Kinh',
    'Quốc tịch: Việt Nam',
    'Nơi sinh: Bệnh viện mẫu, Phường Kinh Bắc',
    'Quê quán: Xã Nhã Nam',
    `Số định danh cá nhân: ${number}`,
    'NGUYỄN THỊ HỒNG',
    'TRẦN VĂN MINH',
    'Họ, chữ đệm, tên người đi khai sinh: Nguyễn Thị Hồng',
    'Đã được đăng ký khai sinh tại: Ủy ban nhân dân phường Kinh Bắc',
    'Số: 1/2026',
    'Quyển số: 01/2026',
    'Ngày: 20/11/2026',
    'Ghi chú:',
    'NGƯỜI KÝ BẢN SAO',
  ])
  await assert.rejects(deliver(w.as(w.b.receptionist), code, 'online'), refused(409, 'fee-not-recorded'))
  await recordPayment(w.as(w.b.receptionist), code, { kind: 'paid', receipt: '0000077', dong: 16_000n, paidAt: w.now, reason: '' })
  assert.equal((await deliver(w.as(w.b.receptionist), code, 'online')).status, 'delivered')
  await assertWhole(w)
})

test('a death registered here is copied with hour and place; the cause stays in the register', async (t) => {
  const w = await birthWorld(t)
  const suu = personCalled('suu')
  await carryToSeal(w, (await fileAny(w, { procedure: '1.000656', answers: deathAnswers() })).code)
  const code = await askForCopies(w, { kind: 'death', relation: 'child', subjectName: suu.name, subjectBornOn: suu.bornOn })
  await copyIssued(w, code)
  const { text } = await readPaper(await sealedPaper(w, code))
  holds(text, [
    'TRÍCH LỤC KHAI TỬ (BẢN SAO)',
    '/TLKT-BS',
    'HOÀNG VĂN SỬU',
    'Ngày, tháng, năm sinh: 1949',
    `Số định danh cá nhân: ${suu.number}`,
    'Đã chết vào lúc: 05 giờ 40 phút, ngày 17/11/2026',
    'Nơi chết: Bệnh viện Đa khoa mẫu Bắc Ninh, Phường Yên Phong',
    'Đã được đăng ký khai tử tại: Ủy ban nhân dân phường Kinh Bắc',
  ])
  assert.ok(!text.includes('Suy tim'))
})

test('entries of the national database are found by name and birth date together, and copied with their notes', async (t) => {
  const w = await birthWorld(t)
  const [hong, minh] = [personCalled('hong'), personCalled('minh')]
  const married = await askForCopies(w, { kind: 'marriage', relation: 'self', subjectName: hong.name, subjectBornOn: hong.bornOn })
  await copyIssued(w, married)
  holds((await readPaper(await sealedPaper(w, married))).text, [
    'TRÍCH LỤC KẾT HÔN (BẢN SAO)',
    '/TLKH-BS',
    'NGUYỄN THỊ HỒNG',
    'TRẦN VĂN MINH',
    `Số định danh cá nhân ${minh.number}`,
    'Số: 45/2022',
    'Ngày: 20/05/2022',
  ])
  const recognised = await askForCopies(w, { kind: 'parenthood', subjectName: 'Giáp Minh Nhật', subjectBornOn: '2020-02-02' })
  await copyIssued(w, recognised)
  holds((await readPaper(await sealedPaper(w, recognised))).text, [
    'TRÍCH LỤC ĐĂNG KÝ NHẬN CHA, MẸ, CON',
    'GIÁP MINH NHẬT',
    'GIÁP VĂN LỰC',
    'Ghi chú: Cải chính ngày sinh của con ngày 15/06/2022',
  ])
  const stranger = await askForCopies(w, { kind: 'marriage', subjectName: hong.name, subjectBornOn: '1998-03-15' })
  assert.deepEqual((await searched(w, stranger)).entries, [])
})

test('nothing found is refused with its reason; a dead database leaves our own registers; nobody chooses what was not found', async (t) => {
  const w = await birthWorld(t)
  const nobody = { kind: 'birth', subjectName: 'Nguyễn Văn Không', subjectBornOn: '1990-01-01' }
  const code = await askForCopies(w, nobody)
  assert.deepEqual([(await searched(w, code)).entries.length, (await searched(w, code)).national.reason], [0, 'not-found'])
  const made = 'birth|09187|01/2026|1/2026'
  await assert.rejects(chooseEntry(w.as(w.a.registrar), w.sources, code, made), refused(409, 'entry-gone'))
  await assert.rejects(chooseEntry(w.as(w.a.receptionist), w.sources, code, made), refused(403, 'not-for-you'))
  await assert.rejects(refuse(w.as(w.a.registrar), code, { reason: '', basis: '' }), refused(422, 'grounds-needed'))
  await refuse(w.as(w.a.registrar), code, { reason: 'Không có mục nào trong sổ', basis: 'Luật Hộ tịch 60/2014/QH13, Điều 64' })
  await approve(w.as(w.a.supervisor), code)
  assert.equal((await getCase(w.as(w.hong), code)).status, 'refused')

  const onPaper = await askForCopies(w, { ...nobody, subjectName: personCalled('hai').name, subjectBornOn: personCalled('hai').bornOn })
  assert.equal((await searched(w, onPaper)).national.reason, 'not-in-database')
  w.sandbox.setMode('civil-status', 'dead')
  assert.equal((await searched(w, onPaper)).national.status, 'unavailable')
})
