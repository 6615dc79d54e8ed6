import { type Field, sourceItems, type Words, words } from '#modules/procedures'
import {
  type Items,
  type Kinds,
  nameOf,
  number,
  oneOf,
  type Part,
  type Parts,
  part,
  perhaps,
  type Shape,
  several,
  text,
  twoLanguages,
} from '../shape.ts'
import { condition, mark, source, yes } from './common.ts'

const itemNames: Readonly<Record<string, Words>> = {
  fullName: words('Họ và tên', 'Full name'),
  citizenId: words('Số định danh', 'Personal number'),
  bornOn: words('Ngày sinh', 'Date of birth'),
  phone: words('Số điện thoại', 'Telephone'),
  email: words('Thư điện tử', 'E-mail'),
  ethnicity: words('Dân tộc', 'Ethnic group'),
  nationality: words('Quốc tịch', 'Nationality'),
  residence: words('Nơi cư trú', 'Residence'),
  hometown: words('Quê quán', 'Place of origin'),
  dead: words('Đã mất hay chưa', 'Whether dead'),
}

/** Everything that some source answers, by the name it has there; whether this source answers it is judged with the sense. */
const item = oneOf(
  Object.fromEntries([...new Set<string>(Object.values(sourceItems).flat())].map((each) => [each, itemNames[each] ?? words(each, each)])),
)

/** Where the answer is asked before the citizen is. */
type Known = NonNullable<Field['known']>[number]

const known: Items = {
  is: 'items',
  one: words('nơi tra cứu', 'look-up'),
  title: 'from',
  most: 8,
  of: {
    is: 'group',
    parts: {
      from: part('Hỏi ở đâu', 'Asked of', source),
      item: part('Lấy thông tin nào', 'Which item', item),
      by: part('Tra bằng các câu trả lời', 'Looked up by these answers', several(nameOf('field'), 6)),
      own: perhaps('Chỉ tra bằng số của chính người nộp', 'Only by the applicant’s own number', mark),
      consent: perhaps('Hỏi ý kiến người nộp trước khi tra', 'Ask the applicant first', mark),
      aside: perhaps('Không khóa các câu đã dùng để tra', 'Leaves the answers it was asked with open', mark),
      when: perhaps('Chỉ tra khi', 'Only when', condition),
    } satisfies Record<keyof Known, Part>,
  },
}

const compared: Items = {
  is: 'items',
  one: words('nguồn so sánh', 'source to compare with'),
  title: 'from',
  most: 8,
  of: {
    is: 'group',
    parts: {
      from: part('So với', 'Compared with', source),
      item: part('Thông tin nào', 'Which item', item),
      by: perhaps('Tra bằng các câu trả lời', 'Looked up by these answers', several(nameOf('field'), 6)),
      when: perhaps('Chỉ so khi', 'Only when', condition),
    },
  },
}

const common: Parts = {
  label: part('Câu hỏi', 'The question', twoLanguages(300)),
  hint: perhaps('Gợi ý dưới câu hỏi', 'Hint below it', twoLanguages(500, 2)),
  required: part('Bắt buộc trả lời', 'Must be answered', yes),
  when: perhaps('Chỉ hỏi khi', 'Asked only when', condition, words('Để trống nghĩa là luôn hỏi', 'Empty means: always')),
  missing: perhaps('Câu báo khi bỏ trống', 'Said when it is empty', twoLanguages(300)),
  sensitive: perhaps('Thông tin nhạy cảm, che khi hiển thị', 'Sensitive: masked where shown', mark),
  autocomplete: perhaps('Trình duyệt điền giúp', 'Filled in by the browser', text(40, { form: 'code' })),
  known: perhaps('Tra cứu thay cho việc hỏi', 'Looked up instead of asked', known),
  compared: perhaps('So với nguồn khác', 'Compared with other sources', compared),
}

const options: Shape = {
  is: 'items',
  one: words('câu trả lời', 'answer'),
  title: 'label',
  code: 'value',
  most: 100,
  of: {
    is: 'group',
    parts: {
      label: part('Câu trả lời', 'The answer', twoLanguages(300)),
      hint: perhaps('Gợi ý', 'Hint', twoLanguages(400)),
      value: perhaps('Mã', 'Code', text(60, { form: 'code' }), words('Để trống thì máy đặt', 'Left empty, it is made')),
    },
  },
}
const answers = { options: part('Các câu trả lời', 'The answers', options) } satisfies Parts
const most = (limit: number) => ({ most: part('Dài nhất (chữ)', 'Longest (letters)', number(1, limit)) })
const list = oneOf({ ethnicity: words('Dân tộc', 'Ethnic groups'), nationality: words('Quốc tịch', 'Nationalities') })
const precision = oneOf({
  day: words('Đủ ngày', 'The day'),
  month: words('Tháng và năm', 'Month and year'),
  year: words('Chỉ năm', 'The year'),
})
const detail = oneOf({
  required: words('Bắt buộc', 'Must be given'),
  optional: words('Không bắt buộc', 'May be given'),
  none: words('Không hỏi', 'Not asked'),
  instead: words('Thay được cho tên xã', 'May stand for the commune'),
})

const fullName = { name: words('Họ và tên', 'Full name'), parts: most(200) }
const line = {
  name: words('Chữ', 'Text'),
  parts: {
    ...most(4000),
    lines: perhaps('Số dòng của ô', 'Lines of the box', number(1, 20)),
    pattern: perhaps('Mẫu kiểm tra', 'Pattern', text(300, { form: 'pattern' })),
  },
}
const day = {
  name: words('Ngày', 'Date'),
  parts: { precision: part('Phải biết đến', 'At least', precision), past: part('Phải là ngày đã qua', 'Must lie in the past', yes) },
}
const citizenId = { name: words('Số định danh cá nhân', 'Personal number'), parts: {} }
const phone = { name: words('Số điện thoại', 'Telephone'), parts: {} }
const choice = {
  name: words('Chọn một trong các câu trả lời', 'One of several answers'),
  parts: { ...answers, usual: perhaps('Ghi sẵn tại quầy (mã)', 'Set already at a counter (code)', text(60, { form: 'code' })) },
}

const cells: Items = {
  is: 'items',
  one: words('ô', 'cell'),
  title: 'label',
  named: true,
  most: 20,
  of: { is: 'kinds', by: 'kind', common, kinds: { fullName, text: line, date: day, citizenId, phone, choice } },
}

/** Every kind of question, with what is special about it; one that is missing here does not compile. */
const kinds = {
  fullName,
  text: line,
  date: day,
  citizenId,
  phone,
  email: { name: words('Thư điện tử', 'E-mail'), parts: {} },
  choice,
  code: { name: words('Chọn trong danh mục', 'From a code list'), parts: { list: part('Danh mục', 'Code list', list) } },
  place: {
    name: words('Nơi chốn', 'Place'),
    parts: { detail: part('Số nhà, thôn, tổ', 'House, village', detail), abroad: part('Có thể ở nước ngoài', 'May be abroad', yes) },
  },
  int: {
    name: words('Số', 'Number'),
    parts: { least: part('Nhỏ nhất', 'Least', number(0, 1e9)), most: part('Lớn nhất', 'Most', number(0, 1e9)) },
  },
  money: {
    name: words('Số tiền', 'Amount of money'),
    parts: {
      least: part('Ít nhất (đồng)', 'Least (đồng)', number(0, 1e15)),
      most: part('Nhiều nhất (đồng)', 'Most (đồng)', number(0, 1e15)),
    },
  },
  list: {
    name: words('Danh sách nhiều người, nhiều mục', 'A list of several entries'),
    parts: {
      entry: part('Mỗi mục gọi là', 'What one entry is called', twoLanguages(100)),
      most: part('Nhiều nhất (mục)', 'At most (entries)', number(1, 100)),
      cells: part('Mỗi mục hỏi gì', 'What each entry asks', cells),
      order: part('Thứ tự hỏi (mã)', 'Order of asking (codes)', several(text(60, { form: 'code' }), 30)),
    },
  },
  bool: { name: words('Có hoặc không', 'Yes or no'), parts: { mustBeTrue: part('Phải đồng ý mới nộp được', 'Must be agreed to', yes) } },
  upload: {
    name: words('Tệp giấy tờ', 'Paper to attach'),
    parts: {
      accept: part(
        'Loại tệp',
        'Kinds of file',
        several(oneOf({ pdf: words('PDF', 'PDF'), jpeg: words('JPEG', 'JPEG'), png: words('PNG', 'PNG') }), 3),
      ),
      most: part('Nhiều nhất (tệp)', 'At most (files)', number(1, 100)),
      mostBytes: part('Nặng nhất (byte)', 'Largest (bytes)', number(1, 52_428_800)),
    },
  },
  given: { name: words('Máy tự biết, không hỏi', 'Told by the program'), parts: answers },
  derived: {
    name: words('Suy ra từ ngày khác', 'Follows from a date'),
    parts: {
      moreThanDays: part('Quá số ngày', 'More than (days)', number(0, 100_000)),
      after: part('Tính từ ngày', 'After the date', nameOf('field')),
      basis: part('Căn cứ pháp lý', 'Legal basis', text(300)),
    },
  },
  fixed: {
    name: words('Ghi sẵn, không hỏi', 'The same for everyone'),
    parts: { value: part('Giá trị', 'Value', text(200)), list: perhaps('Theo danh mục', 'Of the code list', list) },
  },
} as const satisfies Record<Field['kind'], Kinds['kinds'][string]>

export const field: Kinds = { is: 'kinds', by: 'kind', common, kinds }
