import { words } from '#modules/procedures'
import { authority, certifiedCopies, declaration, eForm, handIn, identity, residence, show } from './common-papers.ts'

/** The papers of the published row, one line a paper. */
export const extractComponents = [
  {
    ...eForm,
    name: words('Mẫu điện tử cấp bản sao trích lục', 'Electronic request for copies'),
    document: 'extract-e-form',
  },
  {
    ...declaration,
    name: words('Tờ khai cấp bản sao trích lục hộ tịch', 'Declaration for copies of extracts'),
    document: 'extract-declaration',
    note: words('Nơi tiếp nhận in sẵn để bạn ký', 'The office prints it for you to sign'),
  },
  {
    id: 'request',
    name: words('Văn bản yêu cầu nêu rõ lý do', 'Written request with the reason'),
    document: 'organisation-request',
    group: handIn,
    when: { relation: 'organisation' },
    handling: 'handIn',
    originals: 1,
    copies: 0,
    field: 'request',
    substitutes: [],
    note: words('Chỉ khi cơ quan, tổ chức yêu cầu', 'Only for an organisation'),
    basis: 'Luật Hộ tịch 60/2014/QH13, Điều 64',
  },
  authority,
  {
    id: 'oldPaper',
    name: words('Giấy tờ hộ tịch đã có', 'Civil-status papers at hand'),
    document: 'civil-status-paper',
    group: show,
    when: { answered: 'oldPaper' },
    handling: 'show',
    originals: 1,
    copies: 0,
    field: 'oldPaper',
    substitutes: [],
    note: words('Không bắt buộc', 'Not required'),
    basis: 'Luật Hộ tịch 60/2014/QH13, Điều 64',
  },
  {
    ...identity,
    name: words('Căn cước hoặc hộ chiếu của người nộp', 'Identity card or passport of the applicant'),
  },
  {
    ...residence,
    note: words('Không ảnh hưởng nơi cấp: cơ quan nào cũng cấp được', 'It decides nothing here: every registry gives the copy'),
  },
  {
    ...certifiedCopies,
    group: handIn,
  },
] as const
