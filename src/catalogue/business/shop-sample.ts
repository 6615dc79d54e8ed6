import type { Answers } from '#modules/procedures'

/** A Friday morning in Viet Nam. */
export const now = '2026-11-20T01:00:00.000Z'
export const kinhBac = '09187'

/** Mai opens a bakery in Kinh Bắc by herself. Numbers are made up and of valid structure. */
export const bakery: Answers = {
  channel: 'online',
  filer: 'owner',
  applicantName: 'Lê Thị Mai',
  applicantId: '024191990022',
  applicantPhone: '0900990022',
  founders: 'individual',
  ownerName: 'Lê Thị Mai',
  ownerId: '024191990022',
  ownerBornOn: '1991-09-09',
  ownerSex: 'female',
  ownerEthnicity: '01',
  ownerResidence: { commune: '09169', detail: 'Số 8, tổ dân phố mẫu 7' },
  businessName: 'Hộ kinh doanh Bánh mì Cô Mai',
  headOffice: { commune: kinhBac, detail: 'Số 15, phố Mẫu' },
  businessPhone: '0900990022',
  nameInRegister: 'free',
  ownerInRegister: 'none',
  mainSectorCode: '5610',
  mainSectorName: 'Nhà hàng và các dịch vụ ăn uống phục vụ lưu động',
  otherSectors: [
    { name: 'Sản xuất các loại bánh từ bột', code: '1071' },
    { name: 'Giao bánh tận nhà', code: '' },
  ],
  conditional: false,
  capital: '50000000',
  taxAt: 'office',
  startsOn: '2026-12-01',
  employees: 2,
  taxMethod: 'declared',
  receiveBy: 'online',
  lawfulPlace: true,
  eligible: true,
  truthful: true,
}

export const member = {
  name: 'Lê Văn Hùng',
  bornOn: '1965-02-02',
  citizenId: '024065990041',
  address: 'Số 8, tổ dân phố mẫu 7, phường Vũ Ninh',
}

/** The same, founded together with her father. */
export const ofHousehold: Answers = { ...bakery, founders: 'household', members: [member], membersAuthority: ['authority-1'] }
