import { words, workingHours } from '#modules/procedures'

/**
 * The way through the police of the commune (portal text of 1.004194; the hours between the steps are the office's own division of the
 * three days). The notice goes out only after the residence database has taken the stay on.
 */
export const staySteps = {
  receive: {
    task: words('Kiểm tra và tiếp nhận hồ sơ', 'Check and accept the dossier'),
    status: words('Chờ công an tiếp nhận', 'Waiting to be accepted'),
    by: 'residenceOfficer',
    within: workingHours(4),
    may: { receive: 'examine', askForMore: 'applicant', refuse: 'refusal', transfer: 'otherUnit', withdraw: 'closed' },
  },
  examine: {
    task: words('Đối chiếu dữ liệu, kiểm tra chỗ ở', 'Compare the data, examine the dwelling'),
    status: words('Công an đang xem xét', 'Being examined'),
    by: 'residenceOfficer',
    within: workingHours(8),
    may: {
      propose: 'sign',
      askForMore: 'applicant',
      refuse: 'refusal',
      transfer: 'otherUnit',
      apologise: 'here',
      stop: 'closed',
      withdraw: 'closed',
    },
  },
  sign: {
    task: words('Quyết định và ký thông báo', 'Decide and sign the notice'),
    status: words('Chờ Trưởng Công an ký', 'Waiting for the signature'),
    by: 'chair',
    within: workingHours(4),
    may: { sign: 'record', sendBack: 'examine', apologise: 'here' },
  },
  record: {
    task: words('Cập nhật CSDL về cư trú', 'Update the residence database'),
    status: words('Đang cập nhật dữ liệu cư trú', 'The residence data is being updated'),
    by: 'populationDatabase',
    within: workingHours(2),
    may: { record: 'seal' },
  },
  seal: {
    task: words('Đóng dấu và gửi thông báo', 'Seal and send the notice'),
    status: words('Đang gửi thông báo', 'The notice is being sent'),
    by: 'clerk',
    within: workingHours(1),
    may: { seal: 'handOver' },
  },
  handOver: {
    task: words('Trả thông báo kết quả', 'Hand over the notice'),
    status: words('Đã có kết quả', 'The result is ready'),
    by: 'residenceOfficer',
    may: { deliver: 'closed' },
  },
  refusal: {
    task: words('Duyệt phiếu từ chối', 'Approve the refusal'),
    status: words('Đang xem xét từ chối', 'Refusal under review'),
    by: 'chair',
    within: workingHours(4),
    may: { approve: 'closed', sendBack: 'back' },
  },
} as const
