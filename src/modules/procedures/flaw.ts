import type { Language } from '#platform/i18n'
import { say, type Words } from './words.ts'

const sentences = {
  unknownField: { vi: '{at}: không có trường “{field}”', en: '{at}: there is no field “{field}”' },
  unknownValue: { vi: '{at}: “{field}” không bao giờ là “{value}”', en: '{at}: “{field}” is never “{value}”' },
  neverAsked: { vi: '{at}: không trang nào hỏi', en: '{at}: no page asks it' },
  askedTwice: { vi: '{at}: hỏi nhiều hơn một lần', en: '{at}: asked more than once' },
  notAQuestion: { vi: '{at}: trường “{field}” không phải để hỏi', en: '{at}: field “{field}” is not one to ask' },
  circular: { vi: '{at}: điều kiện quay lại chính nó', en: '{at}: the condition comes back to itself' },
  askedTooLate: { vi: '{at}: hỏi trước “{field}” mà lại phụ thuộc vào đó', en: '{at}: asked before “{field}”, on which it depends' },
  badPattern: { vi: '{at}: mẫu kiểm tra không đọc được', en: '{at}: the pattern cannot be read' },
  twice: { vi: '{at}: mã “{code}” dùng hai lần', en: '{at}: code “{code}” is used twice' },
  unlistedPaper: { vi: '{at}: không có trong thành phần hồ sơ', en: '{at}: not among the components' },
  unknownComponent: { vi: '{at}: không có thành phần “{component}”', en: '{at}: there is no component “{component}”' },
  untranslated: { vi: '{at}: thiếu lời ở một trong hai thứ tiếng', en: '{at}: a language is missing' },
  slotsDiffer: { vi: '{at}: hai thứ tiếng điền tham số khác nhau', en: '{at}: the two languages fill in different parameters' },
  unprinted: { vi: '{at}: mẫu giấy in “{name}” nhưng không có dữ liệu', en: '{at}: the template prints “{name}”, which has no data' },
  badDate: { vi: '{at}: không phải ngày', en: '{at}: not a date' },
  badFormat: { vi: '{at}: không đọc được', en: '{at}: cannot be read' },
  badFee: { vi: '{at}: mức thu, bậc thu hoặc thời gian áp dụng không hợp lệ', en: '{at}: not a valid amount, tier or span' },
  badDeadline: { vi: '{at}: thời hạn không hợp lệ', en: '{at}: not a valid deadline' },
  unknownStep: { vi: '{at}: không có bước “{step}”', en: '{at}: there is no step “{step}”' },
  unknownPart: { vi: '{at}: không có phần việc “{part}” đứng trước', en: '{at}: no part “{part}” stands before it' },
  unknownRole: { vi: '{at}: không có vai “{role}”', en: '{at}: there is no role “{role}”' },
  unknownAct: { vi: '{at}: không có việc “{act}”', en: '{at}: there is no act “{act}”' },
  routeWithoutEnd: { vi: '{at}: đường đi cuối cùng còn điều kiện', en: '{at}: the last way still has a condition' },
  unreachable: { vi: '{at}: không bước nào dẫn tới', en: '{at}: no step leads to it' },
  deadEnd: { vi: '{at}: từ đây không kết thúc được hồ sơ', en: '{at}: the dossier cannot end from here' },
  silenceWithoutWay: {
    vi: '{at}: im lặng coi là “{act}” nhưng bước này không có thời hạn hoặc không có việc đó',
    en: '{at}: silence counts as “{act}”, but the step has no deadline or no such act',
  },
  waitsForEver: { vi: '{at}: chờ người dân không có thời hạn', en: '{at}: waits for the citizen without a deadline' },
  stepsTooLong: {
    vi: '{at}: các bước cần {taken} giờ làm việc, thời hạn chỉ có {allowed}',
    en: '{at}: the steps take {taken} working hours, the deadline allows {allowed}',
  },
  nobodyAppears: {
    vi: '{at}: ghi nhận có mặt mà không nói ai phải đến, hoặc ngược lại',
    en: '{at}: an appearance is recorded without saying who must come, or the other way round',
  },
  badAppointment: {
    vi: '{at}: buổi hẹn không có người, độ dài hoặc số giờ hợp lệ',
    en: '{at}: an appointment without people, length or number of times',
  },
  nobodySigns: { vi: '{at}: không bước nào để “{role}” ký', en: '{at}: no step lets “{role}” sign' },
  nobodySeals: { vi: '{at}: không bước nào để “{role}” đóng dấu', en: '{at}: no step lets “{role}” seal' },
  numberFromNowhere: {
    vi: '{at}: số lấy từ sổ nhưng không có sổ hoặc không có bước ghi sổ',
    en: '{at}: the number comes from a register, but there is none or no step enters it',
  },
} as const satisfies Record<string, Words>

export type FlawCode = keyof typeof sentences

/** A fault of a definition: what, where in it, and the names concerned. */
export type Flaw = { readonly rule: FlawCode; readonly at: string; readonly params?: Readonly<Record<string, string | number>> }

export function flaw(rule: FlawCode, at: string, params?: Flaw['params']): Flaw {
  return params ? { rule, at, params } : { rule, at }
}

/** The sentence of a flaw, for the editor of the catalogue. */
export function flawText({ rule, at, params }: Flaw, language: Language): string {
  return say(sentences[rule], language, { ...params, at })
}

/** Every sentence of a flaw, for the test that both languages are there. */
export const flawSentences: Readonly<Record<string, Words>> = sentences
