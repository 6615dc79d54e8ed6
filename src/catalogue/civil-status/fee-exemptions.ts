import { words } from '#modules/procedures'

const basis = 'Luật Hộ tịch 60/2014/QH13, Điều 11'

/** Who pays no fee for any registration of civil status; copies are paid by everybody. The form asks it in `exemption`. */
export const feeExemptions = [
  { id: 'meritFamily', who: words('gia đình có công với cách mạng', 'family with merit'), when: { exemption: 'meritFamily' }, basis },
  { id: 'poorHousehold', who: words('hộ nghèo', 'poor household'), when: { exemption: 'poorHousehold' }, basis },
  { id: 'disabled', who: words('người khuyết tật', 'person with a disability'), when: { exemption: 'disabled' }, basis },
] as const
