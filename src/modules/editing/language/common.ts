import { sourceItems, type Words, words } from '#modules/procedures'
import { group, oneOf, type Part, type Parts, part, perhaps, type Shape, text, twoLanguages } from '../shape.ts'

/** Parts that stand in many places of the language. */
export const deadline: Shape = { is: 'deadline' }
export const condition: Shape = { is: 'condition' }
export const mark: Shape = { is: 'mark' }
export const yes: Shape = { is: 'yes' }
export const date: Shape = { is: 'date' }
export const money: Shape = { is: 'money' }

export const when: Part = perhaps('Chỉ áp dụng khi', 'Only when', condition, words('Để trống nghĩa là luôn áp dụng', 'Empty means: always'))
export const basis: Part = part('Căn cứ pháp lý', 'Legal basis', text(300))
export const unverified: Part = perhaps('Chưa đối chiếu với văn bản', 'Not yet compared with the document', mark)
export const name: Part = part('Tên', 'Name', twoLanguages(300))
export const note = (vi: string, en: string): Part => perhaps(vi, en, twoLanguages(600, 2))

const sourceNames: Readonly<Record<string, Words>> = {
  vneid: words('Tài khoản VNeID của người nộp', 'The applicant’s VNeID account'),
  population: words('Cơ sở dữ liệu quốc gia về dân cư', 'National population database'),
  civilStatus: words('Cơ sở dữ liệu hộ tịch điện tử', 'Electronic civil-status database'),
  residence: words('Cơ sở dữ liệu về cư trú', 'Residence database'),
  wallet: words('Ví giấy tờ điện tử', 'Electronic wallet'),
  health: words('Cơ sở dữ liệu y tế', 'Health database'),
  land: words('Cơ sở dữ liệu quốc gia về đất đai', 'National land database'),
  business: words('Cơ sở dữ liệu quốc gia về đăng ký kinh doanh', 'National business register'),
}

/** Every source that the program can ask, and those whose data stands in for a paper. */
export const source = oneOf(
  Object.fromEntries(
    [...new Set([...Object.keys(sourceNames), ...Object.keys(sourceItems)])].map((one) => [one, sourceNames[one] ?? words(one, one)]),
  ),
)

/** A sub-form for another procedure that takes the case. */
export const elsewhere: Part = perhaps(
  'Chuyển sang thủ tục khác',
  'Goes to another procedure',
  group({ code: part('Mã thủ tục', 'Code of the procedure', text(20, { form: 'code' })), name } satisfies Parts),
)
