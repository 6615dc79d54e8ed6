import type { Instant, LocalDate } from '#platform/clock'
import { localDate, localTime } from '#platform/clock'
import { paperDate } from '#platform/text'

/** The office that issues a form of the one-stop mechanism (TT 03/2025/TT-VPCP, annex I) and the person who signs it. */
export type Sheet = {
  /** The body above, and the office itself, in capitals as the head prints them; `\n` breaks a line. */
  readonly above: string
  readonly office: string
  /** The place of the date line, without its kind: "Kinh Bắc". */
  readonly place: string
  /** Number and symbol, when it is known before signing; otherwise its field is kept free for the agency's signature. */
  readonly number?: string
  readonly date?: LocalDate
  readonly signer: { readonly authority: string; readonly title: string; readonly name: string }
  /** QR code as SVG and the address for checking; empty where the paper carries none. */
  readonly qr: string
  readonly verifyUrl: string
}

/** Whose dossier it is, as every form names it. Unknown parts are empty and their line is left out. */
export type Subject = {
  readonly dossier: string
  readonly procedure: { readonly code: string; readonly name: string }
  readonly applicant: {
    readonly name: string
    readonly number?: string
    readonly address?: string
    readonly phone?: string
    readonly email?: string
  }
}

/** "09 giờ 12 phút, ngày 25 tháng 11 năm 2026", as forms of the office write an hour. */
export function hourAndDay(at: Instant): string {
  const [hour = '', minute = ''] = localTime(at).split(':')
  return `${hour} giờ ${minute} phút, ${paperDate(localDate(at))}`
}

/** What every form's template finds under the same names. */
export function sheetData(sheet: Sheet, subject: Subject) {
  const { applicant } = subject
  return {
    above: sheet.above,
    office: sheet.office,
    place: sheet.place,
    number: sheet.number ?? '',
    date: sheet.date === undefined ? '' : paperDate(sheet.date),
    authority: sheet.signer.authority,
    title: sheet.signer.title,
    signer: sheet.signer.name,
    qr: sheet.qr,
    verifyUrl: sheet.verifyUrl,
    dossier: subject.dossier,
    procedureCode: subject.procedure.code,
    procedureName: subject.procedure.name,
    applicant: applicant.name,
    applicantNumber: applicant.number ?? '',
    address: applicant.address ?? '',
    phone: applicant.phone ?? '',
    email: applicant.email ?? '',
  }
}
