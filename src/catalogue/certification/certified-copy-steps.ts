import { words, workingHours } from '#modules/procedures'

/**
 * From the counter to the signed copy (portal text of 2.000815; the hours between the steps are the office's own division of the day). Who
 * compares is written down with the entry (TT 01/2020/TT-BTP, Điều 11); the book comes before the signature, since the clause bears its number.
 */
export const certifiedCopySteps = {
  receive: {
    task: words('Tiếp nhận yêu cầu chứng thực', 'Take the request in'),
    status: words('Chờ tiếp nhận', 'Waiting to be accepted'),
    by: 'receptionist',
    within: workingHours(1),
    may: { receive: 'compare', askForMore: 'applicant', refuse: 'refusal', withdraw: 'closed' },
  },
  compare: {
    task: words('Đối chiếu bản sao với bản chính, ghi sổ chứng thực', 'Compare with the original, enter in the book'),
    status: words('Đang đối chiếu', 'Being compared'),
    by: 'registrar',
    within: workingHours(2),
    may: { enter: 'sign', askForMore: 'applicant', refuse: 'refusal', apologise: 'here', stop: 'closed', withdraw: 'closed' },
  },
  sign: {
    task: words('Ký chứng thực', 'Sign the certification'),
    status: words('Chờ người có thẩm quyền ký', 'Waiting for the signature'),
    by: 'chair',
    within: workingHours(2),
    may: { sign: 'seal', sendBack: 'compare', apologise: 'here' },
  },
  seal: {
    task: words('Đóng dấu, đóng dấu giáp lai', 'Seal, also across the edges'),
    status: words('Đang đóng dấu', 'Being sealed'),
    by: 'clerk',
    within: workingHours(1),
    may: { seal: 'handOver', sendBack: 'sign' },
  },
  handOver: {
    task: words('Trả bản sao và bản chính', 'Hand over the copies'),
    status: words('Đã có kết quả', 'The result is ready'),
    by: 'receptionist',
    may: { deliver: 'closed' },
  },
  refusal: {
    task: words('Duyệt văn bản từ chối', 'Approve the written refusal'),
    status: words('Đang xem xét từ chối', 'Refusal under review'),
    by: 'supervisor',
    within: workingHours(1),
    may: { approve: 'closed', sendBack: 'back' },
  },
} as const
