import { createHash } from 'node:crypto'
import type { Role } from '#modules/directory'
import { base32 } from '#modules/identity'

/** The password of every sample account: an install with sample people is open by design, and says so on every page. */
export const samplePassword = 'tai-khoan-mau'

/** The three communes with sample people; citizens of the played VNeID live in the same ones. */
export const staffedCommunes = { kinhBac: '09187', vuNinh: '09169', nhaNam: '07306' } as const
export const provinceCode = '24'

/** An invented official and the post held; `until` ends the holding (a former holder keeps the account and loses the desk). */
export type SampleOfficial = { login: string; name: string; unit: string; role: Role; until?: string }

const { kinhBac, vuNinh, nhaNam } = staffedCommunes

export const officials: readonly SampleOfficial[] = [
  { login: 'tiepnhan.kinhbac', name: 'Ngô Thị Mai', unit: kinhBac, role: 'receptionist' },
  { login: 'hotich.kinhbac', name: 'Nguyễn Văn Bình', unit: kinhBac, role: 'registrar' },
  { login: 'chuyenvien.kinhbac', name: 'Phạm Thị Thu Hằng', unit: kinhBac, role: 'specialist' },
  { login: 'phochutich.kinhbac', name: 'Trần Đức Toàn', unit: kinhBac, role: 'chair' },
  { login: 'vanthu.kinhbac', name: 'Đào Thị Nhung', unit: kinhBac, role: 'clerk' },
  { login: 'giamsat.kinhbac', name: 'Dương Văn Khải', unit: kinhBac, role: 'supervisor' },
  { login: 'hotichcu.kinhbac', name: 'Bùi Văn Hậu', unit: kinhBac, role: 'registrar', until: '2026-09-30T17:00:00.000Z' },

  { login: 'tiepnhan.vuninh', name: 'Vũ Thị Thanh Hà', unit: vuNinh, role: 'receptionist' },
  { login: 'hotich.vuninh', name: 'Nguyễn Đình Lâm', unit: vuNinh, role: 'registrar' },
  { login: 'chuyenvien.vuninh', name: 'Trịnh Quốc Huy', unit: vuNinh, role: 'specialist' },
  { login: 'phochutich.vuninh', name: 'Lê Thị Bích Thủy', unit: vuNinh, role: 'chair' },
  { login: 'vanthu.vuninh', name: 'Phạm Thu Trang', unit: vuNinh, role: 'clerk' },
  { login: 'giamsat.vuninh', name: 'Chu Văn Sơn', unit: vuNinh, role: 'supervisor' },

  { login: 'tiepnhan.nhanam', name: 'Thân Văn Quyết', unit: nhaNam, role: 'receptionist' },
  { login: 'hotich.nhanam', name: 'Nguyễn Thị Oanh', unit: nhaNam, role: 'registrar' },
  { login: 'chuyenvien.nhanam', name: 'Nông Thị Liên', unit: nhaNam, role: 'specialist' },
  { login: 'phochutich.nhanam', name: 'Giáp Văn Thắng', unit: nhaNam, role: 'chair' },
  { login: 'vanthu.nhanam', name: 'Hoàng Thị Sen', unit: nhaNam, role: 'clerk' },
  { login: 'giamsat.nhanam', name: 'Ngô Quang Vinh', unit: nhaNam, role: 'supervisor' },

  { login: 'cutru.kinhbac', name: 'Nguyễn Quang Dũng', unit: `${kinhBac}-CA`, role: 'residenceOfficer' },
  { login: 'truongcongan.kinhbac', name: 'Trịnh Văn Hòa', unit: `${kinhBac}-CA`, role: 'chair' },
  { login: 'vanthucongan.kinhbac', name: 'Lê Thị Ngân', unit: `${kinhBac}-CA`, role: 'clerk' },
  { login: 'kinhdoanh.kinhbac', name: 'Phùng Thị Vân', unit: `${kinhBac}-KT`, role: 'businessRegistrar' },
  { login: 'truongphong.kinhbac', name: 'Hoàng Minh Tuấn', unit: `${kinhBac}-KT`, role: 'chair' },
  { login: 'vanthuphong.kinhbac', name: 'Đặng Thị Loan', unit: `${kinhBac}-KT`, role: 'clerk' },

  { login: 'cutru.vuninh', name: 'Vũ Mạnh Cường', unit: `${vuNinh}-CA`, role: 'residenceOfficer' },
  { login: 'truongcongan.vuninh', name: 'Nguyễn Tiến Đạt', unit: `${vuNinh}-CA`, role: 'chair' },
  { login: 'vanthucongan.vuninh', name: 'Bùi Thị Hằng', unit: `${vuNinh}-CA`, role: 'clerk' },
  { login: 'kinhdoanh.vuninh', name: 'Lê Văn Phúc', unit: `${vuNinh}-KT`, role: 'businessRegistrar' },
  { login: 'truongphong.vuninh', name: 'Trần Thị Thu Hiền', unit: `${vuNinh}-KT`, role: 'chair' },
  { login: 'vanthuphong.vuninh', name: 'Nguyễn Thị Mơ', unit: `${vuNinh}-KT`, role: 'clerk' },

  { login: 'cutru.nhanam', name: 'Thân Đức Long', unit: `${nhaNam}-CA`, role: 'residenceOfficer' },
  { login: 'truongcongan.nhanam', name: 'Nguyễn Hữu Chiến', unit: `${nhaNam}-CA`, role: 'chair' },
  { login: 'vanthucongan.nhanam', name: 'Giáp Thị Liên', unit: `${nhaNam}-CA`, role: 'clerk' },
  { login: 'kinhdoanh.nhanam', name: 'Dương Thị Hà', unit: `${nhaNam}-KT`, role: 'businessRegistrar' },
  { login: 'truongphong.nhanam', name: 'Ngô Văn Đông', unit: `${nhaNam}-KT`, role: 'chair' },
  { login: 'vanthuphong.nhanam', name: 'Thân Thị Tuyết', unit: `${nhaNam}-KT`, role: 'clerk' },

  { login: 'tiepnhan.tinh', name: 'Đỗ Hạnh Nguyên', unit: provinceCode, role: 'receptionist' },
  { login: 'chuyenvien.tinh', name: 'Hà Minh Tuấn', unit: provinceCode, role: 'specialist' },
  { login: 'giamsat.tinh', name: 'Nguyễn Công Thành', unit: provinceCode, role: 'supervisor' },
  { login: 'baohiem.tinh', name: 'Nguyễn Thị Thanh Mai', unit: `${provinceCode}-BH`, role: 'insuranceOfficer' },
  { login: 'giamdocbaohiem.tinh', name: 'Đinh Quang Thắng', unit: `${provinceCode}-BH`, role: 'chair' },
  { login: 'vanthubaohiem.tinh', name: 'Phan Thị Hoa', unit: `${provinceCode}-BH`, role: 'clerk' },
  { login: 'quantri.tinh', name: 'Lưu Minh Quân', unit: provinceCode, role: 'administrator' },
  { login: 'quantri2.tinh', name: 'Khổng Thị Yến', unit: provinceCode, role: 'administrator' },
  { login: 'vanhanh.tinh', name: 'Tạ Phương Anh', unit: provinceCode, role: 'operator' },
  { login: 'thutuc.tinh', name: 'Đặng Thùy Linh', unit: provinceCode, role: 'procedureOfficer' },
  { login: 'thutuc2.tinh', name: 'Vi Văn Hưng', unit: provinceCode, role: 'procedureOfficer' },
]

/** A fixed secret, so that smoke tests and demonstrations can sign in; it protects nothing but invented people. */
export function sampleTotpSecret(login: string): string {
  return base32(createHash('sha256').update(`lien-thong sample ${login}`).digest().subarray(0, 20))
}
