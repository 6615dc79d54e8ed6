import { words, workingDays, workingHours } from '#modules/procedures'
import { handOver, receive, refusal, seal } from './common-steps.ts'

/**
 * The way of a marriage through the office (portal text of 1.000894; the hours between the steps are the office's own division of the day).
 * Whoever stands at the counter together needs no appointment. The register is written only after both came, declared and signed.
 */
export const marriageSteps = {
  receive,
  verify: {
    task: words('Thẩm tra điều kiện kết hôn, tra cứu dữ liệu', 'Examine the conditions of marriage, look up the data'),
    status: words('Đang xác minh', 'Being verified'),
    by: 'registrar',
    within: workingHours(3),
    may: {
      propose: [{ to: 'draft', when: { channel: 'online' } }, { to: 'appear', when: { channel: 'counter' } }, { to: 'invite' }],
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
    task: words('Xem và đồng ý bản nháp giấy chứng nhận kết hôn', 'Read and confirm the draft certificate'),
    status: words('Chờ bạn xem bản nháp', 'Waiting for you to read the draft'),
    by: 'applicant',
    within: { ...workingDays(1), basis: 'Nghị định 87/2020/NĐ-CP', unverified: true },
    outsideClock: true,
    silenceIs: 'confirmDraft',
    may: { confirmDraft: 'invite', correctDraft: 'verify', withdraw: 'closed' },
  },
  invite: {
    task: words('Đề nghị giờ để hai bên cùng đến', 'Offer times for both to come'),
    status: words('Đang sắp giờ hẹn', 'Times are being offered'),
    by: 'registrar',
    within: workingHours(1),
    may: { offerTimes: 'choose', sendBack: 'verify', refuse: 'refusal', apologise: 'here', stop: 'closed', withdraw: 'closed' },
  },
  choose: {
    task: words('Chọn giờ hai bên cùng đến ký', 'Choose when both come to sign'),
    status: words('Chờ bạn chọn giờ hẹn', 'Waiting for you to choose a time'),
    by: 'applicant',
    within: { ...workingDays(3), unverified: true },
    outsideClock: true,
    silenceIs: 'askOtherTime',
    may: { chooseTime: 'appear', askOtherTime: 'invite', withdraw: 'closed' },
  },
  appear: {
    task: words('Hai bên có mặt: kiểm tra giấy tờ, hỏi ý chí, ký sổ', 'Both appear: identity, free will, signing of the register'),
    status: words('Chờ hai bên cùng đến', 'Waiting for both to come'),
    by: 'registrar',
    outsideClock: true,
    appointment: {
      attends: ['wifeName', 'husbandName'],
      confirms: [
        { id: 'identity', says: words('Hai bên đã xuất trình giấy tờ tùy thân, đúng người', 'Both showed who they are') },
        { id: 'freeWill', says: words('Hai bên đều nói rõ là tự nguyện kết hôn', 'Both declared their free will') },
        { id: 'signed', says: words('Hai bên đã ký sổ đăng ký kết hôn', 'Both signed the marriage register') },
      ],
      minutes: 30,
      offers: { most: 6, workingDays: 5 },
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 18',
      unverified: true,
    },
    may: {
      recordAppearance: 'enter',
      recordAbsence: 'invite',
      askOtherTime: 'invite',
      refuse: 'refusal',
      sendBack: 'verify',
      stop: 'closed',
      withdraw: 'closed',
    },
  },
  enter: {
    task: words('Ghi sổ đăng ký kết hôn', 'Enter the marriage in the register'),
    status: words('Đang ghi sổ', 'Being entered in the register'),
    by: 'registrar',
    within: workingHours(1),
    may: { enter: 'sign', sendBack: 'verify', apologise: 'here', withdraw: 'closed' },
  },
  sign: {
    task: words('Ký giấy chứng nhận kết hôn', 'Sign the marriage certificate'),
    status: words('Chờ lãnh đạo ký', 'Waiting for the signature'),
    by: 'chair',
    within: workingHours(1),
    may: { sign: 'seal', sendBack: 'verify', apologise: 'here' },
  },
  seal,
  handOver: {
    ...handOver,
    task: words('Trao cho mỗi bên một bản chính', 'Hand an original to each of them'),
  },
  refusal,
} as const
