import type { Numbering } from '#modules/procedures'
import { apologyTemplate } from './apology.ts'
import { receiptTemplate } from './receipt.ts'
import { refusalTemplate } from './refusal.ts'
import { stopTemplate } from './stop.ts'
import { supplementTemplate } from './supplement.ts'

export { type Apology, apologyData } from './apology.ts'
export { type HandedIn, type Receipt, receiptData } from './receipt.ts'
export { type RefusalNotice, refusalData } from './refusal.ts'
export type { Sheet, Subject } from './sheet.ts'
export { type StopNotice, stopData } from './stop.ts'
export { type SupplementNotice, supplementData } from './supplement.ts'

/** One of the office's own forms (TT 03/2025/TT-VPCP, annex I): its template, its name, and when it gets its number. */
export type OfficeForm = {
  readonly form: string
  readonly name: string
  readonly symbol: string
  readonly numbering: Numbering
  readonly typst: string
}

/**
 * The forms of the one-stop mechanism. All are numbered after the signature: number and date are kept free and filled with the agency's signature.
 * `symbol` is what follows the number on paper; the circular leaves it to the office, so it is unverified.
 */
export const officeForms = {
  receipt: {
    form: '01',
    name: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    symbol: 'GTN',
    numbering: 'after-signature',
    typst: receiptTemplate,
  },
  supplement: {
    form: '02',
    name: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
    symbol: 'PYC',
    numbering: 'after-signature',
    typst: supplementTemplate,
  },
  refusal: {
    form: '03',
    name: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
    symbol: 'PTC',
    numbering: 'after-signature',
    typst: refusalTemplate,
  },
  apology: {
    form: '04',
    name: 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết',
    symbol: 'VBXL',
    numbering: 'after-signature',
    typst: apologyTemplate,
  },
  stop: { form: '05', name: 'Thông báo dừng giải quyết hồ sơ', symbol: 'TB', numbering: 'after-signature', typst: stopTemplate },
} as const satisfies Readonly<Record<string, OfficeForm>>
