import { bringFile, compare, decideRoute, importList, type Read, readEntry } from '#modules/national'
import { newId } from '#platform/id'
import type { WebWorld } from '../web-world.ts'
import type { Knocks } from './request.ts'

/** A made-up procedure as the portal publishes it, with what is usually dirty. */
export function publishedRow(code: string, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    code,
    name: 'Cấp bản sao trích lục hộ tịch, bản sao giấy khai sinh',
    ministry: 'Bộ Tư pháp',
    field: 'Hộ tịch',
    levels: ['tinh', 'xa'],
    decision: '163/QĐ-BTP',
    kind: null,
    subjects: ['Công dân Việt Nam'],
    channels: [
      { channel: 'online', time: 1, unit: null, fees: [{ vnd: 8000, note: '8.000 đồng một bản' }] },
      {
        channel: 'direct',
        time: 3,
        unit: 'Ngày làm việc',
        fees: [{ vnd: 25, note: '25.000 đồng, từ ngày 01/7/2025 đến hết ngày 31/12/2026', suspect: true }],
      },
    ],
    components: [
      { group: 'Giấy tờ phải nộp', name: 'Tờ khai theo mẫu', form: 'to-khai.docx', original: 1, copy: 0 },
      { group: 'Giấy tờ phải nộp', name: 'Giấy tờ tùy thân còn giá trị', original: 0, copy: 1 },
      { group: '--', name: 'Người nộp hồ sơ đối chiếu thông tin trước khi gửi', original: 0, copy: 0 },
    ],
    results: [{ name: 'Bản sao trích lục hộ tịch', code: 'KQ.G15.000342' }],
    legal: ['60/2014/QH13'],
    steps: 'Bước 1: nộp hồ sơ.\nBước 2: nhận kết quả.',
    agency: 'Ủy ban nhân dân cấp xã',
    ...more,
  }
}

const entries = (...rows: Record<string, unknown>[]): Read[] => rows.map((row, at) => readEntry(row, at + 1))

export const knownCode = '2.000635'
/** A long name without a place to break, as files from elsewhere have. */
const list = 'danh_muc_thu_tuc_hanh_chinh_cong_bo_bo_sung'

/** A catalogue of two procedures, one of them decided by hand; once a world. */
export async function smallCatalogue(w: WebWorld): Promise<void> {
  const ctx = w.as(w.province.procedureOfficer, { now: w.clock() })
  const there = await w.db.selectFrom('national_row').select('code').executeTakeFirst()
  if (there !== undefined) return
  const other = publishedRow('1.004194', {
    name: 'Đăng ký tạm trú',
    ministry: 'Bộ Công an',
    field: 'Đăng ký, quản lý cư trú',
    levels: ['xa'],
  })
  const bring = async (source: string, ...rows: Record<string, unknown>[]) =>
    importList(ctx, await compare(ctx, source, entries(...rows)), { name: `${source}.json`, sha256: new Uint8Array(32) })
  await bring(list, publishedRow(knownCode, { components: 3, steps: undefined }), other)
  await bring('chi-tiet', publishedRow(knownCode))
  const reason = 'Phối hợp tiếp nhận tại Trung tâm Phục vụ hành chính công theo văn bản mẫu'
  await decideRoute(ctx, { code: '1.004194', target: 'ours', reason, from: w.clock().slice(0, 10) })
}

/** A file laid aside by the officer: JSON with a change, a doubt, a drop and a broken row, or a table with headings of its own. */
export async function listBrought(w: WebWorld, kind: 'json' | 'csv'): Promise<string> {
  await smallCatalogue(w)
  const ctx = w.as(w.province.procedureOfficer, { now: w.clock() })
  const json = [
    publishedRow(knownCode, { name: 'Xác nhận nội dung khác hẳn', components: [{ group: '--', name: 'Tờ khai', original: 1, copy: 0 }] }),
    publishedRow('1.001193', { name: 'Đăng ký khai sinh' }),
    { code: '1.1', name: 'Dòng hỏng' },
  ]
  const csv = 'Số,Gọi là,Cơ quan,Nhóm\n1.001193,Đăng ký khai sinh,Bộ Tư pháp,Hộ tịch\n'
  const bytes = Buffer.from(kind === 'json' ? JSON.stringify(json) : csv)
  const { id } = await bringFile(ctx, w.services.vault.store, {
    name: `${list}.${kind}`,
    bytes: [bytes],
    formKey: newId(),
  })
  return id
}

const base = '/quan-tri/danh-muc'
const today = { 'from-day': '23', 'from-month': '11', 'from-year': '2026' }

/** How the pages of the national catalogue are knocked at. */
export const nationalKnocks: Knocks = {
  [`GET ${base}/:code`]: {
    subject: async (w) => {
      await smallCatalogue(w)
      return {}
    },
    send: () => ({ path: `${base}/${knownCode}` }),
  },
  [`POST ${base}/:code/noi-giai-quyet`]: {
    stays: true,
    subject: async (w) => {
      await smallCatalogue(w)
      return {}
    },
    send: () => ({ path: `${base}/${knownCode}/noi-giai-quyet`, form: { target: 'undecided', reason: 'Chờ phân công', ...today } }),
  },
  [`POST ${base}/nhap`]: {
    stays: true,
    send: () => ({
      path: `${base}/nhap`,
      form: {},
      file: { field: 'tep', name: 'danh-muc.json', bytes: Buffer.from(JSON.stringify([publishedRow(knownCode)])) },
    }),
  },
  [`GET ${base}/nhap/:id`]: {
    subject: async (w) => ({ id: await listBrought(w, 'json') }),
    send: ({ subject: { id } }) => ({ path: `${base}/nhap/${id}` }),
  },
  [`POST ${base}/nhap/:id/cot`]: {
    stays: true,
    subject: async (w) => ({ id: await listBrought(w, 'csv') }),
    send: ({ subject: { id } }) => ({
      path: `${base}/nhap/${id}/cot`,
      form: { code: 'Số', name: 'Gọi là', ministry: 'Cơ quan', field: 'Nhóm' },
    }),
  },
  [`POST ${base}/nhap/:id`]: {
    subject: async (w) => ({ id: await listBrought(w, 'json') }),
    send: ({ subject: { id } }) => ({
      path: `${base}/nhap/${id}`,
      form: { new: '1', changed: '1', same: '0', dropped: '1', refused: '1', suspicious: '2' },
    }),
  },
}
