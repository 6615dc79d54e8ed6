import type { Account } from './accounts.ts'

/** How the consent page names each claim. */
export const claimLabels = {
  HoVaTen: 'Họ và tên',
  SoDinhDanh: 'Số định danh cá nhân',
  NgaySinh: 'Ngày sinh',
  GioiTinh: 'Giới tính',
  DiaChi: 'Nơi cư trú',
  SoDienThoai: 'Số điện thoại',
  ThuDienTu: 'Thư điện tử',
  TenDoanhNghiep: 'Tên tổ chức',
  MaSoThue: 'Mã số thuế',
  MaSoDoanhNghiep: 'Mã số doanh nghiệp',
  VaiTro: 'Vai trò của bạn',
} as const
export type Claim = keyof typeof claimLabels

/** Which claims a scope opens, beside `sub`, `TechID` and `LoaiTaiKhoan`, which come with every sign-in. */
export const scopes = {
  openid: { claims: ['HoVaTen', 'SoDinhDanh'] },
  profile: { claims: ['NgaySinh', 'GioiTinh'] },
  address: { claims: ['DiaChi'] },
  phone: { claims: ['SoDienThoai'] },
  email: { claims: ['ThuDienTu'] },
  to_chuc: { claims: ['TenDoanhNghiep', 'MaSoThue', 'MaSoDoanhNghiep', 'VaiTro'] },
  'vi.giay_chung_sinh': { claims: [] },
} as const satisfies Record<string, { claims: readonly Claim[] }>

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
