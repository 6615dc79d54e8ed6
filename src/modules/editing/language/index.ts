import { type Procedure, type Words, words } from '#modules/procedures'
import {
  group,
  type Items,
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
import { basis, date, deadline, elsewhere, mark, name, unverified, when } from './common.ts'
import { field } from './field.ts'
import { channels, fee } from './money.ts'
import { component, defect, forms, register, result } from './paper.ts'
import { rule } from './rule.ts'
import { consultation, step } from './way.ts'

const items = (vi: string, en: string, of: Shape, more: Partial<Items> = {}): Items => ({
  is: 'items',
  one: words(vi, en),
  of,
  title: 'name',
  most: 200,
  ...more,
})

const id = perhaps('Mã', 'Code', text(60, { form: 'code' }))

const notes: Items = {
  is: 'items',
  one: words('điều cần biết', 'note'),
  title: 'text',
  most: 20,
  of: group({ text: part('Lời nhắn', 'Text', twoLanguages(600, 2)), when }),
}

const page = group({
  title: part('Tên trang', 'Title', twoLanguages(200)),
  intro: perhaps('Lời dẫn', 'Introduction', twoLanguages(800, 3)),
  asks: part('Hỏi các câu', 'Asks', several(nameOf('field'), 40)),
  notes: perhaps('Điều cần biết trên trang này', 'What to know on this page', notes),
  id,
})

const situation = group({
  name,
  when: part('Khi nào là trường hợp này', 'When it is this case', { is: 'condition' }),
  tells: perhaps('Nói với người dân và cán bộ', 'Said to citizen and official', twoLanguages(500, 2)),
  goesTo: elsewhere,
  basis,
  id,
})

const otherTime = group({
  when: part('Khi', 'When', { is: 'condition' }),
  within: part('Trong thời hạn', 'Within', deadline),
})

const supplement = group({
  noticeWithin: part(
    'Phải báo trong',
    'Notice within',
    group({ online: part('Nộp trực tuyến', 'Filed online', deadline), counter: part('Nộp tại quầy', 'Filed at the counter', deadline) }),
  ),
  withoutLeader: part('Số lần cán bộ tự yêu cầu', 'Times without a leader', number(0, 10)),
  basis,
  unverified,
})

const taken = (vi: string, en: string, of: Shape) =>
  perhaps(vi, en, { is: 'items', one: words('câu', 'answer'), named: true, most: 200, of })

/** One of the dossiers into which a life event falls. */
const dossierOfEvent = group({
  name,
  code: part('Theo thủ tục mã', 'Under the procedure', text(40, { form: 'code' })),
  after: perhaps('Bắt đầu khi có kết quả của', 'Opened by the result of', text(60, { form: 'code' })),
  lies: perhaps('Xã, phường có thẩm quyền ghi ở câu', 'Competent commune named in', { is: 'taken' }),
  when,
  takes: taken('Lấy câu trả lời từ câu khác tên', 'Answers under another name', { is: 'taken' }),
  tells: taken('Lấy từ sổ đăng ký', 'Told by the register', register),
  basis,
  id,
})

/** Everything of which a procedure consists. */
export const language: Parts = {
  code: part('Mã thủ tục', 'Code', text(40, { form: 'code' })),
  name: part('Tên thủ tục', 'Name of the procedure', twoLanguages(500)),
  purpose: part('Người dân được gì', 'What the citizen gets', twoLanguages(500, 2)),
  area: part('Lĩnh vực', 'Field', text(200)),
  basis: part('Quyết định công bố', 'Decision of publication', text(200)),
  legal: part('Văn bản quy định', 'Legal documents', several(text(200), 60)),
  who: part('Ai được làm', 'Who can file', several(twoLanguages(400), 20)),
  alsoCalled: part('Người dân còn gọi là', 'Other words for it', several(text(120), 60)),
  minutesToFill: part('Điền mất khoảng (phút)', 'Minutes to fill it in', number(1, 240)),
  unverified: part('Điều chưa đối chiếu', 'Not yet verified', several(twoLanguages(400), 40)),
  inForceFrom: part('Có hiệu lực từ', 'In force from', date),
  inForceTo: perhaps('Hết hiệu lực sau ngày', 'In force to', date),
  resolvedWithin: part('Thời hạn giải quyết', 'Deadline', deadline),
  otherTimes: perhaps('Thời hạn riêng', 'Times of their own', items('thời hạn riêng', 'time of its own', otherTime, { title: 'within' })),
  supplement: part('Yêu cầu bổ sung', 'Asking for more', supplement),
  competence: part(
    'Xã, phường có thẩm quyền',
    'Competent commune',
    group({
      residences: part('Nơi cư trú ghi ở các câu', 'Residence named in', several(nameOf('field'), 8)),
      otherwise: perhaps('Khi không có thì theo các câu', 'Otherwise named in', several(nameOf('field'), 8)),
      basis,
    }),
  ),
  channels: perhaps('Nộp được bằng cách', 'Ways of filing', several(channels, 3)),
  identity: perhaps(
    'Danh tính người nộp',
    'Identity',
    oneOf({ notAsked: words('Không hỏi: ai cầm giấy cũng được', 'Not asked: whoever brings the paper') }),
  ),
  counter: perhaps(
    'Quầy ngoài Trung tâm',
    'Office that keeps the counter',
    oneOf({
      communePolice: words('Công an xã, phường', 'Commune police'),
      economicOffice: words('Phòng Kinh tế', 'Economic office'),
      socialInsurance: words('Bảo hiểm xã hội', 'Social insurance'),
    } satisfies Record<NonNullable<Procedure['counter']>, Words>),
  ),
  levels: perhaps(
    'Toàn trình hay một phần',
    'Online in full or in part',
    items(
      'mức độ',
      'level',
      group({
        level: part('Mức độ', 'Level', oneOf({ full: words('Toàn trình', 'All of it online'), part: words('Một phần', 'In part') })),
        when,
        basis,
        unverified,
      }),
      { title: 'level' },
    ),
  ),
  places: perhaps(
    'Nơi tiếp nhận khác',
    'Other receiving places',
    items(
      'nơi tiếp nhận',
      'place',
      group({ name, unit: part('Mã đơn vị', 'Code of the unit', text(20, { form: 'code' })), basis, unverified }),
      {},
    ),
  ),
  forms: perhaps('Giấy tờ theo mẫu của ngành', 'Forms of its own', forms),
  about: part('Hồ sơ gọi theo câu', 'The dossier is called by', nameOf('field')),
  andAbout: perhaps('và theo câu', 'and by', nameOf('field')),
  worklist: part('Cột của danh sách việc', 'Columns of the list of work', several(nameOf('field'), 10)),
  statistics: part('Câu được thống kê', 'Counted in statistics', several(nameOf('field'), 40)),
  cases: part('Trường hợp', 'Cases', items('trường hợp', 'case', situation, { code: 'id' })),
  fields: part('Câu hỏi', 'Questions', items('câu hỏi', 'question', field, { title: 'label', named: true })),
  pages: part('Trang của biểu mẫu', 'Pages of the form', items('trang', 'page', page, { title: 'title', code: 'id' })),
  components: part('Thành phần hồ sơ', 'Papers of the dossier', items('giấy tờ', 'paper', component, { code: 'id' })),
  fees: part('Phí, lệ phí', 'Fees', items('khoản thu', 'fee', fee, { code: 'id' })),
  rules: part('Kiểm tra chéo', 'Cross-checks', items('điều kiểm tra', 'check', rule, { title: 'says', code: 'code' })),
  defects: part('Sai sót thường gặp', 'Usual defects', items('sai sót', 'defect', defect, { title: 'text', code: 'code' })),
  begins: part('Bắt đầu ở bước', 'Begins at', nameOf('step')),
  steps: part('Các bước', 'Steps', items('bước', 'step', step, { title: 'task', named: true })),
  consultations: part(
    'Hỏi đơn vị khác',
    'Questions to other offices',
    items('việc cần hỏi', 'question', consultation, { title: 'about', code: 'id' }),
  ),
  parts: perhaps('Hồ sơ của sự kiện', 'Dossiers of the event', items('hồ sơ', 'dossier', dossierOfEvent, { code: 'id', most: 10 })),
  results: part('Kết quả', 'Results', items('kết quả', 'result', result)),
} satisfies Record<keyof Omit<Procedure, 'revision' | 'derived'>, Part>

export type Section = { readonly id: string; readonly name: Words; readonly parts: readonly string[] }

/** What stands together on a page of the editor, in the order in which an officer thinks of it. */
export const sections: readonly Section[] = [
  {
    id: 'loi-van',
    name: words('Tên và lời văn', 'Name and texts'),
    parts: ['name', 'purpose', 'area', 'basis', 'legal', 'who', 'alsoCalled', 'minutesToFill', 'unverified'],
  },
  {
    id: 'thoi-han',
    name: words('Thời hạn và hiệu lực', 'Deadlines and validity'),
    parts: ['inForceFrom', 'inForceTo', 'resolvedWithin', 'supplement'],
  },
  {
    id: 'hien-thi',
    name: words('Thẩm quyền và cách gọi hồ sơ', 'Competence and how dossiers are called'),
    parts: ['about', 'andAbout', 'competence', 'channels', 'identity', 'counter', 'worklist', 'statistics', 'begins'],
  },
]

/** Lists, each with pages of its own, in the order of the overview. */
export const lists = [
  'fields',
  'pages',
  'cases',
  'components',
  'fees',
  'steps',
  'results',
  'rules',
  'defects',
  'consultations',
  'forms',
  'parts',
] as const

/** The number of a published revision, which nobody edits. */
const numbered: Parts = {
  revision: perhaps('Bản', 'Revision', number(0, 100_000)),
  derived: perhaps('Lập từ danh mục quốc gia', 'Made out of the national catalogue', mark),
}

export const procedureShape = group({ ...language, ...numbered })
