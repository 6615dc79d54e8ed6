import { answer, office, register, signer } from '#modules/procedures'

const parentDead = 'Đã chết'

/** Which answer stands where on the certificate. Names of the values are those used in the template. */
export const birthCertificatePrints = {
  agency: office('agency'),
  province: office('province'),
  commune: office('commune'),
  number: register('number'),
  registeredOn: register('registeredOn'),
  personalNumber: register('personalNumber'),
  note: register('note'),
  childName: answer('childName', 'capitals'),
  childBornOn: answer('childBornOn', 'date'),
  childBornOnWords: answer('childBornOn', 'dateInWords'),
  childSex: answer('childSex'),
  childEthnicity: answer('childEthnicity'),
  childNationality: answer('childNationality'),
  birthFacility: answer('birthFacility'),
  birthPlace: answer('birthPlace', 'place'),
  hometown: answer('hometown', 'place'),
  motherName: answer('motherName', 'capitals'),
  motherBornOn: answer('motherBornOn', 'date'),
  motherEthnicity: answer('motherEthnicity'),
  motherNationality: answer('motherNationality'),
  motherResidence: { ...answer('motherResidence', 'place'), otherwise: { when: { motherDead: true }, text: parentDead } },
  fatherName: answer('fatherName', 'capitals'),
  fatherBornOn: answer('fatherBornOn', 'date'),
  fatherEthnicity: answer('fatherEthnicity'),
  fatherNationality: answer('fatherNationality'),
  fatherResidence: { ...answer('fatherResidence', 'place'), otherwise: { when: { fatherDead: true }, text: parentDead } },
  applicantName: answer('applicantName'),
  applicantId: answer('applicantId'),
  signerAuthority: signer('authority'),
  signerTitle: signer('title'),
  signerName: signer('name'),
} as const

export const birthCertificate = String.raw`#let data = json(bytes(sys.inputs.data))
#data.childName
`
