import type { Appointment } from './appointment.ts'
import type { Condition } from './condition.ts'
import type { Deadline } from './deadline.ts'
import type { Words } from './words.ts'

/** Who can hold a step. Staff roles are filled by posts; the others are people and programs outside the office. */
export const roles = {
  receptionist: { staff: true, name: { vi: 'Công chức tiếp nhận và trả kết quả', en: 'Receptionist' } },
  registrar: { staff: true, name: { vi: 'Công chức tư pháp – hộ tịch', en: 'Civil-status registrar' } },
  specialist: { staff: true, name: { vi: 'Chuyên viên', en: 'Specialist' } },
  residenceOfficer: { staff: true, name: { vi: 'Công an xã – cán bộ đăng ký cư trú', en: 'Residence officer of the commune police' } },
  businessRegistrar: { staff: true, name: { vi: 'Công chức đăng ký kinh doanh', en: 'Business registrar' } },
  insuranceOfficer: { staff: true, name: { vi: 'Viên chức cấp sổ, thẻ bảo hiểm y tế', en: 'Health insurance officer' } },
  chair: { staff: true, name: { vi: 'Lãnh đạo Ủy ban nhân dân', en: 'Chair of the People’s Committee' } },
  clerk: { staff: true, name: { vi: 'Văn thư', en: 'Records clerk' } },
  supervisor: { staff: true, name: { vi: 'Lãnh đạo Trung tâm Phục vụ hành chính công', en: 'Head of the public service centre' } },
  applicant: { staff: false, name: { vi: 'Người nộp hồ sơ', en: 'Applicant' } },
  populationDatabase: { staff: false, name: { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'National population database' } },
  taxAuthority: { staff: false, name: { vi: 'Hệ thống đăng ký thuế', en: 'Tax registration system' } },
} as const satisfies Record<string, { staff: boolean; name: Words }>

export type Role = keyof typeof roles

/** The verbs of the law. What an act writes belongs to the dossiers; here it only leads from step to step. */
export const acts = {
  receive: { vi: 'Nhận hồ sơ', en: 'Accept' },
  askForMore: { vi: 'Yêu cầu bổ sung', en: 'Ask for more' },
  refuse: { vi: 'Từ chối', en: 'Refuse' },
  transfer: { vi: 'Chuyển đơn vị khác', en: 'Transfer' },
  consult: { vi: 'Hỏi đơn vị khác', en: 'Ask another office' },
  propose: { vi: 'Đề xuất', en: 'Propose' },
  approve: { vi: 'Duyệt', en: 'Approve' },
  confirmDraft: { vi: 'Đồng ý bản nháp', en: 'Confirm the draft' },
  correctDraft: { vi: 'Đề nghị sửa bản nháp', en: 'Correct the draft' },
  offerTimes: { vi: 'Mời đến, đề nghị giờ hẹn', en: 'Offer times to come' },
  chooseTime: { vi: 'Chọn giờ hẹn', en: 'Choose a time' },
  askOtherTime: { vi: 'Xin giờ hẹn khác', en: 'Ask for another time' },
  recordAppearance: { vi: 'Ghi nhận có mặt', en: 'Record the appearance' },
  recordAbsence: { vi: 'Ghi nhận vắng mặt', en: 'Record the absence' },
  chooseEntry: { vi: 'Chọn mục sổ', en: 'Choose the register entry' },
  enter: { vi: 'Ghi sổ', en: 'Enter in the register' },
  allot: { vi: 'Cấp số định danh, mã số', en: 'Allot the number' },
  record: { vi: 'Cập nhật cơ sở dữ liệu', en: 'Update the database' },
  sign: { vi: 'Ký', en: 'Sign' },
  sendBack: { vi: 'Chuyển lại', en: 'Send back' },
  seal: { vi: 'Đóng dấu, phát hành', en: 'Seal and issue' },
  deliver: { vi: 'Trả kết quả', en: 'Hand over the result' },
  apologise: { vi: 'Xin lỗi, hẹn lại', en: 'Apologise and set a new date' },
  stop: { vi: 'Dừng giải quyết', en: 'Stop' },
  withdraw: { vi: 'Rút hồ sơ', en: 'Withdraw' },
  recordPayment: { vi: 'Đã thu phí', en: 'Record the payment' },
  rate: { vi: 'Đánh giá', en: 'Rate' },
} as const satisfies Record<string, Words>

export type Act = keyof typeof acts

/**
 * Places that are not steps. `closed`: the dossier ends. `applicant`: waits for the citizen, then comes back to this step.
 * `otherUnit`: begins anew at the competent unit. `here`: the act leaves the dossier where it is. `back`: to the step it came from.
 */
export const places = ['closed', 'applicant', 'otherUnit', 'here', 'back'] as const
export type PlaceOfRest = (typeof places)[number]

/** One target, or the first whose condition holds; the last of a list has no condition. */
export type Route<S extends string = string, C = Condition> =
  | S
  | PlaceOfRest
  | readonly { readonly to: S | PlaceOfRest; readonly when?: C }[]

export type Step<S extends string = string, C = Condition, N extends string = string> = {
  /** Said to the official as the work to do, and to the citizen as where the dossier lies. */
  readonly task: Words
  readonly status: Words
  readonly by: Role
  readonly within?: Deadline
  /** This waiting is not the office's: the dossier's own deadline stands still. */
  readonly outsideClock?: true
  /** What counts as said when `within` passes in silence. */
  readonly silenceIs?: Act
  /** Who must come in person here; the act that leads on is then `recordAppearance`. */
  readonly appointment?: Appointment<N>
  readonly may: Partial<Readonly<Record<Act, Route<S, C>>>>
}

/** A question to another unit with a clock of its own; the step that asked stays open. */
export type Consultation<C = Condition, N extends string = string> = {
  readonly id: string
  readonly about: Words
  readonly when?: C
  readonly within: Deadline
  readonly outsideClock?: true
  /** Pages of the form whose answers the other unit needs for its search; the official may send others or fewer. */
  readonly sends?: readonly string[]
  /** Fields that name the place to ask, the likeliest first; one that lies with the asking unit itself is passed over. */
  readonly places?: readonly N[]
  readonly basis: string
}

export function targetsOf(route: Route): readonly string[] {
  return typeof route === 'string' ? [route] : route.map((each) => each.to)
}
