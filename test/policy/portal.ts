import { threadOf } from '#modules/dossiers'
import { walkSignIn } from '#sandbox'
import { smallPdf } from '../birth.ts'
import { fileNewborn } from '../newborn.ts'
import { formIn } from '../visitor.ts'
import { caseAt, draftOf, lookUpOf, paperOf, type State, uploadOf } from './cases.ts'
import { fieldsOn, type Knock, type Knocks, plain, type Subject } from './request.ts'
import type { PolicyWorld } from './world.ts'

const note = { field: 'clinicNote', name: 'giay-chung-sinh.pdf', bytes: smallPdf }

/** A page of a draft: shown as it is, or sent as Hồng finds it. */
const draftPage = (page: string): Knock => ({
  subject: (w) => draftOf(w),
  send: ({ subject: { id } }) => ({ path: `/ho-so-nhap/${id}/${page}` }),
})

function draftForm(page: string, action: string, form: Record<string, string>, answered = false): Knock {
  return {
    subject: (w) => draftOf(w, { answered }),
    send: async ({ w, subject: { id } }) => {
      const path = `/ho-so-nhap/${id}/${action}`
      return { path, form: { ...(await fieldsOn(w, w.hong, `/ho-so-nhap/${id}/${page}`, `/${action}`)), ...form } }
    },
  }
}

const ownCase = (state: State, page: string): Knock => ({
  subject: (w) => caseAt(w, state),
  send: ({ subject: { code } }) => ({ path: `/ho-so/${code}${page}` }),
})

function caseForm(state: State, page: string, action: string, form: Record<string, string>): Knock {
  return {
    subject: (w) => caseAt(w, state),
    send: async ({ w, subject: { code } }) => {
      const fields = await fieldsOn(w, w.hong, `/ho-so/${code}/${page}`, `/${action}`)
      return { path: `/ho-so/${code}/${action}`, form: { ...fields, ...form } }
    },
  }
}

const json = { accept: 'application/json' }

/** The four doors through which a script sends a file, below a draft or a case. */
function uploadKnocks(
  base: string,
  make: (w: PolicyWorld) => Promise<Subject>,
  container: (subject: Subject) => string,
  path: (subject: Subject) => string,
): Knocks {
  const withUpload = (arrived: boolean) => async (w: PolicyWorld) => {
    const subject = await make(w)
    return { ...subject, upload: await uploadOf(w, container(subject), { arrived }) }
  }
  const bytes = { type: 'application/offset+octet-stream', content: smallPdf }
  return {
    [`POST ${base}`]: {
      subject: make,
      send: ({ subject }) => ({
        path: path(subject),
        json: { field: 'clinicNote', name: note.name, size: smallPdf.length },
        headers: json,
      }),
    },
    [`GET ${base}/:upload`]: {
      subject: withUpload(false),
      send: ({ subject }) => ({ path: `${path(subject)}/${subject.upload}`, headers: json }),
    },
    [`PATCH ${base}/:upload`]: {
      subject: withUpload(false),
      send: ({ subject }) => ({ path: `${path(subject)}/${subject.upload}`, bytes, headers: { ...json, 'upload-offset': '0' } }),
    },
    [`POST ${base}/:upload/xong`]: {
      subject: withUpload(true),
      send: ({ subject }) => ({ path: `${path(subject)}/${subject.upload}/xong`, headers: json }),
    },
  }
}

/** A session of Hồng's on another device. */
async function otherSession(w: PolicyWorld): Promise<Subject> {
  return { session: (await w.sessionOf(w.hong)).session.id }
}

const numbers = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']

/** The form of whoever tracks by number, with the sum done. */
async function tracking(w: PolicyWorld, code: string): Promise<Record<string, string>> {
  const page = await (await w.visitor()).get('/tra-cuu')
  const { phep } = formIn(page.html, '/tra-cuu').fields
  const [, a = '', b = ''] = /(\S+) cộng (\S+) bằng/.exec(page.html.replace(/<[^>]+>/g, ' ')) ?? []
  const sum = String(numbers.indexOf(a.toLowerCase()) + numbers.indexOf(b.toLowerCase()))
  return { phep: String(phep), so: code, 'sinh-day': '14', 'sinh-month': '3', 'sinh-year': '1998', 'dinh-danh': '027198990001', tong: sum }
}

/** Hồng's life event. */
async function fileThread(w: PolicyWorld): Promise<Subject> {
  const filed = await fileNewborn(w, { childName: 'Trần Nguyễn Ngọc Mai' })
  if (!filed.ok) throw new Error(JSON.stringify(filed))
  const thread = await threadOf(w.as(w.hong), filed.id)
  if (thread === undefined) throw new Error('a life event without a thread')
  return { id: thread }
}

const draftKnocks: Knocks = {
  'GET /lien-thong/:id': { subject: fileThread, send: ({ subject: { id } }) => ({ path: `/lien-thong/${id}` }) },
  'GET /nop/:code': plain('/nop/1.001193'),
  'POST /nop/:code': { stays: true, send: () => ({ path: '/nop/1.001193', form: { xa: '09187' } }) },
  'GET /ho-so-nhap/:id': { subject: (w) => draftOf(w), send: ({ subject: { id } }) => ({ path: `/ho-so-nhap/${id}` }) },
  'GET /ho-so-nhap/:id/noi-nop': draftPage('noi-nop'),
  'POST /ho-so-nhap/:id/noi-nop': draftForm('noi-nop', 'noi-nop', {}),
  'GET /ho-so-nhap/:id/xem-lai': draftPage('xem-lai'),
  'POST /ho-so-nhap/:id/xem-lai': draftForm('xem-lai', 'xem-lai', {}, true),
  'GET /ho-so-nhap/:id/bo': draftPage('bo'),
  'POST /ho-so-nhap/:id/bo': draftForm('bo', 'bo', {}),
  'POST /ho-so-nhap/:id/sai': {
    subject: (w) => draftOf(w),
    send: ({ subject: { id } }) => ({ path: `/ho-so-nhap/${id}/sai`, form: { o: 'applicantPhone' } }),
  },
  'POST /ho-so-nhap/:id/vi': { subject: (w) => draftOf(w), send: ({ subject: { id } }) => ({ path: `/ho-so-nhap/${id}/vi`, form: {} }) },
  ...uploadKnocks(
    '/ho-so-nhap/:id/tep',
    draftOf,
    ({ id = '' }) => id,
    ({ id }) => `/ho-so-nhap/${id}/tep`,
  ),
  'GET /ho-so-nhap/:id/:page': draftPage('nguoi-nop'),
  'POST /ho-so-nhap/:id/:page': draftForm('nguoi-nop', 'nguoi-nop', { relation: 'mother', _lam: 'tiep' }),
}

const caseKnocks: Knocks = {
  'GET /ho-so/:code': ownCase('received', ''),
  'GET /ho-so/:code/da-nop': ownCase('submitted', '/da-nop'),
  'GET /ho-so/:code/ai-da-xem': ownCase('received', '/ai-da-xem'),
  'GET /ho-so/:code/giay-tiep-nhan': ownCase('submitted', '/giay-tiep-nhan'),
  'GET /ho-so/:code/ket-qua': ownCase('delivered', '/ket-qua'),
  'GET /ho-so/:code/giay-to/:file': {
    subject: async (w) => {
      const found = await caseAt(w, 'submitted')
      return { ...found, file: await paperOf(w, found.id ?? '') }
    },
    send: ({ subject: { code, file } }) => ({ path: `/ho-so/${code}/giay-to/${file}` }),
  },
  'GET /ho-so/:code/bang-chung': ownCase('received', '/bang-chung'),
  'GET /ho-so/:code/ban-nhap': ownCase('draft', '/ban-nhap'),
  'GET /ho-so/:code/ban-nhap.pdf': ownCase('draft', '/ban-nhap.pdf'),
  'POST /ho-so/:code/dong-y': caseForm('draft', 'ban-nhap', 'dong-y', {}),
  'POST /ho-so/:code/sua-ban-nhap': caseForm('draft', 'ban-nhap', 'sua-ban-nhap', { loi: 'Tên đệm là Ngọc' }),
  'GET /ho-so/:code/rut': ownCase('submitted', '/rut'),
  'POST /ho-so/:code/rut': caseForm('submitted', 'rut', 'rut', { 'ly-do': 'Nộp nhầm' }),
  'GET /ho-so/:code/danh-gia': ownCase('delivered', '/danh-gia'),
  'POST /ho-so/:code/danh-gia': caseForm('delivered', 'danh-gia', 'danh-gia', { muc: '3' }),
  'GET /ho-so/:code/bao-sai/:lookUp': objection((path) => ({ path })),
  'POST /ho-so/:code/bao-sai/:lookUp': objection((path) => ({ path, form: { loi: 'Họ đệm trong dữ liệu sai' } })),
  'GET /ho-so/:code/bo-sung': ownCase('asked', '/bo-sung'),
  'POST /ho-so/:code/bo-sung': {
    subject: (w) => caseAt(w, 'asked'),
    send: async ({ w, subject: { code } }) => {
      const path = `/ho-so/${code}/bo-sung`
      return { path, form: { ...(await fieldsOn(w, w.hong, path, '/bo-sung')), _lam: 'gui' }, file: note }
    },
  },
  ...uploadKnocks(
    '/ho-so/:code/tep',
    (w) => caseAt(w, 'asked'),
    ({ id = '' }) => id,
    ({ code }) => `/ho-so/${code}/tep`,
  ),
}

function objection(send: (path: string) => { path: string; form?: Record<string, string> }): Knock {
  return {
    subject: async (w) => {
      const found = await caseAt(w, 'received')
      return { ...found, lookUp: await lookUpOf(w, found.code ?? '') }
    },
    send: ({ subject: { code, lookUp } }) => send(`/ho-so/${code}/bao-sai/${lookUp}`),
  }
}

/** How the citizens' side is knocked at. Routes that are asked for by their address alone need no line. */
export const portalKnocks: Knocks = {
  'GET /thu-tuc/:code': plain('/thu-tuc/1.001193'),
  'GET /thu-tuc/:code/huong-dan': plain('/thu-tuc/1.001193/huong-dan?relation=mother'),
  'POST /dang-nhap': { stays: true, send: () => ({ path: '/dang-nhap', form: { ve: '/ho-so' } }) },
  'GET /dang-nhap/vneid': {
    send: async ({ w }) => {
      const visitor = await w.visitor()
      const { location = '' } = await visitor.send('/dang-nhap', '/dang-nhap')
      const { pathname, search } = await walkSignIn(location, 'minh')
      return { path: `${pathname}${search}`, cookies: visitor.cookies }
    },
  },
  'POST /dang-nhap/vai': {
    stays: true,
    send: ({ w, who }) => ({ path: '/dang-nhap/vai', form: { party: who?.person ?? w.hong.person, ve: '/ho-so' } }),
  },
  'POST /dang-xuat': { stays: true, endsSession: true, send: () => ({ path: '/dang-xuat', form: {} }) },
  ...draftKnocks,
  ...caseKnocks,
  'GET /q/:key': { subject: (w) => caseAt(w, 'submitted'), send: ({ subject: { trackKey } }) => ({ path: `/q/${trackKey}` }) },
  'POST /tra-cuu': {
    // Five tries an hour for a subnet: everybody comes from another one.
    subject: (w) => caseAt(w, 'submitted'),
    send: async ({ w, subject: { code = '' }, at }) => ({
      path: '/tra-cuu',
      form: await tracking(w, code),
      headers: { 'x-forwarded-for': `198.51.${at}.1` },
    }),
  },
  'POST /tai-khoan/lien-lac': { stays: true, send: () => ({ path: '/tai-khoan/lien-lac', form: { phone: '0900990001', email: '' } }) },
  'POST /tai-khoan/phien/:id': {
    subject: otherSession,
    send: ({ subject: { session } }) => ({ path: `/tai-khoan/phien/${session}`, form: {} }),
  },
  'GET /ngon-ngu/:lang': plain('/ngon-ngu/en?ve=/'),
  'POST /hien-thi': { stays: true, send: () => ({ path: '/hien-thi', form: { back: '/', theme: 'sang', type: 'thuong' } }) },
}
