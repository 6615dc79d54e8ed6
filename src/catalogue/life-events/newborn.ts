import { type Procedure, words, workingDays } from '#modules/procedures'
import { birthRegistration } from '../civil-status/birth-registration.ts'
import { childResidenceComponents } from './child-residence-papers.ts'
import { newbornFields } from './newborn-fields.ts'

const decree = 'Nghị định 63/2024/NĐ-CP'
/** The first of them is the common form, which the birth's own components have already. */
const [, ...residencePapers] = childResidenceComponents
const own = birthRegistration.pages.filter(({ id }) => id !== 'cam-doan' && id !== 'nhan-ket-qua')
const last = birthRegistration.pages.filter(({ id }) => id === 'nhan-ket-qua' || id === 'cam-doan')

/**
 * A child is born: birth, permanent residence and health-insurance card, asked once. The form is that of the birth with two pages more; filed,
 * it falls into three dossiers of three offices. Names are checked by `definitionProblems`, since the form is put together from another's. Facts from the published row 2.000986 and NĐ 63/2024; every sentence is our own.
 */
export const newborn: Procedure = {
  ...birthRegistration,
  code: '2.000986',
  name: words(
    'Liên thông khai sinh, thường trú, thẻ bảo hiểm y tế cho trẻ dưới 6 tuổi',
    'Birth, permanent residence and health-insurance card of a child under six',
  ),
  purpose: words(
    'Khai một lần, nhận giấy khai sinh, được nhập hộ và có thẻ bảo hiểm y tế',
    'Declare once: birth certificate, entry in the household and health-insurance card',
  ),
  legal: [...birthRegistration.legal, '63/2024/NĐ-CP', '188/2025/NĐ-CP', '68/2020/QH14'],
  alsoCalled: [
    'sinh con',
    'mới sinh em bé',
    'khai sinh nhập khẩu bảo hiểm',
    'nhập hộ khẩu cho con',
    'thẻ bảo hiểm cho con',
    'liên thông khai sinh',
    'newborn',
  ],
  minutesToFill: 14,
  channels: ['online'],
  resolvedWithin: { ...workingDays(3), basis: `${decree}, Điều 7` },
  fields: newbornFields,
  pages: [
    ...own,
    {
      id: 'thuong-tru',
      title: words('Nơi thường trú của trẻ', 'The child’s permanent residence'),
      asks: [
        'residenceWith',
        'otherDwelling',
        'householderName',
        'householderId',
        'householderRelation',
        'householderAgrees',
        'signedCt01',
        'dwellingPaper',
      ],
    },
    { id: 'bao-hiem', title: words('Thẻ bảo hiểm y tế của trẻ', 'The child’s health-insurance card'), asks: ['careFacility'] },
    ...last,
  ],
  components: [...birthRegistration.components, ...residencePapers],
  parts: [
    {
      id: 'birth',
      code: '1.001193',
      name: words('Đăng ký khai sinh', 'Birth registration'),
      basis: `${decree}, Điều 6`,
    },
    {
      id: 'residence',
      code: '2.000986.TT',
      name: words('Đăng ký thường trú', 'Permanent residence'),
      after: 'birth',
      lies: [
        { field: 'motherResidence', when: { residenceWith: 'mother' } },
        { field: 'fatherResidence', when: { residenceWith: 'father' } },
        { field: 'otherDwelling' },
      ],
      takes: {
        personName: 'childName',
        personBornOn: 'childBornOn',
        personSex: 'childSex',
        relation: 'householderRelation',
        dwelling: [
          { field: 'motherResidence', when: { residenceWith: 'mother' } },
          { field: 'fatherResidence', when: { residenceWith: 'father' } },
          { field: 'otherDwelling' },
        ],
      },
      tells: { personId: 'personalNumber', birthNumber: 'number', from: 'registeredOn' },
      basis: `${decree}, Điều 7`,
    },
    {
      id: 'healthCard',
      code: '2.000986.BHYT',
      name: words('Cấp thẻ bảo hiểm y tế', 'Health-insurance card'),
      after: 'birth',
      when: { not: { overSix: true } },
      takes: {
        address: [
          { field: 'motherResidence', when: { residenceWith: 'mother' } },
          { field: 'fatherResidence', when: { residenceWith: 'father' } },
          { field: 'otherDwelling' },
        ],
      },
      tells: { personalNumber: 'personalNumber', birthNumber: 'number' },
      basis: `${decree}, Điều 8`,
    },
  ],
  unverified: [
    ...birthRegistration.unverified,
    words('Biểu mẫu chung theo mô tả, chưa đối chiếu Mẫu 01', 'The common form follows a description and is not compared with Mẫu 01'),
  ],
}
