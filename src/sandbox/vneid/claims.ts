import type { Account } from './accounts.ts'

/** Which claims a scope opens, and how the consent page names them. */
export const scopes = {
  openid: { shares: 'Họ tên, số định danh cá nhân, loại tài khoản', claims: ['TechID', 'LoaiTaiKhoan', 'HoVaTen', 'SoDinhDanh'] },
  profile: { shares: 'Ngày sinh, giới tính', claims: ['NgaySinh', 'GioiTinh'] },
  address: { shares: 'Nơi cư trú', claims: ['DiaChi'] },
  phone: { shares: 'Số điện thoại', claims: ['SoDienThoai'] },
  email: { shares: 'Thư điện tử', claims: ['ThuDienTu'] },
  to_chuc: {
    shares: 'Tên, mã số thuế, mã số của tổ chức và vai trò của bạn',
    claims: ['TenDoanhNghiep', 'MaSoThue', 'MaSoDoanhNghiep', 'VaiTro'],
  },
  'vi.giay_chung_sinh': { shares: 'Giấy chứng sinh trong ví giấy tờ của bạn', claims: [] },
} as const

export type Scope = keyof typeof scopes

export const isScope = (text: string): text is Scope => Object.hasOwn(scopes, text)

/** The claims of an account under the names that the national portal receives them by. Dates may be a year or a month only. */
export function claimsOf(account: Account) {
  const { person, acts } = account
  const { residence } = person
  return {
    sub: account.sub,
    TechID: account.sub,
    LoaiTaiKhoan: acts ? '2' : '1',
    HoVaTen: person.name,
    SoDinhDanh: person.number,
    NgaySinh: person.bornOn,
    GioiTinh: person.sex === 'female' ? 'Nữ' : 'Nam',
    DiaChi: `${residence.detail}, ${residence.commune.name}, ${residence.commune.provinceName}`,
    SoDienThoai: person.phone,
    ThuDienTu: person.email,
    ...(acts && {
      TenDoanhNghiep: acts.for.name,
      MaSoThue: acts.for.taxCode,
      MaSoDoanhNghiep: acts.for.enterpriseCode,
      VaiTro: acts.as === 'representative' ? 'NguoiDaiDien' : 'NguoiDuocUyQuyen',
    }),
  }
}
