import { type Language, messages } from '#platform/i18n'
import { momentText } from '#platform/text'

/** Notices are stored as kind and parameters, and worded when they are read. Titles carry no name: they travel by e-mail and VNeID. */
export const words = messages({
  submitted: { vi: 'Đã nộp hồ sơ {code}', en: 'Dossier {code} submitted' },
  received: { vi: 'Đã nhận hồ sơ {code}. Hẹn trả kết quả {due}', en: 'Dossier {code} accepted. Result promised for {due}' },
  'supplement-asked': { vi: 'Hồ sơ {code} cần bổ sung {count} điều', en: 'Dossier {code}: {count} {count|thing|things} to put right' },
  'draft-ready': { vi: 'Hồ sơ {code}: xem bản nháp trước khi ký', en: 'Dossier {code}: read the draft before it is signed' },
  'draft-taken-as-agreed': {
    vi: 'Hồ sơ {code}: hết thời hạn xem, bản nháp được coi là đã đồng ý',
    en: 'Dossier {code}: time is over, the draft counts as agreed',
  },
  'result-ready': { vi: 'Hồ sơ {code} đã có kết quả', en: 'Dossier {code}: the result is ready' },
  delivered: { vi: 'Đã trả kết quả hồ sơ {code}', en: 'Dossier {code}: the result was handed over' },
  refused: { vi: 'Hồ sơ {code} bị từ chối; xem lý do', en: 'Dossier {code} was refused; see why' },
  withdrawn: { vi: 'Đã rút hồ sơ {code}', en: 'Dossier {code} was withdrawn' },
  stopped: { vi: 'Hồ sơ {code} dừng giải quyết; xem lý do', en: 'Dossier {code} was stopped; see why' },
  transferred: {
    vi: 'Hồ sơ {code} được chuyển đến đơn vị có thẩm quyền; bạn không phải nộp lại',
    en: 'Dossier {code} was passed on to the competent unit; you need not file again',
  },
  apology: { vi: 'Xin lỗi vì trễ hẹn hồ sơ {code}. Ngày hẹn mới: {due}', en: 'We apologise for the delay of {code}. New date: {due}' },
  'times-offered': { vi: 'Hồ sơ {code}: chọn giờ đến ký', en: 'Dossier {code}: choose a time to come and sign' },
  'time-chosen': { vi: 'Hồ sơ {code}: hẹn bạn đến lúc {due}', en: 'Dossier {code}: your appointment is at {due}' },
  'time-not-chosen': {
    vi: 'Hồ sơ {code}: chưa chọn giờ hẹn; cơ quan sẽ đề nghị giờ khác',
    en: 'Dossier {code}: no time was chosen; the office will offer others',
  },
  'appointment-missed': {
    vi: 'Hồ sơ {code}: lần hẹn vừa rồi chưa đủ người; cơ quan sẽ hẹn lại',
    en: 'Dossier {code}: not everybody came; the office will offer a new time',
  },
  'due-changed': { vi: 'Ngày hẹn trả hồ sơ {code} đổi thành {due}', en: 'The date for {code} changed to {due}' },
  other: { vi: 'Hồ sơ {code} có tin mới', en: 'News about dossier {code}' },
})

export type NoticeParams = { code?: unknown; due?: unknown; count?: unknown }

/** The title of a notice in the reader's language. */
export function noticeTitle(kind: string, params: NoticeParams, lang: Language): string {
  const code = String(params.code ?? '')
  const due = typeof params.due === 'string' ? momentText(params.due) : ''
  const count = Number(params.count ?? 0)
  const known = kind in words.all ? (kind as keyof typeof words.all) : 'other'
  return (words(lang) as (key: keyof typeof words.all, filling: Record<string, string | number>) => string)(known, { code, due, count })
}
