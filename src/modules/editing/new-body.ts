import { localDate } from '#platform/clock'
import type { Data } from './data.ts'

/** What somebody says who begins a procedure of which nothing exists. */
export type Beginning = { readonly code: string; readonly vi: string; readonly en: string; readonly area: string; readonly basis: string }

const said = (vi: string, en: string): Data => ({ vi, en })

const applicant: Data = {
  channel: {
    kind: 'given',
    label: said('Cách nộp', 'How it was filed'),
    required: false,
    options: [
      { value: 'online', label: said('Trực tuyến', 'Online') },
      { value: 'counter', label: said('Tại quầy', 'At the counter') },
      { value: 'post', label: said('Qua bưu chính', 'By post') },
    ],
  },
  applicantName: {
    kind: 'fullName',
    label: said('Họ, chữ đệm, tên của bạn', 'Your full name'),
    required: true,
    most: 100,
    autocomplete: 'name',
    known: [{ from: 'vneid', item: 'fullName', by: [] }],
  },
  applicantBornOn: {
    kind: 'date',
    label: said('Ngày sinh của bạn', 'Your date of birth'),
    required: true,
    precision: 'year',
    past: true,
    known: [{ from: 'vneid', item: 'bornOn', by: [] }],
  },
  applicantId: {
    kind: 'citizenId',
    label: said('Số định danh cá nhân của bạn', 'Your personal number'),
    required: true,
    sensitive: true,
    known: [{ from: 'vneid', item: 'citizenId', by: [] }],
  },
  applicantPhone: {
    kind: 'phone',
    label: said('Số điện thoại', 'Phone number'),
    required: true,
    autocomplete: 'tel',
    known: [{ from: 'vneid', item: 'phone', by: [] }],
  },
}

const page: Data = {
  id: 'nguoi-nop',
  title: said('Người nộp hồ sơ', 'Who is filing'),
  asks: ['applicantName', 'applicantBornOn', 'applicantId', 'applicantPhone'],
}

export type NewBody =
  | { readonly ok: true; readonly body: Data }
  | { readonly ok: false; readonly problems: { field: string; text: string }[] }

/**
 * The frame of a new procedure: who files it, told by VNeID, and nothing else invented. Cases, papers, fees and steps are the officer's; until they
 * stand, the list of what is missing leads to each.
 */
export function newBody({ code, vi, en, area, basis }: Beginning, now: string): NewBody {
  const missing = Object.entries({ vi, en, area, basis }).flatMap(([field, text]) => (text === '' ? [{ field, text: 'missing' }] : []))
  const problems = /^\d{1,2}\.\d{6}$/.test(code) ? missing : [{ field: 'code', text: 'code-form' }, ...missing]
  if (problems.length > 0) return { ok: false, problems }
  const lists = { cases: [], components: [], fees: [], rules: [], defects: [], consultations: [], results: [], worklist: ['applicantName'] }
  const texts = { legal: [], who: [], alsoCalled: [], statistics: ['channel'], unverified: [], minutesToFill: 10 }
  return {
    ok: true,
    body: {
      code,
      name: said(vi, en),
      area,
      basis,
      inForceFrom: localDate(now),
      competence: { residences: [], basis },
      supplement: {
        noticeWithin: { online: { unit: 'workingHours', amount: 8 }, counter: { unit: 'workingDays', amount: 1 } },
        withoutLeader: 1,
        basis: 'Nghị quyết 66.7/2025/NQ-CP, Điều 8',
      },
      ...lists,
      ...texts,
      fields: applicant,
      pages: [page],
      steps: {},
      about: 'applicantName',
    },
  }
}
