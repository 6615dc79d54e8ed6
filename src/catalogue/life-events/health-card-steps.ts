import { words, workingHours } from '#modules/procedures'

/** The way through the social insurance; the receiving agency answers within two working hours (NĐ 63/2024, Điều 8). */
export const healthCardSteps = {
  receive: {
    task: words('Tiếp nhận dữ liệu khai sinh', 'Accept the birth data'),
    status: words('Chờ cơ quan bảo hiểm xã hội tiếp nhận', 'Waiting to be accepted'),
    by: 'insuranceOfficer',
    within: { ...workingHours(2), basis: 'Nghị định 63/2024/NĐ-CP, Điều 8' },
    may: { receive: 'examine', askForMore: 'applicant', refuse: 'refusal', withdraw: 'closed' },
  },
  examine: {
    task: words('Kiểm tra, lập thẻ', 'Check, make the card'),
    status: words('Đang lập thẻ', 'The card is being made'),
    by: 'insuranceOfficer',
    within: workingHours(6),
    may: { propose: 'sign', askForMore: 'applicant', refuse: 'refusal', apologise: 'here', stop: 'closed', withdraw: 'closed' },
  },
  sign: {
    task: words('Ký thẻ', 'Sign the card'),
    status: words('Chờ lãnh đạo ký', 'Waiting for the signature'),
    by: 'chair',
    within: workingHours(4),
    may: { sign: 'seal', sendBack: 'examine', apologise: 'here' },
  },
  seal: {
    task: words('Đóng dấu và phát hành', 'Seal and issue'),
    status: words('Đang phát hành', 'Being issued'),
    by: 'clerk',
    within: workingHours(1),
    may: { seal: 'handOver' },
  },
  handOver: {
    task: words('Trả thẻ', 'Hand over the card'),
    status: words('Đã có thẻ', 'The card is ready'),
    by: 'insuranceOfficer',
    may: { deliver: 'closed' },
  },
  refusal: {
    task: words('Duyệt phiếu từ chối', 'Approve the refusal'),
    status: words('Đang xem xét từ chối', 'Refusal under review'),
    by: 'chair',
    within: workingHours(2),
    may: { approve: 'closed', sendBack: 'back' },
  },
} as const
