import type { Answers, Naming } from '#modules/procedures'

/** A Friday morning in Viet Nam. */
export const now = '2026-11-20T01:00:00.000Z'
export const kinhBac = '09187'
export const nhaNam = '07306'

export const naming: Naming = {
  language: 'vi',
  communeName: (code) => ({ [kinhBac]: 'Phường Kinh Bắc, thành phố Bắc Ninh', [nhaNam]: 'Xã Nhã Nam, thành phố Bắc Ninh' })[code],
  fileName: (id) => `${id}.pdf`,
}

/** Hiền of Nhã Nam rents a room in Kinh Bắc for a year. Numbers are made up and of valid structure. */
export const renting: Answers = {
  channel: 'online',
  forWhom: 'self',
  kind: 'household',
  applicantName: 'Lương Thị Hiền',
  applicantId: '020300990011',
  applicantPhone: '0900990011',
  personName: 'Lương Thị Hiền',
  personId: '020300990011',
  personBornOn: '2000-01-08',
  personSex: 'female',
  naturalised: false,
  permanentResidence: { commune: nhaNam, detail: 'Số 11, thôn Mẫu Nam' },
  dwelling: { commune: kinhBac, detail: 'Số 20, tổ dân phố mẫu 2' },
  dwellingKind: 'rent',
  from: '2026-11-23',
  to: '2027-11-22',
  household: 'own',
  minors: false,
  ownerConsent: 'vneid',
  ownerName: 'Nguyễn Thị Mùi',
  ownerId: '027158990006',
  dwellingProof: ['lease-1'],
  exemption: 'none',
  receiveBy: 'online',
  truthful: true,
}

export const without = (answers: Answers, ...names: string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)))

/** Her flat is her own: the land database says so. */
export const owning: Answers = {
  ...without(renting, 'ownerConsent', 'ownerName', 'ownerId', 'dwellingProof'),
  dwellingKind: 'own',
  dwellingInData: 'owned',
}

export const thai = { name: 'Hoàng Văn Thái', bornOn: '1997-09-19', sex: 'male', citizenId: '024097990012' }

export const byList: Answers = {
  ...without(renting, 'household', 'minors'),
  kind: 'list',
  minors: false,
  listed: [thai, { name: 'Lê Văn Đức', bornOn: '1993-12-30', sex: 'male', citizenId: '038093990005' }],
  listRequest: ['request-1'],
  listForms: ['form-1', 'form-2'],
}
