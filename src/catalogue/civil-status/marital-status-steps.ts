import { words, workingDays, workingHours } from '#modules/procedures'

/** The way of the dossier through the office (portal text of 1.004873; the hours between the steps are the office's own division). */
export const maritalStatusSteps = {
  receive: {
    task: words('Kiểm tra và tiếp nhận hồ sơ', 'Check and accept the dossier'),
    status: words('Chờ tiếp nhận', 'Waiting to be accepted'),
    by: 'receptionist',
    within: workingHours(2),
    may: { receive: 'verify', askForMore: 'applicant', refuse: 'refusal', transfer: 'otherUnit', withdraw: 'closed' },
  },
  verify: {
    task: words('Kiểm tra, xác minh tình trạng hôn nhân', 'Check and verify the marital status'),
    status: words('Đang xác minh', 'Being verified'),
    by: 'registrar',
    within: workingHours(10),
    may: {
      propose: [{ to: 'draft', when: { channel: 'online' } }, { to: 'enter' }],
      askForMore: 'applicant',
      consult: 'here',
      refuse: 'refusal',
      transfer: 'otherUnit',
      apologise: 'here',
      stop: 'closed',
      withdraw: 'closed',
    },
  },
  draft: {
    task: words('Xem và đồng ý bản nháp giấy xác nhận', 'Read and confirm the draft certificate'),
    status: words('Chờ bạn xem bản nháp', 'Waiting for you to read the draft'),
    by: 'applicant',
    within: { ...workingDays(1), basis: 'Nghị định 87/2020/NĐ-CP', unverified: true },
    outsideClock: true,
    silenceIs: 'confirmDraft',
    may: { confirmDraft: 'enter', correctDraft: 'verify', withdraw: 'closed' },
  },
  enter: {
    task: words('Ghi sổ cấp giấy xác nhận tình trạng hôn nhân', 'Enter it in the book of certificates'),
    status: words('Đang ghi sổ', 'Being entered in the register'),
    by: 'registrar',
    within: workingHours(2),
    may: { enter: 'sign', sendBack: 'verify', apologise: 'here', withdraw: 'closed' },
  },
  sign: {
    task: words('Ký giấy xác nhận tình trạng hôn nhân', 'Sign the certificate'),
    status: words('Chờ lãnh đạo ký', 'Waiting for the signature'),
    by: 'chair',
    within: workingHours(4),
    may: { sign: 'seal', sendBack: 'verify', apologise: 'here' },
  },
  seal: {
    task: words('Ký số của cơ quan và phát hành', 'Seal and issue'),
    status: words('Đang phát hành', 'Being issued'),
    by: 'clerk',
    within: workingHours(2),
    may: { seal: 'handOver', sendBack: 'sign' },
  },
  handOver: {
    task: words('Trả kết quả', 'Hand over the result'),
    status: words('Đã có kết quả', 'The result is ready'),
    by: 'receptionist',
    may: { deliver: 'closed' },
  },
  refusal: {
    task: words('Duyệt phiếu từ chối', 'Approve the refusal'),
    status: words('Đang xem xét từ chối', 'Refusal under review'),
    by: 'supervisor',
    within: workingHours(2),
    may: { approve: 'closed', sendBack: 'back' },
  },
} as const
