import { beginDraft, fillKnown } from '#modules/dossiers'
import { inForce } from '#modules/procedures'
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
const chair = (w: PageWorld) => w.a.chair
const clerk = (w: PageWorld) => w.a.clerk
const supervisor = (w: PageWorld) => w.a.supervisor
const administrator = (w: PageWorld) => w.province.administrator

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

/**
 * Every page route of the product with at least one look at it. A route that stands in neither list fails the suite: whoever writes a
 * page writes its line here.
 */
export const pageTable: Readonly<Record<string, readonly Visit[] | NoPage>> = {
  '/': [{ path: '/' }],
  '/thu-tuc': [{ path: '/thu-tuc' }, { path: '/thu-tuc?q=khai+sinh', called: 'found' }, { path: '/thu-tuc?q=xyzxyz', called: 'nothing' }],
  '/thu-tuc/:code': [{ path: `/thu-tuc/${birth}` }],
  '/dang-nhap': [{ path: '/dang-nhap' }],
  '/dang-nhap/vneid': { noPage: 'where VNeID sends people back to; walked by the sign-in journey' },
  '/dang-nhap/vai': [{ as: hong, path: '/dang-nhap/vai' }],
  '/nop/:code': [{ as: hong, path: `/nop/${birth}` }],
  '/ho-so-nhap/:id': { noPage: 'leads on to the page that comes next' },
  '/ho-so-nhap/:id/noi-nop': [{ as: hong, path: async (w) => `/ho-so-nhap/${await draftOf(w)}/noi-nop` }],
  '/ho-so-nhap/:id/xem-lai': [{ as: hong, path: async (w) => `/ho-so-nhap/${await draftOf(w)}/xem-lai` }],
  '/ho-so-nhap/:id/bo': [{ as: hong, path: async (w) => `/ho-so-nhap/${await draftOf(w)}/bo` }],
  '/ho-so-nhap/:id/tep/:upload': { noPage: 'the bytes of a file' },
  '/ho-so-nhap/:id/:page': ['nguoi-nop', 'tre', 'noi-sinh', 'cha-me', 'me', 'giay-to', 'nhan-ket-qua', 'cam-doan'].map((page) => ({
    as: hong,
    path: async (w: PageWorld) => `/ho-so-nhap/${await draftOf(w)}/${page}`,
    called: page,
  })),
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
  '/quan-tri': [{ as: administrator, path: '/quan-tri' }],
  '/xac-minh': [{ path: '/xac-minh' }],
  '/healthz': { noPage: 'for machines' },
  '/readyz': { noPage: 'for machines' },
  '/metrics': { noPage: 'for machines' },
}
