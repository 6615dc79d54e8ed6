import type { Answers, Naming } from '#modules/procedures'

/** A Wednesday morning in Viet Nam. */
export const now = '2026-11-25T02:00:00.000Z'
export const kinhBac = '09187'

export const naming: Naming = {
  language: 'vi',
  communeName: (code) => (code === kinhBac ? 'phường Kinh Bắc, thành phố Bắc Ninh' : undefined),
  fileName: (id) => `${id}.jpg`,
}

/** Hoa files for her daughter; she and the father are married. Numbers are made up and of valid structure. */
export const married: Answers = {
  channel: 'online',
  relation: 'mother',
  applicantName: 'Nguyễn Thị Hoa',
  applicantId: '027198000001',
  applicantPhone: '0912345678',
  childName: 'Trần Nguyễn Minh Khuê',
  childBornOn: '2026-11-09',
  childSex: 'female',
  bornIn: 'facility',
  birthFacility: 'Bệnh viện Sản – Nhi Bắc Ninh',
  birthPlace: { commune: kinhBac },
  parents: 'married',
  surrogacy: false,
  motherId: '027198000001',
  motherName: 'Nguyễn Thị Hoa',
  motherBornOn: '1998-03-12',
  motherEthnicity: '01',
  motherNationality: 'VN',
  motherResidence: { commune: kinhBac, detail: 'Khu Niềm Xá' },
  fatherId: '027095000002',
  fatherName: 'Trần Đức Anh',
  fatherBornOn: '1995-07-04',
  fatherEthnicity: '01',
  fatherNationality: 'VN',
  fatherDead: false,
  fatherResidence: { commune: kinhBac, detail: 'Khu Niềm Xá' },
  marriedOn: '2023-05-20',
  marriedAt: { commune: kinhBac },
  childEthnicity: '01',
  hometownFrom: 'father',
  hometown: { commune: kinhBac },
  proof: 'clinic',
  clinicNoteNumber: '00418.GCS.24001.26',
  clinicNote: ['note-1'],
  receiveBy: 'counter',
  truthful: true,
}

export const without = (answers: Answers, ...names: string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)))

export const motherAlone: Answers = { ...without(married, 'surrogacy'), parents: 'motherOnly', childName: 'Nguyễn Minh Khuê' }
