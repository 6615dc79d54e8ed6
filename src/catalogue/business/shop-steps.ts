import { words, workingHours } from '#modules/procedures'

/**
 * The way through the economic office of the commune: three working days to grant, or to say in one notice all that must change. The tax
 * system gives the code after the entry in the register and before anybody signs. Hours between the steps are the office's own division.
 */
export const shopSteps = {
  receive: {
    task: words('Kiểm tra và tiếp nhận hồ sơ', 'Check and accept the dossier'),
    status: words('Chờ tiếp nhận', 'Waiting to be accepted'),
    by: 'businessRegistrar',
    within: workingHours(2),
    may: { receive: 'examine', askForMore: 'applicant', refuse: 'refusal', transfer: 'otherUnit', withdraw: 'closed' },
  },
  examine: {
    task: words('Xét điều kiện, tra tên và chủ hộ', 'Examine conditions, name and owner'),
    status: words('Đang xem xét', 'Being examined'),
    by: 'businessRegistrar',
    within: workingHours(8),
    may: {
      propose: 'enter',
      askForMore: 'applicant',
      refuse: 'refusal',
      transfer: 'otherUnit',
      apologise: 'here',
      stop: 'closed',
      withdraw: 'closed',
    },
  },
  enter: {
    task: words('Ghi sổ đăng ký hộ kinh doanh', 'Enter in the register'),
    status: words('Đang ghi sổ', 'Being entered in the register'),
    by: 'businessRegistrar',
    within: workingHours(1),
    may: { enter: 'taxCode', sendBack: 'examine', withdraw: 'closed' },
  },
  taxCode: {
    task: words('Nhận mã số từ hệ thống thuế', 'Obtain the code from the tax system'),
    status: words('Chờ mã số từ hệ thống đăng ký thuế', 'Waiting for the code'),
    by: 'taxAuthority',
    within: workingHours(4),
    may: { allot: 'sign', sendBack: 'amend' },
  },
  amend: {
    task: words('Xem lại dữ liệu mà hệ thống thuế không nhận', 'Look again at what the tax system rejected'),
    status: words('Đang xem lại dữ liệu đăng ký thuế', 'The tax data is being looked at again'),
    by: 'businessRegistrar',
    within: workingHours(2),
    may: { propose: 'taxCode', askForMore: 'applicant', refuse: 'refusal', apologise: 'here' },
  },
  sign: {
    task: words('Ký giấy chứng nhận', 'Sign the certificate'),
    status: words('Chờ trưởng phòng ký', 'Waiting for the signature'),
    by: 'chair',
    within: workingHours(4),
    may: { sign: 'seal', sendBack: 'amend', apologise: 'here' },
  },
  seal: {
    task: words('Đóng dấu và phát hành', 'Seal and issue'),
    status: words('Đang phát hành', 'Being issued'),
    by: 'clerk',
    within: workingHours(1),
    may: { seal: 'handOver', sendBack: 'sign' },
  },
  handOver: {
    task: words('Trả giấy chứng nhận', 'Hand over the certificate'),
    status: words('Đã có kết quả', 'The result is ready'),
    by: 'businessRegistrar',
    may: { deliver: 'closed' },
  },
  refusal: {
    task: words('Duyệt việc từ chối', 'Approve the refusal'),
    status: words('Đang xem xét từ chối', 'Refusal under review'),
    by: 'chair',
    within: workingHours(2),
    may: { approve: 'closed', sendBack: 'back' },
  },
} as const
