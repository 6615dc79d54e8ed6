import { atCounter, beginAtCounter } from '#modules/dossiers'
import { beginUpload, receive as receiveBytes } from '#modules/papers'
import type { Id } from '#platform/id'
import { personCalled } from '#sandbox'
import { getProcedure, sheetForCa, standing } from '../at-counter.ts'
import { smallPdf } from '../birth.ts'
import { caseAt, type State } from './cases.ts'
import { fieldsOn, type Knock, type Knocks, type Subject } from './request.ts'
import type { PolicyWorld } from './world.ts'

const home = '/viec/tiep-nhan'
const desk = 'receptionist'

/** A sheet of Mai's with everything answered, or just begun. */
async function sheetOf(w: PolicyWorld, { answered = true } = {}): Promise<Subject> {
  const mai = w.as(w.mai)
  if (answered) return { id: await sheetForCa(w, mai) }
  const begun = await beginAtCounter(mai, w.sources, {
    procedure: await getProcedure(mai, '1.001193'),
    unit: w.units.a,
    present: { submitter: standing('ca') },
  })
  if (!begun.ok) throw new Error(begun.problem)
  return { id: begun.id }
}

const sheetPage = (page: string): Knock => ({
  desk,
  subject: (w) => sheetOf(w),
  send: ({ subject: { id } }) => ({ path: `${home}/${id}${page}` }),
})

function sheetForm(page: string, action: string, form: Record<string, string> = {}): Knock {
  return {
    desk,
    subject: (w) => sheetOf(w),
    send: async ({ w, subject: { id } }) => {
      const path = `${home}/${id}${action}`
      return { path, form: { ...(await fieldsOn(w, w.mai, `${home}/${id}${page}`, path)), ...form } }
    },
  }
}

const back = (state: State, page: string): Knock => ({
  desk,
  subject: (w, lies) => caseAt(w, state, lies),
  send: ({ subject: { code } }) => ({ path: `${home}/ho-so/${code}${page}` }),
})

function backForm(state: State, page: string, form: Record<string, string> = {}): Knock {
  return {
    desk,
    subject: (w, lies) => caseAt(w, state, lies),
    send: async ({ w, subject: { code } }) => {
      const path = `${home}/ho-so/${code}${page}`
      return { path, form: { ...(await fieldsOn(w, w.mai, path, path)), ...form } }
    },
  }
}

const json = { accept: 'application/json' }
const note = { field: 'clinicNote', name: 'giay-chung-sinh.pdf', size: smallPdf.length }
const bytes = { type: 'application/offset+octet-stream', content: smallPdf }

async function uploadOf(w: PolicyWorld, container: Id, arrived: boolean): Promise<string> {
  const ctx = await atCounter(w.as(w.mai))
  const begun = await beginUpload(ctx, { ...note, draft: container })
  if (!begun.ok) throw new Error(begun.fault)
  if (arrived) await receiveBytes(ctx, w.vault, begun.upload, 0, [smallPdf])
  return begun.upload
}

/** The four doors through which a script sends a scan, below a sheet or a dossier. */
function uploadKnocks(base: string, make: NonNullable<Knock['subject']>, path: (subject: Subject) => string): Knocks {
  const withUpload =
    (arrived: boolean): NonNullable<Knock['subject']> =>
    async (w, lies) => {
      const subject = await make(w, lies)
      return { ...subject, upload: await uploadOf(w, subject.id ?? '', arrived) }
    }
  return {
    [`POST ${base}`]: { desk, subject: make, send: ({ subject }) => ({ path: path(subject), json: note, headers: json }) },
    [`GET ${base}/:upload`]: {
      desk,
      subject: withUpload(false),
      send: ({ subject }) => ({ path: `${path(subject)}/${subject.upload}`, headers: json }),
    },
    [`PATCH ${base}/:upload`]: {
      desk,
      subject: withUpload(false),
      send: ({ subject }) => ({ path: `${path(subject)}/${subject.upload}`, bytes, headers: { ...json, 'upload-offset': '0' } }),
    },
    [`POST ${base}/:upload/xong`]: {
      desk,
      subject: withUpload(true),
      send: ({ subject }) => ({ path: `${path(subject)}/${subject.upload}/xong`, headers: json }),
    },
  }
}

function hong(): Record<string, string> {
  const { number, name, bornOn } = personCalled('hong')
  const [year = '', month = '', day = ''] = bornOn.split('-')
  return { so: number, ten: name, 'sinh-day': day, 'sinh-month': month, 'sinh-year': year, xa: '09187' }
}

/** How the counter is knocked at: a sheet by its writer, a dossier with its slip by the counter of its unit. */
export const counterKnocks: Knocks = {
  [`GET ${home}`]: { desk, send: () => ({ path: home }) },
  [`GET ${home}/thu-tuc/:code`]: { desk, send: () => ({ path: `${home}/thu-tuc/1.001193` }) },
  [`POST ${home}/thu-tuc/:code`]: { desk, stays: true, send: () => ({ path: `${home}/thu-tuc/1.001193`, form: hong() }) },
  [`GET ${home}/ho-so`]: {
    desk,
    subject: (w, lies) => caseAt(w, 'submitted', lies),
    send: ({ subject: { code = '' } }) => ({ path: `${home}/ho-so?so=${code}` }),
  },
  [`GET ${home}/:id`]: sheetPage(''),
  [`POST ${home}/:id`]: sheetForm('', '', { _lam: 'luu' }),
  [`GET ${home}/:id/kiem-tra`]: sheetPage('/kiem-tra'),
  [`POST ${home}/:id/kiem-tra`]: sheetForm('/kiem-tra', '/kiem-tra', { 'da-xem': 'identity' }),
  [`POST ${home}/:id/noi-nhan`]: {
    desk,
    subject: (w) => sheetOf(w),
    send: ({ subject: { id } }) => ({ path: `${home}/${id}/noi-nhan`, form: { xa: '09193' } }),
  },
  [`GET ${home}/:id/bo`]: sheetPage('/bo'),
  [`POST ${home}/:id/bo`]: sheetForm('/bo', '/bo'),
  ...uploadKnocks(
    `${home}/:id/tep`,
    (w) => sheetOf(w, { answered: false }),
    ({ id }) => `${home}/${id}/tep`,
  ),
  [`GET ${home}/xong/:code`]: {
    desk,
    subject: (w, lies) => caseAt(w, 'received', lies),
    send: ({ subject: { code } }) => ({ path: `${home}/xong/${code}` }),
  },
  [`POST ${home}/xong/:code/them`]: {
    desk,
    subject: (w, lies) => caseAt(w, 'received', lies),
    send: ({ subject: { code } }) => ({ path: `${home}/xong/${code}/them`, form: {} }),
  },
  [`GET ${home}/ho-so/:code`]: back('submitted', ''),
  [`GET ${home}/ho-so/:code/giay-tiep-nhan`]: back('submitted', '/giay-tiep-nhan'),
  [`GET ${home}/ho-so/:code/ket-qua`]: back('ready', '/ket-qua'),
  [`GET ${home}/ho-so/:code/ban-nhap.pdf`]: back('draft', '/ban-nhap.pdf'),
  [`GET ${home}/ho-so/:code/bo-sung`]: back('asked', '/bo-sung'),
  [`POST ${home}/ho-so/:code/bo-sung`]: backForm('asked', '/bo-sung', { _lam: 'gui', 'loi-nhan': 'Giấy tờ đã nộp đủ' }),
  ...uploadKnocks(
    `${home}/ho-so/:code/tep`,
    (w, lies) => caseAt(w, 'asked', lies),
    ({ code }) => `${home}/ho-so/${code}/tep`,
  ),
  [`GET ${home}/ho-so/:code/ban-nhap`]: back('draft', '/ban-nhap'),
  [`POST ${home}/ho-so/:code/ban-nhap`]: backForm('draft', '/ban-nhap', { _lam: 'dong-y' }),
  [`GET ${home}/ho-so/:code/rut`]: back('submitted', '/rut'),
  [`POST ${home}/ho-so/:code/rut`]: backForm('submitted', '/rut', { 'ly-do': 'Nộp nhầm' }),
  [`GET ${home}/ho-so/:code/tra`]: back('ready', '/tra'),
  [`POST ${home}/ho-so/:code/tra`]: backForm('ready', '/tra'),
}
