import { words, workingHours } from '#modules/procedures'

// Steps that every procedure of civil status has; the hours between them are the office's own division of the day.

export const receive = {
  task: words('Kiểm tra và tiếp nhận hồ sơ', 'Check and accept the dossier'),
  status: words('Chờ tiếp nhận', 'Waiting to be accepted'),
  by: 'receptionist',
  within: workingHours(1),
  may: { receive: 'verify', askForMore: 'applicant', refuse: 'refusal', transfer: 'otherUnit', withdraw: 'closed' },
} as const

export const seal = {
  task: words('Ký số của cơ quan và phát hành', 'Seal and issue'),
  status: words('Đang phát hành', 'Being issued'),
  by: 'clerk',
  within: workingHours(1),
  may: { seal: 'handOver', sendBack: 'sign' },
} as const

export const handOver = {
  task: words('Trả kết quả', 'Hand over the result'),
  status: words('Đã có kết quả', 'The result is ready'),
  by: 'receptionist',
  may: { deliver: 'closed' },
} as const

export const refusal = {
  task: words('Duyệt phiếu từ chối', 'Approve the refusal'),
  status: words('Đang xem xét từ chối', 'Refusal under review'),
  by: 'supervisor',
  within: workingHours(1),
  may: { approve: 'closed', sendBack: 'back' },
} as const
