import { type Overlay, type Words, words } from '#modules/procedures'
import { group, isInline, number, oneOf, type Parts, part, perhaps, type Shape, several, text, twoLanguages } from '../shape.ts'
import { basis, date, deadline, name, unverified } from './common.ts'
import { fee } from './money.ts'

const ground: Parts = {
  basis,
  validFrom: part('Áp dụng từ ngày', 'Valid from', date),
  validTo: perhaps('Đến hết ngày', 'Valid to', date),
  unverified,
}

const caseName = perhaps('Chỉ cho trường hợp (mã)', 'Only for the case (code)', text(80))

const paper = group({
  name,
  form: perhaps('Mẫu số', 'Form', text(120)),
  originals: part('Số bản chính', 'Originals', number(0, 50)),
  copies: part('Số bản sao', 'Copies', number(0, 50)),
  handling: part(
    'Nộp hay xuất trình',
    'Handed in or shown',
    oneOf({ handIn: words('Nộp', 'Handed in'), show: words('Xuất trình', 'Shown') }),
  ),
  note: perhaps('Ghi chú', 'Note', twoLanguages(400)),
})

/** Of a fee what stands on one page; tiers and exemptions need a revision of their own. */
const plainFee = group(Object.fromEntries(Object.entries(fee.parts).filter(([, one]) => isInline(one.shape))))

const level = oneOf({ full: words('Toàn trình', 'All of it online'), part: words('Một phần', 'In part') })
const textOf = oneOf({
  name: words('Tên', 'Name'),
  purpose: words('Người dân được gì', 'What the citizen gets'),
  who: words('Ai được làm', 'Who can file'),
  intro: words('Lời dẫn', 'Introduction'),
  note: words('Ghi chú', 'Note'),
})

export type OverlayPart = keyof Overlay

type OverlayShape = { readonly name: Words; readonly one: Words; readonly shape: Extract<Shape, { is: 'group' }> }

/** What a province can set over a national row, each with its ground and its days. */
export const overlayParts: Readonly<Record<OverlayPart, OverlayShape>> = {
  times: {
    name: words('Thời hạn', 'Times'),
    one: words('thời hạn', 'time'),
    shape: group({ within: part('Giải quyết trong', 'Resolved within', deadline), case: caseName, ...ground }),
  },
  fees: {
    name: words('Phí, lệ phí', 'Fees'),
    one: words('khoản thu', 'fee'),
    shape: group({ fee: part('Khoản thu', 'Fee', plainFee), ...ground }),
  },
  cases: {
    name: words('Trường hợp và giấy tờ', 'Cases and papers'),
    one: words('trường hợp', 'case'),
    shape: group({
      name,
      id: part('Mã', 'Code', text(60, { form: 'code' })),
      components: part('Giấy tờ', 'Papers', several(paper, 20)),
      ...ground,
    }),
  },
  results: {
    name: words('Kết quả', 'Results'),
    one: words('kết quả', 'result'),
    shape: group({ name, code: perhaps('Mã kết quả', 'Code', text(60, { form: 'code' })), ...ground }),
  },
  places: {
    name: words('Nơi tiếp nhận', 'Receiving places'),
    one: words('nơi tiếp nhận', 'place'),
    shape: group({ name, unit: part('Mã đơn vị', 'Code of the unit', text(20, { form: 'code' })), ...ground }),
  },
  levels: {
    name: words('Toàn trình hay một phần', 'Online in full or in part'),
    one: words('mức độ', 'level'),
    shape: group({ level: part('Mức độ', 'Level', level), case: caseName, ...ground }),
  },
  texts: {
    name: words('Lời văn riêng', 'Texts of its own'),
    one: words('lời văn', 'text'),
    shape: group({ of: part('Thay cho', 'In place of', textOf), text: part('Lời văn', 'Text', twoLanguages(600, 3)), ...ground }),
  },
} satisfies Record<OverlayPart, OverlayShape>

export const isOverlayPart = (text: string): text is OverlayPart => Object.hasOwn(overlayParts, text)
