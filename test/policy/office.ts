import { totpAt } from '#modules/identity'
import { newId } from '#platform/id'
import { samplePassword, sampleTotpSecret } from '../../src/sample/index.ts'
import { caseAt, caseWithMismatch, copyAt, deskAt, paperOf, questionAt, type State } from './cases.ts'
import { caseAsked } from './released.ts'
import { fieldsOn, type Knock, type Knocks, plain } from './request.ts'
import type { Desk, PolicyWorld } from './world.ts'

/** The page of an act, where a case stands so that it can be done. */
function actPage(verb: string, state: State, desk: Desk = deskAt[state]): Knock {
  return { desk, subject: (w, lies) => caseAt(w, state, lies), send: ({ subject: { code } }) => ({ path: `/viec/${code}/${verb}` }) }
}

type Answers = Readonly<Record<string, string>>

/** The act itself: the form as its rightful holder finds it, with the answers put in. */
function act(verb: string, state: State, answers: Answers | ((w: PolicyWorld) => Answers) = {}, desk: Desk = deskAt[state]): Knock {
  return {
    desk,
    subject: (w, lies) => caseAt(w, state, lies),
    send: async ({ w, subject: { code }, who, column }) => {
      const path = `/viec/${code}/${verb}`
      // The paper that a substitute signs bears his own name: he is shown his own.
      const holder = column === 'substitute' && who !== undefined ? who : w.a[desk]
      const fields = await fieldsOn(w, holder, path, `/${verb}`)
      return { path, form: { ...fields, ...(typeof answers === 'function' ? answers(w) : answers) } }
    },
  }
}

const acts: readonly [verb: string, state: State, answers: Answers | ((w: PolicyWorld) => Answers)][] = [
  ['nhan', 'submitted', {}],
  ['de-xuat', 'received', {}],
  ['duyet', 'toRefuse', {}],
  ['ghi-so', 'toEnter', {}],
  ['ky', 'toSign', {}],
  ['phat-hanh', 'toSeal', {}],
  ['tra-ket-qua', 'ready', { way: 'online' }],
  ['yeu-cau-bo-sung', 'received', { defect: 'KS01' }],
  ['hoi-don-vi-khac', 'received', (w) => ({ subject: 'marriage', toUnit: w.units.b, question: 'Đề nghị tra sổ kết hôn.' })],
  ['chuyen-lai', 'toEnter', { reason: 'Tên đệm chưa khớp' }],
  ['xin-loi', 'received', { 'newDue-day': '25', 'newDue-month': '11', 'newDue-year': '2026', reason: 'Chờ xác minh' }],
  ['chuyen', 'submitted', (w) => ({ toUnit: w.units.b, reason: 'Cha mẹ cư trú ở đó' })],
  ['dung', 'received', { reason: 'Người nộp xin dừng' }],
  ['tu-choi', 'submitted', { ground: 'KS03', basis: 'Luật Hộ tịch, Điều 12', reason: 'Trẻ đã được đăng ký' }],
]

const desks = ['tiepnhan', 'hotich', 'phochutich', 'vanthu', 'giamsat']
const logins = [
  ...['kinhbac', 'vuninh', 'nhanam'].flatMap((place) => desks.map((desk) => `${desk}.${place}`)),
  'vanhanh.tinh',
  'quantri2.tinh',
]

/** Each official comes in once: a code serves one time. */
function signIn(w: PolicyWorld, at: number) {
  const login = logins[at]
  if (login === undefined) throw new Error(`nobody is left to sign in for column ${at}`)
  return { login, password: samplePassword, code: totpAt(sampleTotpSecret(login), w.clock()), ve: '/viec' }
}

const ticket = '01932f40-9d00-7c31-8e52-6f1a3b5c7d90'
const device = { ticket, response: { id: 'AAAA' }, name: 'Điện thoại', ve: '/viec' }

/** How the office is knocked at. Routes that are asked for by their address alone need no line. */
export const officeKnocks: Knocks = {
  'POST /can-bo/dang-nhap': { stays: true, send: ({ w, at }) => ({ path: '/can-bo/dang-nhap', form: signIn(w, at) }) },
  // Without the ticket of a one-time password it leads back to the sign-in.
  'POST /can-bo/dang-nhap/doi-mat-khau': {
    stays: true,
    send: () => ({ path: '/can-bo/dang-nhap/doi-mat-khau', form: { password: 'mot-mat-khau-dai', code: '000000' } }),
  },
  'POST /can-bo/dang-nhap/khoa/hoi': { stays: true, send: () => ({ path: '/can-bo/dang-nhap/khoa/hoi', json: {} }) },
  'POST /can-bo/dang-nhap/khoa': { stays: true, send: () => ({ path: '/can-bo/dang-nhap/khoa', json: device }) },
  'POST /can-bo/tai-khoan/khoa/hoi': { stays: true, send: () => ({ path: '/can-bo/tai-khoan/khoa/hoi', json: {} }) },
  'POST /can-bo/tai-khoan/khoa': { stays: true, send: () => ({ path: '/can-bo/tai-khoan/khoa', json: device }) },
  'POST /can-bo/tai-khoan/phien/:id/ket-thuc': {
    subject: async (w) => ({ session: (await w.sessionOf(w.a.registrar)).session.id }),
    send: ({ subject: { session } }) => ({ path: `/can-bo/tai-khoan/phien/${session}/ket-thuc`, form: {} }),
  },
  'POST /can-bo/tai-khoan/khoa/:id/bo': {
    subject: async (w) => ({ passkey: await passkeyOf(w) }),
    send: ({ subject: { passkey } }) => ({ path: `/can-bo/tai-khoan/khoa/${passkey}/bo`, form: {} }),
  },
  'POST /can-bo/dang-xuat': { stays: true, endsSession: true, send: () => ({ path: '/can-bo/dang-xuat', form: {} }) },
  'GET /viec/don-vi': { desk: 'supervisor', send: () => ({ path: '/viec/don-vi' }) },
  'GET /tim': plain('/tim?q=minh+khue'),
  'GET /viec/:code': {
    desk: 'receptionist',
    subject: (w, lies) => caseAt(w, 'submitted', lies),
    send: ({ subject: { code } }) => ({ path: `/viec/${code}` }),
  },
  ...Object.fromEntries(
    acts.flatMap(([verb, state, answers]) => [
      [`GET /viec/:code/${verb}`, actPage(verb, state)],
      [`POST /viec/:code/${verb}`, act(verb, state, answers)],
    ]),
  ),
  'GET /viec/:code/thu-phi': actPage('thu-phi', 'submitted'),
  'POST /viec/:code/thu-phi': act('thu-phi', 'submitted', { receipt: '0001234', amount: '8.000', reason: 'Lấy thêm một bản' }),
  'GET /viec/:code/tra-so': { desk: 'registrar', subject: copyAt, send: ({ subject: { code } }) => ({ path: `/viec/${code}/tra-so` }) },
  'POST /viec/:code/tra-so': {
    desk: 'registrar',
    subject: copyAt,
    send: async ({ w, subject: { code } }) => {
      const fields = await fieldsOn(w, w.a.registrar, `/viec/${code}/tra-so`, '/tra-so')
      return { path: `/viec/${code}/tra-so`, form: { ...fields, entry: 'marriage|09187|01/2022|45/2022' } }
    },
  },
  'POST /viec/:code/lech/:field': {
    desk: 'registrar',
    subject: (w, lies) => caseWithMismatch(w, lies),
    send: async ({ w, subject: { code } }) => {
      const fields = await fieldsOn(w, w.a.registrar, `/viec/${code}`, '/lech/childBornOn')
      return { path: `/viec/${code}/lech/childBornOn`, form: { ...fields, choice: 'declared' } }
    },
  },
  'POST /viec/:code/ban-moi': {
    desk: 'registrar',
    subject: (w, lies) => caseAsked(w, lies),
    send: async ({ w, subject: { code } }) => {
      const fields = await fieldsOn(w, w.a.registrar, `/viec/${code}`, '/ban-moi')
      return { path: `/viec/${code}/ban-moi`, form: fields }
    },
  },
  'POST /viec/:code/tra-loi': {
    desk: 'registrar',
    subject: (w) => questionAt(w),
    send: ({ subject: { code } }) => ({ path: `/viec/${code}/tra-loi`, form: { outcome: 'found', text: 'Sổ 01/2023, số 15' } }),
  },
  'GET /tep/:file': {
    subject: async (w, lies) => {
      const found = await caseAt(w, 'received', lies)
      return { file: await paperOf(w, found.id ?? '') }
    },
    send: ({ subject: { file } }) => ({ path: `/tep/${file}` }),
  },
  'GET /viec/:code/ban-nhap.pdf': actPage('ban-nhap.pdf', 'draft'),
  'GET /viec/:code/ban-ky.pdf': actPage('ban-ky.pdf', 'toSign'),
}

/** A passkey of the registrar's; what lies in it does not matter for taking it away. */
async function passkeyOf(w: PolicyWorld): Promise<string> {
  const id = newId(Date.parse(w.now))
  await w.owner.trip([
    {
      text: "insert into credential (id, account_id, kind, secret, handle, created_at) values ($1, $2, 'passkey', $3, $4, $5)",
      values: [id, w.a.registrar.account, w.keys.sealJson({ name: 'Điện thoại' }, 'credential.secret'), id, w.now],
    },
  ])
  return id
}
