import { type Fee, words } from '#modules/procedures'
import { group, type Items, nameOf, number, oneOf, type Part, part, perhaps, several, text, twoLanguages } from '../shape.ts'
import { basis, date, money, name, unverified, when } from './common.ts'

const tiers: Items = {
  is: 'items',
  one: words('bậc thu', 'tier'),
  title: 'from',
  most: 10,
  of: group({ from: part('Từ đơn vị thứ', 'From the unit', number(2, 100_000)), dong: part('Mỗi đơn vị (đồng)', 'Each (đồng)', money) }),
}

const exempt: Items = {
  is: 'items',
  one: words('trường hợp miễn', 'exemption'),
  title: 'who',
  code: 'id',
  most: 30,
  of: group({
    who: part('Ai được miễn, vì sao', 'Who pays nothing, and why', twoLanguages(300)),
    when: part('Được miễn khi', 'Exempt when', { is: 'condition' }),
    basis,
    unverified,
    id: perhaps('Mã', 'Code', text(60, { form: 'code' })),
  }),
}

const units = oneOf({
  dossier: words('hồ sơ', 'dossier'),
  copy: words('bản', 'copy'),
  page: words('trang', 'page'),
  person: words('người', 'person'),
})
export const channels = oneOf({
  online: words('Nộp trực tuyến', 'Online'),
  counter: words('Nộp tại quầy', 'At the counter'),
  post: words('Nộp qua bưu chính', 'By post'),
})

/** An amount to be paid, with everything on which it hangs. */
export const fee = group({
  name,
  dong: part(
    'Mức thu (đồng)',
    'Amount (đồng)',
    { is: 'money', unknown: true },
    words('Chưa biết thì để trống: cán bộ báo cho người nộp', 'Unknown: leave empty, the clerk tells it'),
  ),
  unit: perhaps('Tính theo', 'For each', units),
  per: perhaps('Số lượng theo câu trả lời', 'How many: the answer to', nameOf('number')),
  tiers: perhaps('Bậc thu', 'Tiers', tiers),
  most: perhaps('Không quá (đồng)', 'Never more than (đồng)', money),
  times: perhaps('Nhân với câu trả lời', 'Multiplied by the answer to', nameOf('number')),
  channels: perhaps('Chỉ khi nộp bằng cách', 'Only when filed', several(channels, 3)),
  when,
  exempt: perhaps('Miễn', 'Exemptions', exempt),
  validFrom: perhaps('Áp dụng từ ngày', 'Valid from', date),
  validTo: perhaps('Đến hết ngày', 'Valid to', date),
  setBy: part(
    'Ai quy định',
    'Set by',
    oneOf({
      law: words('Văn bản của trung ương', 'National law'),
      provincialCouncil: words('Hội đồng nhân dân tỉnh, thành phố', 'The provincial People’s Council'),
    }),
  ),
  basis,
  unverified,
  id: perhaps('Mã', 'Code', text(60, { form: 'code' })),
} satisfies Record<keyof Fee, Part>)
