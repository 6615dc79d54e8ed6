import { words } from '#modules/procedures'

/** Groups of the national record under which papers of civil status are published. */
export const handIn = 'Giấy tờ phải nộp'
export const show = 'Giấy tờ phải xuất trình'
export const declared = '--'

// Rules of this resolution end on that day; afterwards the paper is asked for again unless another rule takes over.
export const dataFirst = { basis: 'Nghị quyết 66.7/2025/NQ-CP', validFrom: '2026-01-01', validTo: '2027-02-28' } as const

/** The form as it is filled in on the screen. Its name and kind are the procedure’s. */
export const eForm = {
  id: 'eForm',
  group: declared,
  when: { channel: 'online' },
  handling: 'handIn',
  originals: 1,
  copies: 0,
  madeFromAnswers: true,
  substitutes: [],
  note: words('Lập từ những câu trả lời của bạn, không phải in', 'Made from your answers; nothing to print'),
  basis: 'Nghị định 87/2020/NĐ-CP',
} as const

/** The same on paper. Name, kind and note are the procedure’s. */
export const declaration = {
  id: 'declaration',
  group: declared,
  form: 'Thông tư 04/2024/TT-BTP',
  when: { channel: ['counter', 'post'] },
  handling: 'handIn',
  originals: 1,
  copies: 0,
  madeFromAnswers: true,
  substitutes: [],
  basis: 'Thông tư 04/2024/TT-BTP',
} as const

/** Whose card it is, the procedure says. */
export const identity = {
  id: 'identity',
  document: 'identity-card',
  group: show,
  handling: 'show',
  originals: 1,
  copies: 0,
  substitutes: [{ from: 'population', item: 'identity', ...dataFirst }],
  fallback: words('Xuất trình căn cước hoặc hộ chiếu khi nhận kết quả', 'Show the card or passport when collecting the result'),
  basis: 'Nghị định 123/2015/NĐ-CP, Điều 2',
} as const

export const residence = {
  id: 'residence',
  name: words('Giấy tờ chứng minh nơi cư trú', 'Proof of residence'),
  document: 'residence-proof',
  group: show,
  handling: 'show',
  originals: 1,
  copies: 0,
  substitutes: [{ from: 'population', item: 'residence', basis: 'Nghị định 104/2022/NĐ-CP, Điều 14' }],
  fallback: words('Chỉ cần khi dữ liệu không tra được', 'Only when the data cannot be used'),
  basis: 'Nghị định 104/2022/NĐ-CP, Điều 14',
} as const

/** What goes by post instead of being shown. */
export const certifiedCopies = {
  id: 'certifiedCopies',
  name: words('Bản sao chứng thực giấy tờ phải xuất trình', 'Certified copies of the papers to be shown'),
  document: 'certified-copies',
  group: show,
  when: { channel: 'post' },
  handling: 'handIn',
  originals: 0,
  copies: 1,
  substitutes: [{ from: 'population', item: 'identity', ...dataFirst }],
  note: words('Chỉ khi gửi hồ sơ qua bưu chính', 'Only when the dossier is sent by post'),
  basis: 'Nghị định 123/2015/NĐ-CP, Điều 3',
} as const

/** For whoever files in another’s place. */
export const authority = {
  id: 'authority',
  name: words('Văn bản ủy quyền', 'Power of attorney'),
  document: 'power-of-attorney',
  group: handIn,
  when: { relation: 'authorised' },
  handling: 'handIn',
  originals: 1,
  copies: 0,
  field: 'authority',
  substitutes: [],
  note: words(
    'Người ruột thịt trong nhà (ông bà, cha mẹ, con, vợ chồng, anh chị em) làm thay thì không cần chứng thực; người khác thì cần',
    'A close relative (grandparent, parent, child, spouse, sibling) needs no certification; anybody else does',
  ),
  basis: 'Thông tư 04/2020/TT-BTP, Điều 2',
} as const
