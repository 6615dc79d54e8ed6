import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  approve,
  askForMore,
  beginDraft,
  enter,
  fillKnown,
  getCase,
  getDraft,
  propose,
  receive,
  refuse,
  savePage,
  seal,
  sign,
  supplement,
} from '#modules/dossiers'
import { type Answers, inForce } from '#modules/procedures'
import { people } from '#sandbox'
import { bakery } from '../src/catalogue/business/shop-sample.ts'
import { type BirthWorld, birthWorld } from './birth.ts'
import { fileCase } from './filed.ts'
import { formPaper } from './form-paper.ts'

const office = '09187-KT'
const owner = people.find(({ key }) => key === 'lan')

/** Lan's application in her own name. */
function application(w: BirthWorld, changes: Answers = {}) {
  if (owner === undefined) throw new Error('the cast has lost Lan')
  const { name, number, bornOn } = owner
  const own = { applicantName: name, applicantId: number, ownerName: name, ownerId: number, ownerBornOn: bornOn }
  return fileCase(w, { who: w.lan, procedure: '1.001612', unit: office, answers: { ...bakery, ...own, ...changes } })
}

test('data that the tax system rejects comes back to the registrar, who has it put right; then the code comes', async (t) => {
  const w = await birthWorld(t)
  const registrar = w.as(w.a.businessRegistrar)
  const { code } = await application(w, { ownerName: 'Phạm Thị Lan Anh' })
  await receive(registrar, code)
  await propose(registrar, code, 'Đủ điều kiện')
  await enter(registrar, code)
  await w.runJobs()
  const back = await getCase(registrar, code)
  assert.deepEqual([back.step, back.status], ['amend', 'in-progress'])
  await askForMore(registrar, code, [{ code: 'KD11' }], undefined)
  await w.runJobs()
  const notice = await formPaper(w, code, 'form-TB-HKD')
  assert.equal(notice.valid, 1)
  for (const line of [
    'THÔNG BÁO',
    'Số: 1/TB-ĐKKD',
    'PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ PHƯỜNG KINH BẮC',
    'Thông tin chủ hộ không khớp dữ liệu dân cư',
  ])
    assert.ok(notice.text.includes(line), `${line}: ${notice.text}`)
  const answers = { ownerName: owner?.name ?? '' }
  assert.ok((await supplement(w.as(w.lan), code, { answers, files: [], replaced: [], note: '' })).ok)
  await propose(registrar, code, 'Đã sửa')
  await w.runJobs()
  assert.equal((await getCase(registrar, code)).step, 'sign')
})

test('a refusal has its ground and is approved by the head of the office; the fee is not given back', async (t) => {
  const w = await birthWorld(t)
  const { code } = await application(w)
  await receive(w.as(w.a.businessRegistrar), code)
  await refuse(w.as(w.a.businessRegistrar), code, { reason: 'Ngành, nghề cấm đầu tư kinh doanh', basis: 'Luật Đầu tư, Điều 6' })
  await approve(w.as(w.a.economicChief), code)
  await w.runJobs()
  const { text } = await formPaper(w, code, 'form-03')
  for (const line of ['Ngành, nghề cấm đầu tư kinh doanh', 'Luật Đầu tư, Điều 6']) assert.ok(text.includes(line), line)
  assert.equal((await getCase(w.as(w.a.businessRegistrar), code)).status, 'refused')
})

test('each certificate takes the next number of the office’s book, and a rural commune names its own office', async (t) => {
  const w = await birthWorld(t)
  const issued = async (unit: string, at: typeof w.a) => {
    const { code } = await fileCase(w, {
      who: w.lan,
      procedure: '1.001612',
      unit,
      answers: { ...bakery, ownerName: owner?.name ?? '', ownerId: owner?.number ?? '' },
    })
    await receive(w.as(at.businessRegistrar), code)
    await propose(w.as(at.businessRegistrar), code, 'Đủ')
    await enter(w.as(at.businessRegistrar), code)
    await w.runJobs()
    await sign(w.as(at.economicChief), w.means, code, undefined)
    await seal(w.as(at.economicClerk), w.means, code)
    return formPaper(w, code, 'result')
  }
  const [one, two, rural] = [await issued(office, w.a), await issued(office, w.a), await issued('07306-KT', w.c)]
  assert.match(one?.text ?? '', /Số: 01\/2026/)
  assert.match(two?.text ?? '', /Số: 02\/2026/)
  assert.match(rural?.text ?? '', /PHÒNG KINH TẾ XÃ NHÃ NAM .*Số: 01\/2026/)
  assert.deepEqual([one?.valid, two?.valid, rural?.valid], [2, 2, 2])
})

test('the form asks the register for name and owner, leaves both to the citizen, and asks again when they change', async (t) => {
  const w = await birthWorld(t)
  const ctx = w.as(w.somebody('phuoc'))
  const procedure = await inForce(ctx, '1.001612', '2026-11-20')
  assert.ok(procedure)
  const id = await beginDraft(ctx, procedure, w.unit(office))
  await savePage(ctx, id, 'nguoi-nop', { filer: 'owner' })
  const named = async (businessName: string) => {
    await savePage(ctx, id, 'ten', { businessName, 'headOffice-commune': '09187', 'headOffice-detail': 'Số 15' })
    return fillKnown(ctx, w.sources, id)
  }
  const taken = await named('hộ kinh doanh GỐM PHÙ LÃNG')
  assert.deepEqual([taken.answers.nameInRegister, taken.answers.ownerInRegister], ['taken', 'has'])
  assert.equal(taken.known.businessName, undefined)
  assert.equal((await named('Hộ kinh doanh Gốm mới')).answers.nameInRegister, 'free')
  assert.equal((await named('hộ kinh doanh GỐM PHÙ LÃNG')).answers.nameInRegister, 'taken')
  w.sandbox.setMode('tax', 'dead')
  assert.equal((await named('Hộ kinh doanh Gốm khác')).answers.nameInRegister, undefined)
  assert.equal((await getDraft(ctx, id)).answers.businessName, 'Hộ kinh doanh Gốm khác')
})
