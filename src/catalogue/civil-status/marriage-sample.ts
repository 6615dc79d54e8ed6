import type { Answers } from '#modules/procedures'

export const kinhBac = '09187'
export const vuNinh = '09169'
/** A Wednesday morning in Viet Nam. */
export const now = '2026-11-25T02:00:00.000Z'

/** Two people who were never married, each of another commune. Numbers are made up and of valid structure. */
export const couple: Answers = {
  channel: 'online',
  relation: 'wife',
  applicantPhone: '0912345678',
  wifeId: '027300000001',
  wifeName: 'Ngô Thị Yến',
  wifeBornOn: '2000-06-18',
  wifeEthnicity: '01',
  wifeNationality: 'VN',
  wifeResidenceKind: 'permanent',
  wifeResidence: { commune: kinhBac, detail: 'Khu Niềm Xá' },
  wifeStatus: 'never',
  wifeTimes: 1,
  husbandId: '027099000002',
  husbandName: 'Đào Anh Khoa',
  husbandBornOn: '1999-01-25',
  husbandEthnicity: '01',
  husbandNationality: 'VN',
  husbandResidenceKind: 'temporary',
  husbandResidence: { commune: vuNinh, detail: 'Khu 2' },
  husbandStatus: 'never',
  husbandTimes: 1,
  freeWill: true,
  truthful: true,
}

/** A divorced man who wants to sell a house. */
export const divorcedMan: Answers = {
  channel: 'online',
  relation: 'self',
  applicantPhone: '0912345678',
  subjectId: '027086000003',
  subjectName: 'Trịnh Văn Long',
  subjectBornOn: '1986-09-03',
  subjectSex: 'male',
  subjectEthnicity: '01',
  subjectNationality: 'VN',
  subjectResidenceKind: 'permanent',
  subjectResidence: { commune: kinhBac, detail: 'Khu 1' },
  subjectStatus: 'divorced',
  divorceNumber: '145/2023/QĐST-HNGĐ',
  divorceOn: '2023-06-12',
  divorceCourt: 'Tòa án nhân dân khu vực 1',
  covers: 'now',
  purpose: 'other',
  purposeDetail: 'Vay vốn ngân hàng',
  sheets: 2,
  issuedBefore: false,
  exemption: 'none',
  receiveBy: 'counter',
  truthful: true,
}
