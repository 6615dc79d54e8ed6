import type { Component } from '../component.ts'
import type { Defect } from '../procedure.ts'
import { words } from '../words.ts'
import { beginning } from './told.ts'

const dataFirst = 'Nghị quyết 66.7/2025/NQ-CP, Điều 8'

/** What an official usually finds: the declaration, the papers one by one, the data, the place. */
export function defectsFor(components: readonly Component[], decision: string): Defect[] {
  return [
    {
      code: 'D01',
      text: words('Nội dung đề nghị chưa rõ hoặc chưa đủ', 'What is asked for is unclear or incomplete'),
      remedy: words('Mở lại hồ sơ và viết rõ nội dung đề nghị', 'Open the dossier again and say plainly what you ask for'),
      outcome: 'supplement',
      field: 'request',
      basis: decision,
    },
    {
      code: 'D02',
      text: words('Dữ liệu về người nộp thiếu hoặc sai', 'Data about the applicant is missing or wrong'),
      remedy: words(
        'Xuất trình giấy tờ bản chính, đồng thời đề nghị cập nhật dữ liệu',
        'Show the original paper and ask to have the data put right',
      ),
      outcome: 'correctData',
      basis: dataFirst,
    },
    {
      code: 'D03',
      text: words('Hồ sơ thuộc thẩm quyền của đơn vị khác', 'Another unit is competent'),
      remedy: words('Bạn không phải làm gì: hồ sơ được chuyển đến đúng nơi', 'Nothing to do: the dossier is passed on'),
      outcome: 'transfer',
      basis: decision,
    },
    {
      code: 'D04',
      text: words('Không đủ điều kiện giải quyết theo quy định của thủ tục', 'The conditions of the procedure are not met'),
      remedy: words(
        'Xem lý do ghi trong phiếu; khi đủ điều kiện thì nộp lại',
        'Read the reason given; file again once the conditions are met',
      ),
      outcome: 'refuse',
      basis: decision,
    },
    ...components.map((one) => ofPaper(one, decision)),
  ]
}

function ofPaper({ id, name, field }: Component, decision: string): Defect {
  const paper = beginning(name.vi, 120)
  return {
    code: `G-${id}`,
    text: words(`Thiếu hoặc chưa hợp lệ: ${paper}`, `Missing or not valid: ${paper}`),
    remedy: field
      ? words('Gửi lại giấy tờ này, chụp đủ góc và đọc được chữ', 'Send this paper again, all corners visible and readable')
      : words('Mang bản chính đến nơi tiếp nhận để đối chiếu', 'Bring the original to the counter to be compared'),
    outcome: 'supplement',
    ...(field ? { field } : {}),
    component: id,
    basis: decision,
  }
}
