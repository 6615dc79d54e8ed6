import type { NoPage, Visit } from './page-table.ts'
import type { PageWorld } from './page-world.ts'
import { knownCode, listBrought, smallCatalogue } from './policy/national.ts'
import { derivedCode, incompleteCode, rowsForService } from './policy/service.ts'

const birth = '1.001193'
const chair = (w: PageWorld) => w.a.chair
const administrator = (w: PageWorld) => w.province.administrator
const procedureOfficer = (w: PageWorld) => w.province.procedureOfficer

/** Brings the rows of which a procedure can be made in before its pages are looked at. */
async function withService(w: PageWorld): Promise<''> {
  await rowsForService(w)
  return ''
}

/** Brings the small catalogue in before its pages are looked at. */
async function withCatalogue(w: PageWorld): Promise<''> {
  await smallCatalogue(w)
  return ''
}

/** What keeps the office running: the administration, the catalogue, the figures. */
export const adminPages: Readonly<Record<string, readonly Visit[] | NoPage>> = {
  '/quan-tri': [{ as: administrator, path: '/quan-tri' }],
  '/quan-tri/thu-tuc-thong-ke': [{ as: procedureOfficer, path: '/quan-tri/thu-tuc-thong-ke?ngay=30' }],
  '/quan-tri/thu-tuc-thong-ke/:code': [{ as: procedureOfficer, path: `/quan-tri/thu-tuc-thong-ke/${birth}?ngay=30` }],
  '/quan-tri/su-co': [{ as: administrator, path: '/quan-tri/su-co' }],
  '/quan-tri/cong-tac': [{ as: administrator, path: '/quan-tri/cong-tac' }],
  '/quan-tri/lich': [{ as: administrator, path: '/quan-tri/lich' }],
  '/quan-tri/lich/them': [{ as: administrator, path: '/quan-tri/lich/them' }],
  '/quan-tri/lich/xem-truoc': [
    {
      as: administrator,
      path: `/quan-tri/lich/xem-truoc?kind=swap&off-day=23&off-month=11&off-year=2026&worked-day=28&worked-month=11&worked-year=2026&name=${encodeURIComponent('Ngày Văn hóa')}&source=${encodeURIComponent('Thông báo mẫu')}`,
    },
  ],
  '/quan-tri/danh-muc': [
    { as: procedureOfficer, path: async (w) => `/quan-tri/danh-muc${await withCatalogue(w)}`, called: 'all' },
    { as: procedureOfficer, path: '/quan-tri/danh-muc?q=khong-co', called: 'none' },
  ],
  '/quan-tri/danh-muc/:code': [
    { as: procedureOfficer, path: async (w) => `/quan-tri/danh-muc/${knownCode}${await withCatalogue(w)}`, called: 'rule' },
    { as: administrator, path: async (w) => `/quan-tri/danh-muc/1.004194${await withCatalogue(w)}`, called: 'hand' },
  ],
  '/quan-tri/danh-muc/:code/phuc-vu': [
    { as: procedureOfficer, path: async (w) => `/quan-tri/danh-muc/${derivedCode}/phuc-vu${await withService(w)}`, called: 'ready' },
    { as: procedureOfficer, path: async (w) => `/quan-tri/danh-muc/${incompleteCode}/phuc-vu${await withService(w)}`, called: 'gaps' },
  ],
  '/quan-tri/danh-muc/nhap': [{ as: procedureOfficer, path: '/quan-tri/danh-muc/nhap' }],
  '/quan-tri/danh-muc/nhap/:id': [
    { as: procedureOfficer, path: async (w) => `/quan-tri/danh-muc/nhap/${await listBrought(w, 'json')}`, called: 'preview' },
    { as: procedureOfficer, path: async (w) => `/quan-tri/danh-muc/nhap/${await listBrought(w, 'csv')}`, called: 'columns' },
  ],
  '/quan-tri/can-bo': [{ as: administrator, path: '/quan-tri/can-bo' }],
  '/quan-tri/can-bo/:id': [
    { as: administrator, path: (w) => `/quan-tri/can-bo/${w.mai.account}`, called: 'other' },
    { as: administrator, path: (w) => `/quan-tri/can-bo/${w.province.administrator.account}`, called: 'own' },
  ],
  '/quan-tri/can-bo/:id/chuc-danh': [
    { as: administrator, path: (w) => `/quan-tri/can-bo/${w.mai.account}/chuc-danh?don-vi=09187`, called: 'unit' },
  ],
  '/can-bo/nguoi-thay': [{ as: chair, path: '/can-bo/nguoi-thay' }],
  '/quan-tri/nguoi-thay': [
    { as: administrator, path: '/quan-tri/nguoi-thay' },
    { as: administrator, path: '/quan-tri/nguoi-thay?don-vi=09187', called: 'unit' },
  ],
}
