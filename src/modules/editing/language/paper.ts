import { type Component, type Defect, type Print, type Result, type Words, words } from '#modules/procedures'
import { group, type Items, type Kinds, nameOf, number, oneOf, type Part, part, perhaps, text, twoLanguages } from '../shape.ts'
import { basis, condition, date, mark, name, source, unverified, when } from './common.ts'
import { role } from './way.ts'

const codeText = text(60, { form: 'code' })

const substitutes: Items = {
  is: 'items',
  one: words('dữ liệu thay giấy', 'data in its place'),
  title: 'from',
  most: 10,
  of: group({
    from: part('Tra ở đâu', 'Looked up at', source),
    item: part('Thông tin nào', 'Which item', codeText),
    basis,
    validFrom: perhaps('Từ ngày', 'From', date),
    validTo: perhaps('Đến hết ngày', 'To', date),
  }),
}

/** A paper of the dossier. */
export const component = group({
  name,
  when,
  handling: part(
    'Người dân làm gì với giấy này',
    'What happens with it',
    oneOf({ handIn: words('Nộp', 'Handed in'), show: words('Xuất trình rồi cầm về', 'Shown and taken back') }),
  ),
  originals: part('Số bản chính', 'Originals', number(0, 50)),
  copies: part('Số bản sao', 'Copies', number(0, 50)),
  field: perhaps('Tệp nộp trực tuyến ở câu', 'Attached online at the question', nameOf('field')),
  madeFromAnswers: perhaps('Máy lập từ câu trả lời, không phải nộp', 'Made from the answers', mark),
  substitutes: part('Dữ liệu thay giấy này', 'Data that stands in its place', substitutes),
  fallback: perhaps('Khi dữ liệu thiếu hoặc sai thì người dân', 'When data is missing, the citizen', twoLanguages(500, 2)),
  note: perhaps('Ghi chú', 'Note', twoLanguages(600, 2)),
  document: part(
    'Loại giấy tờ',
    'Kind of document',
    text(80, { form: 'code' }),
    words('Giống nhau giữa các thủ tục để dùng lại', 'The same across procedures, to be used again'),
  ),
  group: part('Nhóm trong bản công bố', 'Group of the published list', text(300)),
  form: perhaps('Mẫu số', 'Form', text(120)),
  basis,
  unverified,
  id: perhaps('Mã', 'Code', codeText),
} satisfies Record<keyof Component, Part>)

export const as = oneOf({
  plain: words('Như đã trả lời', 'As answered'),
  capitals: words('Chữ in hoa', 'In capitals'),
  date: words('Ngày bằng số', 'Date in digits'),
  year: words('Chỉ năm', 'The year'),
  dateInWords: words('Ngày bằng chữ', 'Date in words'),
  place: words('Nơi chốn', 'Place'),
  rows: words('Từng dòng của danh sách', 'Rows of the list'),
  moneyInWords: words('Số tiền bằng chữ', 'Money in words'),
  digits: words('Từng chữ số', 'Digit by digit'),
} satisfies Record<Extract<Print, { from: 'answer' }>['as'], Words>)
/** What a source of printed values has to give; an item without a name here does not compile. */
type ItemOf<From extends Print['from']> = Extract<Print, { from: From; item: string }>['item']

export const register = oneOf({
  number: words('Số trong sổ', 'Number'),
  book: words('Quyển', 'Book'),
  page: words('Trang', 'Page'),
  registeredOn: words('Ngày đăng ký', 'Day of registration'),
  personalNumber: words('Số định danh được cấp', 'Personal number allotted'),
  note: words('Ghi chú', 'Note'),
  validUntil: words('Có giá trị đến', 'Valid until'),
} satisfies Record<ItemOf<'register'>, Words>)
const office = oneOf({
  province: words('Tỉnh, thành phố', 'Province'),
  commune: words('Xã, phường', 'Commune'),
  agency: words('Tên cơ quan', 'Agency'),
  place: words('Địa danh', 'Place'),
} satisfies Record<ItemOf<'office'>, Words>)
const signer = oneOf({
  authority: words('Thẩm quyền ký', 'Authority'),
  title: words('Chức vụ', 'Title'),
  name: words('Họ tên', 'Name'),
} satisfies Record<ItemOf<'signer'>, Words>)
const entry = oneOf({
  event: words('Loại việc', 'Event'),
  columns: words('Toàn bộ nội dung', 'All of it'),
  agency: words('Nơi đăng ký', 'Where it was registered'),
  number: words('Số', 'Number'),
  book: words('Quyển', 'Book'),
  registeredOn: words('Ngày đăng ký', 'Day of registration'),
} satisfies Record<ItemOf<'entry'>, Words>)
const dossier = oneOf({
  code: words('Số hồ sơ', 'Number of the dossier'),
  procedure: words('Tên thủ tục', 'Name of the procedure'),
  procedureCode: words('Mã thủ tục', 'Code of the procedure'),
  result: words('Tên kết quả', 'Name of the result'),
  applicant: words('Người nộp', 'Applicant'),
  applicantNumber: words('Số định danh người nộp', 'The applicant’s number'),
  cases: words('Trường hợp', 'Cases'),
  submittedOn: words('Ngày nộp', 'Day of filing'),
  content: words('Nội dung cán bộ soạn', 'What the official wrote'),
} satisfies Record<ItemOf<'dossier'>, Words>)

const printed = {
  answer: {
    name: words('Câu trả lời', 'An answer'),
    parts: {
      field: part('Của câu hỏi', 'To the question', nameOf('field')),
      as: part('In thế nào', 'Printed as', as),
      otherwise: perhaps(
        'Khi bỏ trống thì in',
        'When empty, prints',
        group({ text: part('Chữ in thay', 'Text instead', text(200)), when: part('Khi', 'When', condition) }),
      ),
    },
  },
  register: { name: words('Sổ đăng ký', 'The register'), parts: { item: part('Mục', 'Item', register) } },
  office: { name: words('Cơ quan', 'The office'), parts: { item: part('Mục', 'Item', office) } },
  signer: { name: words('Người ký', 'Who signs'), parts: { item: part('Mục', 'Item', signer) } },
  dossier: { name: words('Hồ sơ', 'The dossier'), parts: { item: part('Mục', 'Item', dossier) } },
  entry: { name: words('Việc đã đăng ký được sao', 'The entry that is copied'), parts: { item: part('Mục', 'Item', entry) } },
} as const satisfies Record<Print['from'], Kinds['kinds'][string]>

const print: Kinds = { is: 'kinds', by: 'from', common: {}, kinds: printed }

const prints: Items = { is: 'items', one: words('chỗ in', 'place on the paper'), named: true, most: 200, of: print }

const valid = group({
  months: part('Số tháng', 'Months', number(1, 600)),
  validFrom: part('Quy định có hiệu lực từ', 'In force from', date),
  basis,
  unverified,
})

const reports = group({
  event: part(
    'Sự kiện',
    'Event',
    oneOf({ birth: words('Khai sinh', 'Birth'), marriage: words('Kết hôn', 'Marriage'), death: words('Khai tử', 'Death') }),
  ),
  subjects: perhaps('Tìm lại theo', 'Found again by', {
    is: 'items',
    one: words('người', 'person'),
    title: 'name',
    most: 4,
    of: group({
      name: part('Họ tên ở câu', 'Name in', nameOf('field')),
      bornOn: part('Ngày sinh ở câu', 'Birth date in', nameOf('field')),
    }),
  }),
  columns: part('Cột nào ghi gì', 'What each column says', { ...prints, one: words('cột', 'column') }),
})

/** A paper that comes out of it. */
export const result = group({
  name,
  code: part('Mã kết quả', 'Code of the result', codeText),
  when: perhaps('Chỉ cấp khi', 'Only when', condition),
  numbering: part(
    'Lấy số',
    'Numbered',
    oneOf({
      'from-register': words('Theo sổ đăng ký, trước khi ký', 'By the register, before signing'),
      'after-signature': words('Khi phát hành', 'When issued'),
    }),
  ),
  register: perhaps('Sổ đăng ký', 'Register', codeText),
  valid: perhaps('Thời hạn giá trị', 'Validity', valid),
  reports: perhaps('Báo về cơ sở dữ liệu quốc gia', 'Reported to the national database', reports),
  symbol: perhaps('Ký hiệu sau số', 'Sign after the number', text(60)),
  copies: perhaps(
    'Sao từ việc đã đăng ký',
    'Copied from an entry',
    group({
      event: part('Loại việc ở câu', 'Event in', nameOf('field')),
      name: part('Họ tên ở câu', 'Name in', nameOf('field')),
      bornOn: part('Ngày sinh ở câu', 'Birth date in', nameOf('field')),
      number: perhaps('Số đăng ký ở câu', 'Number in', nameOf('field')),
    }),
  ),
  series: perhaps('Chung dãy số', 'Row of numbers', codeText),
  scans: perhaps('Ảnh chụp in vào giấy lấy từ câu', 'Pictures set into it from', nameOf('field')),
  signedBy: part('Ai ký', 'Signed by', role),
  sealedBy: part('Ai đóng dấu', 'Sealed by', role),
  originals: part('Số bản chính', 'Originals', number(1, 20)),
  template: part('Mẫu giấy', 'Paper', { is: 'paper' }),
  prints: part('Chỗ nào in gì', 'What prints where', prints),
  basis,
} satisfies Record<keyof Result, Part>)

/** Papers of the office that this field of law writes in its own form. */
export const forms: Items = {
  is: 'items',
  one: words('mẫu của ngành', 'own form'),
  named: true,
  names: oneOf({
    receipt: words('Giấy tiếp nhận', 'Receipt'),
    supplement: words('Phiếu yêu cầu bổ sung', 'Request for more'),
    refusal: words('Phiếu từ chối', 'Refusal'),
  }).options,
  most: 3,
  of: group({
    form: part('Mẫu số', 'Form', text(60)),
    name,
    symbol: part('Ký hiệu sau số', 'Sign after the number', text(60)),
    typst: part('Nội dung mẫu (Typst)', 'Template (Typst)', text(60_000, { lines: 12 })),
    basis,
    unverified,
  }),
}

/** What may be wrong with a dossier, and what follows. */
export const defect = group({
  text: part('Điều chưa đúng', 'What is wrong', twoLanguages(400, 2)),
  remedy: part('Người dân cần làm', 'What the citizen can do', twoLanguages(400, 2)),
  outcome: part(
    'Thường dẫn tới',
    'Usually leads to',
    oneOf({
      supplement: words('Yêu cầu bổ sung', 'Asking for more'),
      refuse: words('Từ chối', 'Refusal'),
      correctData: words('Sửa dữ liệu', 'Correcting data'),
      ask: words('Hỏi lại', 'A question'),
      switch: words('Chuyển thủ tục khác', 'Another procedure'),
      transfer: words('Chuyển nơi khác', 'Another office'),
    }),
  ),
  field: perhaps('Ở câu hỏi', 'At the question', nameOf('field')),
  component: perhaps('Ở giấy tờ', 'At the paper', nameOf('component')),
  basis,
  code: perhaps('Mã', 'Code', codeText),
} satisfies Record<keyof Defect, Part>)
