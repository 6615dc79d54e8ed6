import { choice, fullName, onlyWhen, optional, pastDate, text, upload } from './ask.ts'
import { workingDays, workingHours } from './deadline.ts'
import { procedure } from './procedure.ts'
import { answer, office } from './result.ts'
import { words } from './words.ts'

/** A small made-up procedure for the tests of the language: an office letter, numbered after the signature. */
export const sampleLetter = procedure({
  code: '9.000001',
  name: words('Xác nhận việc mẫu', 'Sample confirmation'),
  purpose: words('Có giấy xác nhận', 'A confirmation'),
  area: 'Mẫu',
  basis: 'mẫu',
  legal: [],
  revision: 1,
  inForceFrom: '2026-01-01',
  who: [],
  alsoCalled: [],
  minutesToFill: 1,
  resolvedWithin: workingDays(2),
  supplement: { noticeWithin: { online: workingHours(8), counter: workingDays(1) }, withoutLeader: 1, basis: 'mẫu' },
  competence: { residences: [], basis: 'mẫu' },
  fees: [],
  fields: {
    name: fullName(words('Họ và tên', 'Full name')),
    bornOn: pastDate(words('Ngày sinh', 'Date of birth'), { atLeast: 'year' }),
    kind: choice(words('Loại', 'Kind'), { short: words('Ngắn', 'Short'), long: words('Dài', 'Long') }),
    why: onlyWhen({ kind: 'long' }, text(words('Lý do', 'Reason'))),
    proof: onlyWhen({ any: [{ kind: 'long' }, { answered: 'why' }] }, upload(words('Giấy tờ', 'Paper'))),
    note: optional(text(words('Ghi chú', 'Note'))),
  },
  pages: [
    { id: 'mot', title: words('Một', 'One'), asks: ['name', 'bornOn', 'kind'] },
    { id: 'hai', title: words('Hai', 'Two'), asks: ['why', 'proof', 'note'] },
  ],
  cases: [],
  components: [
    {
      id: 'proof',
      name: words('Giấy tờ', 'Paper'),
      document: 'sample-paper',
      group: 'mẫu',
      when: { kind: 'long' },
      handling: 'handIn',
      originals: 1,
      copies: 0,
      field: 'proof',
      substitutes: [],
      basis: 'mẫu',
    },
  ],
  rules: [],
  defects: [],
  begins: 'receive',
  steps: {
    receive: {
      task: words('Nhận', 'Receive'),
      status: words('Chờ nhận', 'Waiting'),
      by: 'receptionist',
      within: workingHours(4),
      may: { receive: 'sign', refuse: 'closed' },
    },
    sign: {
      task: words('Ký', 'Sign'),
      status: words('Chờ ký', 'To be signed'),
      by: 'chair',
      within: workingDays(1),
      may: { sign: 'seal', sendBack: 'receive' },
    },
    seal: {
      task: words('Đóng dấu', 'Seal'),
      status: words('Chờ phát hành', 'To be issued'),
      by: 'clerk',
      within: workingHours(1),
      may: { seal: 'handOver' },
    },
    handOver: { task: words('Trả', 'Hand over'), status: words('Có kết quả', 'Ready'), by: 'receptionist', may: { deliver: 'closed' } },
  },
  consultations: [],
  results: [
    {
      code: 'KQ.MAU.1',
      name: words('Giấy xác nhận', 'Confirmation'),
      numbering: 'after-signature',
      signedBy: 'chair',
      sealedBy: 'clerk',
      originals: 1,
      template: { id: 'sample-letter', typst: '#let data = json(bytes(sys.inputs.data))\n#data.name' },
      prints: { name: answer('name', 'capitals'), agency: office('agency') },
      basis: 'mẫu',
    },
  ],
  about: 'name',
  worklist: ['name'],
  statistics: ['kind'],
  unverified: [],
})
