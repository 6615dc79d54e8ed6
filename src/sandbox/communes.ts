/**
 * The places where the sample people live. Names and codes are those of the official list of communes (code of five digits, in
 * force since 01/07/2025; Bắc Ninh is province 24 and a city since 20/09/2026).
 */
export type Commune = { code: string; name: string; provinceCode: string; provinceName: string }

const bacNinh = { provinceCode: '24', provinceName: 'Thành phố Bắc Ninh' }

/** The three communes of Bắc Ninh that take part in the sample: two wards of old Bắc Ninh, one rural commune of old Bắc Giang. */
export const sampleCommunes = {
  kinhBac: { code: '09187', name: 'Phường Kinh Bắc', ...bacNinh },
  vuNinh: { code: '09169', name: 'Phường Vũ Ninh', ...bacNinh },
  nhaNam: { code: '07306', name: 'Xã Nhã Nam', ...bacNinh },
} as const satisfies Record<string, Commune>

/** Communes of other provinces in which some of the sample people live. */
export const otherCommunes = {
  baDinh: { code: '00004', name: 'Phường Ba Đình', provinceCode: '01', provinceName: 'Thành phố Hà Nội' },
  dongKinh: { code: '05977', name: 'Phường Đông Kinh', provinceCode: '20', provinceName: 'Tỉnh Lạng Sơn' },
  hacThanh: { code: '14797', name: 'Phường Hạc Thành', provinceCode: '38', provinceName: 'Tỉnh Thanh Hoá' },
  thuanHoa: { code: '19789', name: 'Phường Thuận Hoá', provinceCode: '46', provinceName: 'Thành phố Huế' },
  buonMaThuot: { code: '24133', name: 'Phường Buôn Ma Thuột', provinceCode: '66', provinceName: 'Tỉnh Đắk Lắk' },
  saiGon: { code: '26740', name: 'Phường Sài Gòn', provinceCode: '79', provinceName: 'Thành phố Hồ Chí Minh' },
} as const satisfies Record<string, Commune>
