import { words, workingDays, workingHours } from '#modules/procedures'

/**
 * The way of the dossier through the office (portal text of 1.000656; the hours between the steps are the office's own division of the day).
 * The register is written before the chair signs: the extract prints its number.
 */
export const deathSteps = {
  receive: {
    task: words('Kiểm tra và tiếp nhận hồ sơ', 'Check and accept the dossier'),
    status: words('Chờ tiếp nhận', 'Waiting to be accepted'),
    by: 'receptionist',
    within: workingHours(1),
    may: { receive: 'verify', askForMore: 'applicant', refuse: 'refusal', transfer: 'otherUnit', withdraw: 'closed' },
  },
  verify: {
    task: words('Thẩm tra hồ sơ, tra cứu dữ liệu', 'Examine the dossier, look up the data'),
    status: words('Đang xác minh', 'Being verified'),
    by: 'registrar',
    within: workingHours(3),
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
    task: words('Xem và đồng ý bản nháp trích lục khai tử', 'Read and confirm the draft extract'),
    status: words('Chờ bạn xem bản nháp', 'Waiting for you to read the draft'),
    by: 'applicant',
    within: { ...workingDays(1), basis: 'Nghị định 87/2020/NĐ-CP', unverified: true },
    outsideClock: true,
    silenceIs: 'confirmDraft',
    may: { confirmDraft: 'enter', correctDraft: 'verify', withdraw: 'closed' },
  },
  enter: {
    task: words('Ghi sổ đăng ký khai tử', 'Enter the death in the register'),
    status: words('Đang ghi sổ', 'Being entered in the register'),
    by: 'registrar',
    within: workingHours(1),
    may: { enter: 'sign', sendBack: 'verify', apologise: 'here', withdraw: 'closed' },
  },
  sign: {
    task: words('Ký trích lục khai tử', 'Sign the extract'),
    status: words('Chờ lãnh đạo ký', 'Waiting for the signature'),
    by: 'chair',
    within: workingHours(1),
    may: { sign: 'seal', sendBack: 'verify', apologise: 'here' },
  },
  seal: {
    task: words('Ký số của cơ quan và phát hành', 'Seal and issue'),
    status: words('Đang phát hành', 'Being issued'),
    by: 'clerk',
    within: workingHours(1),
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
    within: workingHours(1),
    may: { approve: 'closed', sendBack: 'back' },
  },
} as const
