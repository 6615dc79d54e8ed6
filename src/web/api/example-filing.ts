import type { Answers } from '#modules/procedures'

/** A mother of the sample province files in time; her numbers are marked as samples in the played population database. */
export const exampleAnswers: Answers = {
  relation: 'mother',
  applicantName: 'Nguyễn Thị Hồng',
  applicantId: '027198990001',
  applicantPhone: '0900990001',
  childName: 'Trần Nguyễn Minh Khuê',
  childBornOn: '2026-11-12',
  childSex: 'female',
  bornIn: 'facility',
  birthFacility: 'Bệnh viện mẫu',
  birthPlace: { commune: '09187' },
  parents: 'married',
  surrogacy: false,
  motherId: '027198990001',
  motherName: 'Nguyễn Thị Hồng',
  motherBornOn: '1998-03-14',
  motherEthnicity: '01',
  motherNationality: 'VN',
  motherResidence: { commune: '09187', detail: 'Số 12, tổ dân phố mẫu 3' },
  fatherId: '024095990002',
  fatherName: 'Trần Văn Minh',
  fatherBornOn: '1995-08-02',
  fatherEthnicity: '01',
  fatherNationality: 'VN',
  fatherDead: false,
  fatherResidence: { commune: '09187', detail: 'Số 12, tổ dân phố mẫu 3' },
  marriedOn: '2023-02-14',
  marriedAt: { commune: '09187' },
  childEthnicity: '01',
  hometownFrom: 'father',
  hometown: { commune: '07306' },
  proof: 'clinic',
  clinicNoteNumber: '01327.GCS.12096.26',
  receiveBy: 'online',
  copies: 0,
  truthful: true,
}

/** A grey picture of one pixel (PNG, 67 bytes): it stands for the photograph of a paper. */
export const examplePicture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=='

/** What stands in the dossier afterwards: the answers with what follows from them. */
export const exampleFiled: Answers = {
  ...exampleAnswers,
  channel: 'online',
  clinicNote: ['01932f40-9f00-7e53-8a74-8b3c5d7e9f12'],
  late: false,
  childNationality: 'VN',
}
