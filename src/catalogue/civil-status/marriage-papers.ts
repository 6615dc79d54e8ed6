import { words } from '#modules/procedures'
import { certifiedCopies, declaration, eForm, handIn, identity, residence, show } from './common-papers.ts'

/** The papers of the published row, one line a paper, each with the case that owes it. */
export const marriageComponents = [
  {
    ...eForm,
    name: words('Mẫu điện tử đăng ký kết hôn', 'Electronic marriage registration form'),
    document: 'marriage-e-form',
    note: words('Lập từ những câu trả lời của hai bạn, không phải in', 'Made from your answers; nothing to print'),
  },
  {
    ...declaration,
    name: words('Tờ khai đăng ký kết hôn, hai bên cùng ký', 'Declaration for marriage, signed by both'),
    document: 'marriage-declaration',
    note: words('Nơi tiếp nhận in sẵn; hai bên khai chung một tờ', 'The office prints it; one sheet for both'),
  },
  {
    id: 'foreignDivorce',
    name: words('Trích lục ghi chú ly hôn (ly hôn ở nước ngoài)', 'Extract of the noted divorce (divorced abroad)'),
    document: 'noted-divorce-extract',
    group: handIn,
    when: { answered: 'foreignDivorceNote' },
    handling: 'handIn',
    originals: 1,
    copies: 0,
    field: 'foreignDivorceNote',
    substitutes: [{ from: 'civilStatus', item: 'notedDivorce', basis: 'Nghị định 07/2025/NĐ-CP' }],
    basis: 'Nghị định 123/2015/NĐ-CP, Điều 10',
  },
  {
    ...identity,
    name: words('Căn cước hoặc hộ chiếu của hai bên', 'Identity card or passport of both'),
    fallback: words('Mang căn cước hoặc hộ chiếu khi hai bên đến ký', 'Bring the card or passport when you come to sign'),
    note: words('Cả hai mang theo khi đến ký', 'Both bring it when they come to sign'),
  },
  {
    ...residence,
    name: words('Giấy tờ chứng minh nơi cư trú của một bên', 'Proof of residence of one of you'),
  },
  {
    id: 'maritalStatus',
    name: words('Thông tin về tình trạng hôn nhân của hai bên', 'The marital status of both'),
    document: 'marital-status',
    group: show,
    handling: 'show',
    originals: 0,
    copies: 0,
    substitutes: [{ from: 'civilStatus', item: 'maritalStatus', basis: 'Nghị định 07/2025/NĐ-CP', validFrom: '2026-01-01' }],
    fallback: words(
      'Không phải nộp giấy xác nhận tình trạng hôn nhân: nơi cư trú trước đây được hỏi thay bạn',
      'No certificate of marital status is needed: the earlier place of residence is asked for you',
    ),
    basis: 'Nghị định 123/2015/NĐ-CP, Điều 10',
  },
  certifiedCopies,
  {
    id: 'legalised',
    name: words('Bản hợp pháp hóa lãnh sự kèm bản dịch', 'Consular legalisation with a translation'),
    document: 'legalised-foreign-paper',
    group: show,
    when: { answered: 'foreignDivorceNote' },
    handling: 'show',
    originals: 1,
    copies: 0,
    substitutes: [],
    note: words('Chỉ cho giấy tờ nước ngoài không được miễn', 'Only for a foreign paper that is not exempt'),
    basis: 'Nghị định 123/2015/NĐ-CP, Điều 2',
  },
] as const
