import { type Rule, words } from '#modules/procedures'
import { group, type Kinds, nameOf, number, oneOf, type Part, part, perhaps, several, text, twoLanguages } from '../shape.ts'
import { basis, unverified, when } from './common.ts'

const today = [{ value: 'today', name: words('ngày nộp hồ sơ', 'the day of filing') }]
const than = part('So với', 'Compared with', { is: 'name', of: 'field', besides: today })
const other = { field: part('So với câu', 'Compared with', nameOf('field')) }
const others = { fields: part('So với các câu', 'Compared with', several(nameOf('field'), 8)) }

/** Every kind of check; one that is missing here does not compile. */
const kinds = {
  notBefore: { name: words('Không trước ngày', 'Not before'), parts: { than } },
  notAfter: { name: words('Không sau ngày', 'Not after'), parts: { than } },
  yearsAfter: {
    name: words('Cách một ngày bao nhiêu năm', 'Years after a date'),
    parts: {
      from: part('Tính từ', 'From', nameOf('field')),
      least: perhaps('Ít nhất (năm)', 'At least (years)', number(0, 200)),
      most: perhaps('Nhiều nhất (năm)', 'At most (years)', number(0, 200)),
    },
  },
  equalTo: { name: words('Bằng câu khác', 'Equal to'), parts: other },
  differentFrom: { name: words('Khác câu khác', 'Different from'), parts: other },
  equalToOneOf: { name: words('Bằng một trong các câu', 'Equal to one of'), parts: others },
  familyNameOf: { name: words('Cùng họ với', 'Family name of'), parts: others },
  sameCommuneAs: { name: words('Cùng xã, phường với', 'Same commune as'), parts: others },
  oneOf: {
    name: words('Là một trong các giá trị', 'One of these values'),
    parts: { values: part('Các giá trị', 'Values', several(text(200), 100)) },
  },
  matching: {
    name: words('Đúng một mẫu', 'Matches a pattern'),
    parts: { pattern: part('Mẫu kiểm tra', 'Pattern', text(300, { form: 'pattern' })) },
  },
  noLongerThan: { name: words('Không dài quá', 'No longer than'), parts: { letters: part('Số chữ', 'Letters', number(1, 4000)) } },
  ageReached: {
    name: words('Đủ tuổi vào ngày nộp', 'Old enough on the day'),
    parts: { years: part('Số tuổi', 'Years', number(1, 150)) },
  },
  between: {
    name: words('Trong khoảng', 'Between'),
    parts: { least: perhaps('Ít nhất', 'At least', number(0, 1e15)), most: perhaps('Nhiều nhất', 'At most', number(0, 1e15)) },
  },
  within: {
    name: words('Cách một ngày không quá', 'Within so long of a date'),
    parts: {
      from: part('Tính từ', 'From', nameOf('field')),
      days: perhaps('Ít nhất (ngày)', 'At least (days)', number(0, 100_000)),
      months: perhaps('Nhiều nhất (tháng)', 'At most (months)', number(0, 2_000)),
    },
  },
  uniqueEntries: {
    name: words('Không trùng trong danh sách', 'No two entries the same'),
    parts: {
      cell: part('Ô (mã)', 'Cell (code)', text(60, { form: 'code' })),
      besides: part('Cũng không trùng với các câu', 'Nor the same as', several(nameOf('field'), 8)),
    },
  },
  otherCommuneThan: { name: words('Khác xã, phường với', 'Another commune than'), parts: others },
  otherSexThan: { name: words('Khác giới tính với số định danh', 'Of another sex than'), parts: other },
  listedCommune: { name: words('Là xã, phường có trong danh mục', 'A commune of the list'), parts: {} },
  withoutWords: {
    name: words('Không chứa các chữ', 'Without these words'),
    parts: { words: part('Các chữ', 'Words', several(text(100), 100)) },
  },
  notMoreThanDaysAgo: {
    name: words('Chưa quá số ngày', 'Not longer ago than'),
    parts: { days: part('Số ngày', 'Days', number(0, 100_000)) },
  },
  numberAgreesWith: {
    name: words('Số định danh khớp ngày sinh', 'Personal number agrees with the birth'),
    parts: {
      bornOn: part('Ngày sinh', 'Date of birth', nameOf('field')),
      sex: perhaps('Giới tính', 'Sex', oneOf({ male: words('Nam', 'Male'), female: words('Nữ', 'Female') })),
    },
  },
} as const satisfies Record<Rule['check']['is'], Kinds['kinds'][string]>

const check: Kinds = { is: 'kinds', by: 'is', common: {}, kinds }

/** A check across answers. */
export const rule = group({
  says: part('Câu nói với người dân', 'What the citizen reads', twoLanguages(500, 2)),
  level: part(
    'Mức',
    'Level',
    oneOf({ block: words('Chặn, không cho nộp', 'Stops the filing'), warn: words('Nhắc xem lại', 'Asks to look again') }),
  ),
  field: part('Kiểm tra câu', 'Judges the answer to', nameOf('field')),
  when,
  check: part('Điều phải đúng', 'What must hold', check),
  basis,
  unverified,
  code: perhaps('Mã', 'Code', text(60, { form: 'code' })),
} satisfies Record<keyof Rule, Part>)
