import type { Answers } from '#modules/procedures'
import { personCalled } from '#sandbox'

/** Hồng registers the death of old Sửu, a relative, who died in hospital three days ago. */
export function deathAnswers(): Answers {
  const hong = personCalled('hong')
  const suu = personCalled('suu')
  return {
    relation: 'relative',
    applicantName: hong.name,
    applicantId: hong.number,
    applicantPhone: hong.phone,
    deceasedName: suu.name,
    deceasedBornOn: suu.bornOn,
    deceasedSex: 'male',
    deceasedPaper: 'number',
    deceasedId: suu.number,
    deceasedEthnicity: '01',
    deceasedNationality: 'VN',
    residenceKnown: 'known',
    lastResidence: { commune: '09187', detail: 'Số 2, tổ dân phố mẫu 3' },
    diedOn: '2026-11-17',
    hourKnown: 'known',
    diedAt: '05:40',
    circumstance: 'facility',
    deathFacility: 'Bệnh viện Đa khoa mẫu Bắc Ninh',
    deathPlace: { commune: '09193' },
    cause: 'Suy tim',
    noteForm: 'data',
    noteNumber: '00001.GBT.99027.26',
    noteIssuedOn: '2026-11-17',
    noteIssuer: 'Bệnh viện Đa khoa mẫu Bắc Ninh',
    receiveBy: 'online',
    copies: 0,
    exemption: 'none',
    truthful: true,
  }
}
