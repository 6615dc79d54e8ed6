import { beginDraft, fillKnown, getCase, savePage, threadOf } from '#modules/dossiers'
import { storeWhole } from '#modules/papers'
import { inForce } from '#modules/procedures'
import { newId } from '#platform/id'
import { type AtAppointment, marriageAt } from './at-appointment.ts'
import { smallPdf } from './birth.ts'
import { fileNewborn, issueNewborn } from './newborn.ts'
import { adminPages } from './page-admin.ts'
import { copyOf } from './page-copies.ts'
import { counterPages } from './page-counter.ts'
import { derivedAt } from './page-derived.ts'
import { editorPages } from './page-editor.ts'
import { findingPages } from './page-finding.ts'
import { stayDraftOf } from './page-stay.ts'
import type { PageWorld } from './page-world.ts'
import type { Somebody } from './world.ts'

/** One look at a page: who looks, and at which address. */
export type Visit = { as?: (w: PageWorld) => Somebody; path: string | ((w: PageWorld) => string | Promise<string>); called?: string }

/** A route that answers with something else than a page: why it is not looked at. */
export type NoPage = { noPage: string }

const birth = '1.001193'
const hong = (w: PageWorld) => w.hong
const receptionist = (w: PageWorld) => w.a.receptionist
const registrar = (w: PageWorld) => w.a.registrar
const specialist = (w: PageWorld) => w.somebody('chuyenvien.kinhbac')
const chair = (w: PageWorld) => w.a.chair
const clerk = (w: PageWorld) => w.a.clerk
const supervisor = (w: PageWorld) => w.a.supervisor

/** The question that lies with commune `b`. */
async function questionOf(w: PageWorld): Promise<string> {
  const row = await w.db.selectFrom('work_item').select('code').where('kind', '=', 'consultation').executeTakeFirst()
  if (row === undefined) throw new Error('nobody asked anything')
  return `/viec/${row.code}`
}

/** Acts that ask something have a page of their own; the others lead back to the desk. */
const actPages: Readonly<Record<string, readonly Visit[] | NoPage>> = {
  '/viec/:code/yeu-cau-bo-sung': [{ as: receptionist, path: (w) => `/viec/${w.cases.submitted}/yeu-cau-bo-sung` }],
  '/viec/:code/tu-choi': [{ as: receptionist, path: (w) => `/viec/${w.cases.submitted}/tu-choi` }],
  '/viec/:code/chuyen': [{ as: receptionist, path: (w) => `/viec/${w.cases.submitted}/chuyen` }],
  '/viec/:code/hoi-don-vi-khac': [{ as: registrar, path: (w) => `/viec/${w.cases.received}/hoi-don-vi-khac` }],
  '/viec/:code/xin-loi': [{ as: registrar, path: (w) => `/viec/${w.cases.received}/xin-loi` }],
  '/viec/:code/dung': [{ as: registrar, path: (w) => `/viec/${w.cases.received}/dung` }],
  '/viec/:code/chuyen-lai': [{ as: registrar, path: (w) => `/viec/${w.cases.toEnter}/chuyen-lai` }],
  '/viec/:code/ky': [
    { as: chair, path: (w) => `/viec/${w.cases.toSign}/ky` },
    { as: chair, path: async (w) => `/viec/${await derivedAt(w, 'toSign')}/ky`, called: 'several' },
  ],
  '/viec/:code/tra-ket-qua': [{ as: receptionist, path: (w) => `/viec/${w.cases.ready}/tra-ket-qua` }],
  '/viec/:code/thu-phi': [{ as: receptionist, path: (w) => `/viec/${w.cases.ready}/thu-phi` }],
  '/viec/:code/tra-so': [
    { as: registrar, path: async (w) => `/viec/${await copyOf(w, true)}/tra-so` },
    { as: registrar, path: async (w) => `/viec/${await copyOf(w, false)}/tra-so`, called: 'not-found' },
  ],
  '/viec/:code/nhan': [
    { as: receptionist, path: (w) => `/viec/${w.cases.submitted}/nhan` },
    { as: receptionist, path: async (w) => `/viec/${await derivedAt(w, 'submitted')}/nhan`, called: 'left-open' },
  ],
  '/viec/:code/de-xuat': [
    { as: registrar, path: (w) => `/viec/${w.cases.received}/de-xuat` },
    { as: specialist, path: async (w) => `/viec/${await derivedAt(w, 'received')}/de-xuat`, called: 'several' },
  ],
  '/viec/:code/duyet': [{ as: supervisor, path: (w) => `/viec/${w.cases.toRefuse}/duyet` }],
  '/viec/:code/de-nghi-gio': [{ as: registrar, path: async (w) => `/viec/${await marriageOf(w, 'toOffer')}/de-nghi-gio` }],
  '/viec/:code/co-mat': [{ as: registrar, path: async (w) => `/viec/${await marriageOf(w, 'chosen')}/co-mat` }],
  '/viec/:code/vang-mat': [{ as: registrar, path: async (w) => `/viec/${await marriageOf(w, 'together')}/vang-mat` }],
  '/viec/:code/ghi-so': [{ as: registrar, path: (w) => `/viec/${w.cases.toEnter}/ghi-so` }],
  '/viec/:code/phat-hanh': [{ as: clerk, path: (w) => `/viec/${w.cases.toSeal}/phat-hanh` }],
}

const marriages = new WeakMap<PageWorld, Map<AtAppointment, Promise<string>>>()

/** A marriage where its appointment stands so; one for all looks at a world. */
function marriageOf(w: PageWorld, state: AtAppointment): Promise<string> {
  const known = marriages.get(w) ?? new Map<AtAppointment, Promise<string>>()
  marriages.set(w, known)
  const made = known.get(state) ?? marriageAt(w, state).then(({ code }) => code)
  known.set(state, made)
  return made
}

const drafts = new WeakMap<PageWorld, Promise<string>>()

/** A draft of Hồng's that has just been begun, with everything known filled in as the page does; one for all looks at a world. */
export function draftOf(w: PageWorld): Promise<string> {
  const known = drafts.get(w)
  if (known !== undefined) return known
  const begun = begin(w)
  drafts.set(w, begun)
  return begun
}

async function begin(w: PageWorld): Promise<string> {
  const ctx = w.as(w.hong)
  const procedure = await inForce(ctx, birth, w.now.slice(0, 10))
  if (procedure === undefined) throw new Error('birth registration is not in force')
  const id = await beginDraft(ctx, procedure, w.units.a)
  await fillKnown(ctx, w.sources, id)
  return id
}

const ready = new WeakMap<PageWorld, Promise<string>>()

/** A draft of Hồng's with everything answered, ready to be filed. */
function readyDraftOf(w: PageWorld): Promise<string> {
  const known = ready.get(w) ?? answered(w)
  ready.set(w, known)
  return known
}

const answers: readonly (readonly [string, Record<string, string>])[] = [
  ['nguoi-nop', { relation: 'mother' }],
  ['tre', { childName: 'Trần Nguyễn Hải Đăng', childBornOn: '14/11/2026', childSex: 'male' }],
  ['noi-sinh', { bornIn: 'facility', birthFacility: 'Bệnh viện Sản Nhi mẫu', 'birthPlace-commune': '09187' }],
  ['cha-me', { parents: 'married', surrogacy: 'no' }],
  ['dan-toc', { childEthnicity: '01', hometownFrom: 'father' }],
  ['giay-to', { proof: 'clinic', clinicNoteNumber: '00001.GCS.99027.26' }],
  ['nhan-ket-qua', { receiveBy: 'online' }],
  ['cam-doan', { truthful: 'yes' }],
]

async function answered(w: PageWorld): Promise<string> {
  const id = await begin(w)
  const ctx = w.as(w.hong)
  for (const [page, raw] of answers) {
    await savePage(ctx, id, page, raw)
    await fillKnown(ctx, w.sources, id)
  }
  await storeWhole(ctx, w.vault, { draft: id, field: 'clinicNote', name: 'giay-chung-sinh.pdf', bytes: [smallPdf] })
  return id
}

/** A life event of Hồng's: just filed, or with the birth issued and the two later parts open. */
async function threadPath(w: PageWorld, opened: boolean): Promise<string> {
  const filed = await fileNewborn(w, { childName: opened ? 'Trần Nguyễn Quỳnh Chi' : 'Trần Nguyễn Ngọc Mai' })
  if (!filed.ok) throw new Error(JSON.stringify(filed))
  if (opened) await issueNewborn(w, filed.code)
  return `/lien-thong/${await threadOf(w.as(w.hong), filed.id)}`
}

/** A look-up that stands for a paper of a filed dossier. */
async function lookUpOf(w: PageWorld): Promise<string> {
  const found = await getCase(w.as(w.hong), w.cases.received)
  const id = newId(Date.parse(w.now))
  const result = w.keys.sealJson({ status: 'match', fields: { name: w.minh.name }, differs: [] }, 'look_up.result')
  await w.owner.trip([
    {
      text: `insert into look_up (id, draft_id, party_id, source, purpose, component, status, query_id, result, result_hash, asked_by, system, at)
             select $1, d.draft_id, $2, 'population', $3, 'identity', 'match', $9, $4, $5, $6, 'state', $7 from dossier d where d.work_item_id = $8`,
      values: [id, w.hong.person, birth, result, Buffer.alloc(32), w.hong.account, w.now, found.id, id],
    },
  ])
  return `/ho-so/${found.code}/bao-sai/${id}`
}

const bytes = { noPage: 'the bytes of a paper' } as const

/** What a citizen sees of her own dossiers. */
const dossierPages: Readonly<Record<string, readonly Visit[] | NoPage>> = {
  '/ho-so': [
    { as: hong, path: '/ho-so' },
    { as: (w) => w.lan, path: '/ho-so', called: 'empty' },
  ],
  '/ho-so/:code': (['submitted', 'received', 'asked', 'draft', 'waitingNumber', 'toSign', 'ready', 'delivered', 'toRefuse'] as const).map(
    (one) => ({ as: hong, path: (w: PageWorld) => `/ho-so/${w.cases[one]}`, called: one }),
  ),
  '/lien-thong/:id': [
    { as: hong, path: (w) => threadPath(w, false) },
    { as: hong, path: (w) => threadPath(w, true), called: 'opened' },
  ],
  '/ho-so/:code/da-nop': [{ as: hong, path: (w) => `/ho-so/${w.cases.submitted}/da-nop` }],
  '/ho-so/:code/ai-da-xem': [{ as: hong, path: (w) => `/ho-so/${w.cases.received}/ai-da-xem` }],
  '/ho-so/:code/bo-sung': [{ as: hong, path: (w) => `/ho-so/${w.cases.asked}/bo-sung` }],
  '/ho-so/:code/ban-nhap': [{ as: hong, path: (w) => `/ho-so/${w.cases.draft}/ban-nhap` }],
  '/ho-so/:code/hen': [
    { as: hong, path: async (w) => `/ho-so/${await marriageOf(w, 'toChoose')}/hen`, called: 'choose' },
    { as: hong, path: async (w) => `/ho-so/${await marriageOf(w, 'chosen')}/hen`, called: 'chosen' },
  ],
  '/ho-so/:code/hen.ics': { noPage: 'a file for calendars' },
  '/ho-so/:code/rut': [{ as: hong, path: (w) => `/ho-so/${w.cases.submitted}/rut` }],
  '/ho-so/:code/danh-gia': [{ as: hong, path: (w) => `/ho-so/${w.cases.delivered}/danh-gia` }],
  '/ho-so/:code/bao-sai/:lookUp': [{ as: hong, path: lookUpOf }],
  '/ho-so/:code/giay-tiep-nhan': bytes,
  '/ho-so/:code/ket-qua': bytes,
  '/ho-so/:code/giay-to/:file': bytes,
  '/ho-so/:code/ban-nhap.pdf': bytes,
  '/ho-so/:code/bang-chung': { noPage: 'a file to be checked offline' },
  '/ho-so/:code/tep/:upload': { noPage: 'for the script that sends in pieces' },
  '/q/:key': [{ path: async (w) => `/q/${(await getCase(w.as(w.hong), w.cases.received)).trackKey}` }],
  '/tra-cuu': [{ path: '/tra-cuu?so=09187-261120-0001' }],
  '/thong-bao': [
    { as: hong, path: '/thong-bao' },
    { as: (w) => w.lan, path: '/thong-bao', called: 'empty' },
  ],
  '/tai-khoan': [{ as: hong, path: '/tai-khoan' }],
}

/**
 * Every page route of the product with at least one look at it. A route that stands in neither list fails the suite: whoever writes a
 * page writes its line here.
 */
export const pageTable: Readonly<Record<string, readonly Visit[] | NoPage>> = {
  '/': [{ path: '/' }],
  ...findingPages,
  '/dang-nhap': [{ path: '/dang-nhap' }],
  '/dang-nhap/vneid': { noPage: 'where VNeID sends people back to; walked by the sign-in journey' },
  '/dang-nhap/vai': [{ as: hong, path: '/dang-nhap/vai' }],
  '/nop/:code': [
    { as: hong, path: `/nop/${birth}` },
    { as: hong, path: `/nop/${birth}?tim=dai+phuc`, called: 'old' },
    { as: hong, path: `/nop/${birth}?tim=xyzxyz`, called: 'nothing' },
  ],
  '/ho-so-nhap/:id': { noPage: 'leads on to the page that comes next' },
  '/ho-so-nhap/:id/noi-nop': [{ as: hong, path: async (w) => `/ho-so-nhap/${await draftOf(w)}/noi-nop` }],
  '/ho-so-nhap/:id/xem-lai': [{ as: hong, path: async (w) => `/ho-so-nhap/${await readyDraftOf(w)}/xem-lai` }],
  '/ho-so-nhap/:id/bo': [{ as: hong, path: async (w) => `/ho-so-nhap/${await draftOf(w)}/bo` }],
  '/ho-so-nhap/:id/tep/:upload': { noPage: 'the bytes of a file' },
  '/ho-so-nhap/:id/:page': [
    ...['nguoi-nop', 'tre', 'noi-sinh', 'cha-me', 'me', 'giay-to', 'nhan-ket-qua', 'cam-doan'].map((page) => ({
      as: hong,
      path: async (w: PageWorld) => `/ho-so-nhap/${await draftOf(w)}/${page}`,
      called: page,
    })),
    { as: hong, path: async (w) => `/ho-so-nhap/${await stayDraftOf(w)}/ho`, called: 'list' },
    { as: hong, path: async (w) => `/ho-so-nhap/${await derivedAt(w, 'draft')}/truong-hop`, called: 'derived-case' },
    { as: hong, path: async (w) => `/ho-so-nhap/${await derivedAt(w, 'draft')}/giay-to`, called: 'derived-papers' },
  ],
  ...dossierPages,
  '/quay': [
    { path: '/quay' },
    { path: '/quay?q=vu+ninh', called: 'found' },
    { path: '/quay?q=dai+phuc', called: 'old' },
    { path: '/quay?q=xyzxyz', called: 'nothing' },
  ],
  '/tro-giup': [{ path: '/tro-giup' }],
  '/du-lieu-ca-nhan': [{ path: '/du-lieu-ca-nhan' }],
  '/kha-nang-tiep-can': [{ path: '/kha-nang-tiep-can' }],
  '/phan-anh': [{ path: '/phan-anh' }],
  '/hien-thi': [{ path: '/hien-thi?ve=/quay' }],
  '/ngon-ngu/:lang': { noPage: 'sets the language and leads back' },
  '/can-bo/dang-nhap': [{ path: '/can-bo/dang-nhap' }],
  '/can-bo/dang-nhap/doi-mat-khau': { noPage: 'opens only behind a one-time password; walked by the sign-in journey' },
  '/can-bo/tai-khoan': [{ as: registrar, path: '/can-bo/tai-khoan' }],
  '/viec': [
    { as: registrar, path: '/viec', called: 'registrar' },
    { as: chair, path: '/viec', called: 'chair' },
    { as: clerk, path: '/viec', called: 'clerk' },
    { as: (w) => w.c.clerk, path: '/viec', called: 'empty' },
  ],
  '/viec/don-vi': [{ as: supervisor, path: '/viec/don-vi' }],
  '/tim': [
    { as: receptionist, path: '/tim?q=minh+khue', called: 'found' },
    { as: receptionist, path: '/tim?q=khongco', called: 'nothing' },
  ],
  '/viec/:code': [
    { as: receptionist, path: (w) => `/viec/${w.cases.submitted}`, called: 'submitted' },
    { as: registrar, path: (w) => `/viec/${w.cases.received}`, called: 'asking' },
    { as: registrar, path: (w) => `/viec/${w.cases.asked}`, called: 'waiting' },
    { as: registrar, path: (w) => `/viec/${w.cases.draft}`, called: 'draft' },
    { as: registrar, path: (w) => `/viec/${w.cases.toEnter}`, called: 'to-enter' },
    { as: registrar, path: (w) => `/viec/${w.cases.waitingNumber}`, called: 'waiting-number' },
    { as: chair, path: (w) => `/viec/${w.cases.toSign}`, called: 'to-sign' },
    { as: clerk, path: (w) => `/viec/${w.cases.toSeal}`, called: 'to-seal' },
    { as: receptionist, path: (w) => `/viec/${w.cases.ready}`, called: 'ready' },
    { as: receptionist, path: (w) => `/viec/${w.cases.delivered}`, called: 'delivered' },
    { as: supervisor, path: (w) => `/viec/${w.cases.toRefuse}`, called: 'to-refuse' },
    { as: (w) => w.b.registrar, path: questionOf, called: 'question' },
  ],
  ...actPages,
  ...counterPages,
  '/viec/:code/ban-nhap.pdf': { noPage: 'the bytes of a paper' },
  '/viec/:code/ban-ky.pdf': { noPage: 'the bytes of a paper' },
  '/tep/:file': { noPage: 'the bytes of a file' },
  '/can-bo': { noPage: 'leads on to the list of work or to the sign-in' },
  '/mau': [{ path: '/mau' }],
  ...adminPages,
  ...editorPages,
  '/api/docs': [{ path: '/api/docs' }],
  // What follows a file is looked at where files are checked: journeys/verify-pages.test.ts.
  '/xac-minh': [
    { path: '/xac-minh' },
    { path: async (w) => `/xac-minh?ma=${(await getCase(w.as(w.hong), w.cases.delivered)).trackKey}`, called: 'by-code' },
    { path: '/xac-minh?ma=khong-co', called: 'unknown-code' },
  ],
  '/healthz': { noPage: 'for machines' },
  '/readyz': { noPage: 'for machines' },
  '/metrics': { noPage: 'for machines' },
}
