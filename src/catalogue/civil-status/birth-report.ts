import { answer, register } from '#modules/procedures'

const dead = (field: 'motherResidence' | 'fatherResidence', parent: 'motherDead' | 'fatherDead') =>
  ({ ...answer(field, 'place'), otherwise: { when: { [parent]: true }, text: 'Đã chết' } }) as const

/** A birth in the columns of the ministry's register: what the national database is told, and what a copy of the entry is made from. */
export const birthColumns = {
  nksHoTen: answer('childName'),
  nksGioiTinh: answer('childSex'),
  nksNgaySinh: answer('childBornOn', 'date'),
  nksNgaySinhBangChu: answer('childBornOn', 'dateInWords'),
  nksNoiSinh: answer('birthFacility'),
  nksNoiSinhDVHC: answer('birthPlace', 'place'),
  nksQueQuan: answer('hometown', 'place'),
  nksDanToc: answer('childEthnicity'),
  nksQuocTich: answer('childNationality'),
  nksLoaiKhaiSinh: answer('parents'),
  nksSoDinhDanh: register('personalNumber'),
  meHoTen: answer('motherName'),
  meNgaySinh: answer('motherBornOn', 'date'),
  meDanToc: answer('motherEthnicity'),
  meQuocTich: answer('motherNationality'),
  meNoiCuTru: dead('motherResidence', 'motherDead'),
  meSoGiayToTuyThan: answer('motherId'),
  chaHoTen: answer('fatherName'),
  chaNgaySinh: answer('fatherBornOn', 'date'),
  chaDanToc: answer('fatherEthnicity'),
  chaQuocTich: answer('fatherNationality'),
  chaNoiCuTru: dead('fatherResidence', 'fatherDead'),
  chaSoGiayToTuyThan: answer('fatherId'),
  nycHoTen: answer('applicantName'),
  nycQuanHe: answer('relation'),
  nycSoGiayToTuyThan: answer('applicantId'),
  loaiDangKy: answer('late'),
  ghiChu: register('note'),
} as const
