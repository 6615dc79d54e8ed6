import type { Answers } from '#modules/procedures'

/** A Wednesday morning in Viet Nam. */
export const now = '2026-11-25T02:00:00.000Z'
export const nhaNam = '07306'
export const kinhBac = '09187'

/** Thái registers the death of his father, who died in hospital three days ago. Numbers are made up and of valid structure. */
export const father: Answers = {
  channel: 'online',
  relation: 'child',
  applicantName: 'Hoàng Văn Thái',
  applicantId: '024097000012',
  applicantPhone: '0912345678',
  deceasedName: 'Hoàng Văn Sửu',
  deceasedBornOn: '1949',
  deceasedSex: 'male',
  deceasedPaper: 'number',
  deceasedId: '024049000007',
  deceasedEthnicity: '01',
  deceasedNationality: 'VN',
  residenceKnown: 'known',
  lastResidence: { commune: nhaNam, detail: 'Số 2, thôn Mẫu Tây' },
  diedOn: '2026-11-22',
  hourKnown: 'known',
  diedAt: '05:40',
  circumstance: 'facility',
  deathFacility: 'Bệnh viện Đa khoa mẫu Bắc Ninh',
  deathPlace: { commune: kinhBac },
  cause: 'Suy tim',
  noteForm: 'paper',
  noteNumber: '00001.GBT.99027.26',
  noteIssuedOn: '2026-11-22',
  noteIssuer: 'Bệnh viện Đa khoa mẫu Bắc Ninh',
  deathNote: ['note-1'],
  receiveBy: 'counter',
  copies: 2,
  exemption: 'none',
  truthful: true,
}

export const without = (answers: Answers, ...names: string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)))
