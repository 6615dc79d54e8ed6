import type { Answers } from '#modules/procedures'
import { people } from '#sandbox'

export type Mother = (typeof people)[number]

const minh = people.find((one) => one.key === 'minh')

/** Citizens of the played VNeID who may file a birth, each for herself. */
export const mothers: readonly Mother[] = people.filter((one) => one.identityLevel === 2 && one.sex === 'female')

/** Complete answers of a mother who files in time for a child born in the clinic, her husband named. */
export function birthAnswers(mother: Mother, note: string, childName: string, bornOn: string): Answers {
  if (minh === undefined) throw new Error('the cast has lost the father')
  const home = { commune: mother.residence.commune.code, detail: mother.residence.detail }
  return {
    channel: 'online',
    relation: 'mother',
    applicantName: mother.name,
    applicantId: mother.number,
    applicantPhone: mother.phone,
    childName,
    childBornOn: bornOn,
    childSex: 'female',
    bornIn: 'facility',
    birthFacility: 'Bệnh viện mẫu',
    birthPlace: { commune: '09187' },
    parents: 'married',
    surrogacy: false,
    motherId: mother.number,
    motherName: mother.name,
    motherBornOn: mother.bornOn,
    motherEthnicity: '01',
    motherNationality: 'VN',
    motherDead: false,
    motherResidence: home,
    fatherId: minh.number,
    fatherName: minh.name,
    fatherBornOn: minh.bornOn,
    fatherEthnicity: '01',
    fatherNationality: 'VN',
    fatherDead: false,
    fatherResidence: home,
    marriedOn: '2023-02-14',
    marriedAt: { commune: '09187' },
    childEthnicity: '01',
    hometownFrom: 'father',
    hometown: { commune: '07306' },
    proof: 'clinic',
    clinicNoteNumber: '01327.GCS.12096.26',
    clinicNote: [note],
    receiveBy: 'online',
    copies: 0,
    agreedByParents: true,
    truthful: true,
  }
}
