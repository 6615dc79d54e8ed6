import { compare, importList, readEntry } from '#modules/national'
import type { WebWorld } from '../web-world.ts'
import { publishedRow } from './national.ts'
import type { Knocks } from './request.ts'

/** A procedure of communes that nobody has written by hand: complete enough to go into service. */
export const derivedCode = '1.011607'
/** One that says neither its time nor its fee, with cases, notes and two results of long names. */
export const openCode = '1.011609'
/** One that lacks papers and result. */
export const incompleteCode = '1.011606'

const common = { ministry: 'Bộ Nông nghiệp và Môi trường', field: 'Giảm nghèo', levels: ['xa'], decision: '3777/QĐ-BNNMT' }
const row = publishedRow(derivedCode, {
  ...common,
  name: 'Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm',
  channels: [
    { channel: 'direct', time: 15, unit: 'Ngày', fees: [{ vnd: 0 }] },
    { channel: 'postal', time: 15, unit: 'Ngày', fees: [{ vnd: 0 }] },
  ],
  components: [
    { group: '--', name: 'Giấy đề nghị rà soát hộ nghèo, hộ cận nghèo', form: 'mau-01.docx', original: 1, copy: 0 },
    { group: 'Trường hợp hộ mới chuyển đến', name: 'Xác nhận của nơi ở cũ', original: 0, copy: 1 },
    { group: 'Trường hợp có người khuyết tật', name: 'Giấy xác nhận khuyết tật', original: 0, copy: 1 },
    { group: 'Giấy tờ phải xuất trình', name: 'Giấy tờ tùy thân còn giá trị', original: 1, copy: 0 },
    { group: 'Lưu ý', name: 'Người nộp hồ sơ đối chiếu thông tin trước khi gửi', original: 0, copy: 0 },
  ],
  results: [{ name: 'Quyết định công nhận hộ nghèo, hộ cận nghèo', code: 'KQ.G10.001158' }],
})
const open = publishedRow(openCode, {
  ...common,
  name: 'Thủ tục xác nhận hộ làm nông nghiệp, lâm nghiệp có mức sống trung bình',
  channels: [],
  components: [
    { group: '--', name: 'Giấy đề nghị theo mẫu', original: 1, copy: 0 },
    { group: 'Trường hợp ủy quyền thực hiện thủ tục', name: 'Văn bản ủy quyền', original: 1, copy: 0 },
    { group: 'Giấy tờ phải xuất trình', name: 'Giấy tờ tùy thân còn giá trị sử dụng', original: 1, copy: 0 },
    { group: 'Lưu ý', name: '+ Giấy tờ do cơ quan nước ngoài cấp phải được hợp pháp hóa lãnh sự', original: 0, copy: 0 },
  ],
  results: [
    {
      name: 'Quyết định công nhận hộ làm nông nghiệp, lâm nghiệp, ngư nghiệp và diêm nghiệp có mức sống trung bình',
      code: 'KQ.G10.001151',
    },
    { name: 'Thông báo không đủ điều kiện công nhận, nêu rõ lý do', code: 'KQ.G10.001152' },
  ],
})
const incomplete = publishedRow(incompleteCode, { ...common, name: 'Công nhận hộ thoát nghèo', components: [], results: [], channels: [] })

/** These rows in the catalogue; once a world. */
export async function rowsForService(w: WebWorld): Promise<void> {
  const there = await w.db.selectFrom('national_row').select('code').where('code', '=', derivedCode).executeTakeFirst()
  if (there !== undefined) return
  const ctx = w.as(w.province.procedureOfficer, { now: w.clock() })
  const entries = [row, open, incomplete].map((one, at) => readEntry(one, at + 1))
  await importList(ctx, await compare(ctx, 'giam-ngheo', entries), { name: 'giam-ngheo.json', sha256: new Uint8Array(32) })
}

const path = `/quan-tri/danh-muc/${derivedCode}/phuc-vu`
const subject = async (w: WebWorld) => {
  await rowsForService(w)
  return {}
}

/** How a procedure of the catalogue is put into service. */
export const serviceKnocks: Knocks = {
  'GET /quan-tri/danh-muc/:code/phuc-vu': { subject, send: () => ({ path }) },
  'POST /quan-tri/danh-muc/:code/phuc-vu': { stays: true, subject, send: () => ({ path, form: {} }) },
}
