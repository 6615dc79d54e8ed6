import { type Commune, otherCommunes, sampleCommunes } from './communes.ts'
import { personalNumber, type Sex } from './personal-number.ts'

/**
 * One cast for all played systems. Every person is invented; the last six digits of a number lie between 990001 and 999999, and
 * addresses, phone numbers and e-mail domains exist nowhere, so that a sample is recognised wherever it turns up.
 */
export type Person = {
  key: string
  name: string
  sex: Sex
  /** yyyy, yyyy-mm or yyyy-mm-dd: of some older people only the year or the month is known. */
  bornOn: string
  number: string
  ethnicity: string
  nationality: string
  homeTown: string
  residence: { kind: 'permanent' | 'temporary'; commune: Commune; detail: string; since: string }
  maritalStatus: 'single' | 'married' | 'widowed' | 'divorced'
  phone: string
  email: string
  /** Level of the e-identity account; 2 is needed for most services. Null: no account (child, or never registered). */
  identityLevel: 1 | 2 | null
}

type Home = Person['residence']
type Exceptions = Partial<Pick<Person, 'ethnicity' | 'maritalStatus' | 'identityLevel'>>
type Row = Omit<Person, 'number' | 'phone' | 'email'> & { place: string }

const { kinhBac, vuNinh, nhaNam } = sampleCommunes
const { baDinh, dongKinh, hacThanh, thuanHoa, buonMaThuot, saiGon } = otherCommunes

/** Where a birth was registered (first three digits of the number, by the 63 old provinces) and the home town. */
const from = {
  kinhBac: { place: '027', homeTown: 'Phường Kinh Bắc, Bắc Ninh' },
  vuNinh: { place: '027', homeTown: 'Phường Vũ Ninh, Bắc Ninh' },
  nhaNam: { place: '024', homeTown: 'Xã Nhã Nam, Bắc Ninh' },
  baDinh: { place: '001', homeTown: 'Phường Ba Đình, Hà Nội' },
  dongKinh: { place: '020', homeTown: 'Phường Đông Kinh, Lạng Sơn' },
  hacThanh: { place: '038', homeTown: 'Phường Hạc Thành, Thanh Hoá' },
  thuanHoa: { place: '046', homeTown: 'Phường Thuận Hoá, Huế' },
  buonMaThuot: { place: '066', homeTown: 'Phường Buôn Ma Thuột, Đắk Lắk' },
  saiGon: { place: '079', homeTown: 'Phường Sài Gòn, Thành phố Hồ Chí Minh' },
}
type Origin = (typeof from)[keyof typeof from]

const lives = (commune: Commune, detail: string): Home => ({ kind: 'permanent', commune, detail, since: '2019-04-01' })
const stays = (commune: Commune, detail: string): Home => ({ kind: 'temporary', commune, detail, since: '2025-09-05' })

function citizen(sex: Sex, key: string, name: string, bornOn: string, origin: Origin, residence: Home, but: Exceptions = {}): Row {
  const usual = { ethnicity: 'Kinh', nationality: 'Việt Nam', maritalStatus: 'married', identityLevel: 2 } as const
  return { key, name, sex, bornOn, ...origin, residence, ...usual, ...but }
}

type Rest = [key: string, name: string, bornOn: string, origin: Origin, residence: Home, but?: Exceptions]
const woman = (...rest: Rest): Row => citizen('female', ...rest)
const man = (...rest: Rest): Row => citizen('male', ...rest)

const single = { maritalStatus: 'single' } as const
const widowed = { maritalStatus: 'widowed' } as const

// A person's place in this list is part of the number: add at the end only.
const rows: Row[] = [
  // A married couple; their marriage stands in the civil-status database. Their baby was born a few days ago.
  woman('hong', 'Nguyễn Thị Hồng', '1998-03-14', from.kinhBac, lives(kinhBac, 'Số 12, tổ dân phố mẫu 3')),
  man('minh', 'Trần Văn Minh', '1995-08-02', from.nhaNam, lives(kinhBac, 'Số 12, tổ dân phố mẫu 3')),
  // An unmarried mother: the father is not declared, and no question about him is a condition.
  woman('lan', 'Phạm Thị Lan', '2001-11-20', from.vuNinh, lives(vuNinh, 'Số 5, tổ dân phố mẫu 1'), single),
  // A couple living in Nhã Nam whose marriage stands only in the paper register of Vũ Ninh: that commune must be asked.
  woman('thu', 'Đỗ Thị Thu', '1996-05-09', from.nhaNam, lives(nhaNam, 'Số 7, thôn Mẫu Đông')),
  man('duc', 'Lê Văn Đức', '1993-12-30', from.hacThanh, lives(nhaNam, 'Số 7, thôn Mẫu Đông')),
  // Hồng's mother: a grandmother may register her grandchild without a power of attorney.
  woman('mui', 'Nguyễn Thị Mùi', '1958-07-15', from.kinhBac, lives(kinhBac, 'Số 30, tổ dân phố mẫu 3'), widowed),
  // Of this man only the year of birth is known.
  man('suu', 'Hoàng Văn Sửu', '1949', from.nhaNam, lives(nhaNam, 'Số 2, thôn Mẫu Tây')),
  // The oldest of the cast: year and month only, and an account of level 1.
  woman('ca', 'Vũ Thị Cả', '1931-05', from.vuNinh, lives(vuNinh, 'Số 18, tổ dân phố mẫu 2'), { ...widowed, identityLevel: 1 }),
  // Parents of twins.
  woman('ngoc', 'Bùi Thị Ngọc', '1994-10-01', from.vuNinh, lives(vuNinh, 'Số 41, tổ dân phố mẫu 4')),
  man('huy', 'Đặng Quốc Huy', '1992-02-29', from.baDinh, lives(vuNinh, 'Số 41, tổ dân phố mẫu 4')),
  // Parents who come late: their child is five months old.
  woman('hien', 'Lương Thị Hiền', '2000-01-08', from.dongKinh, lives(nhaNam, 'Số 11, thôn Mẫu Nam'), { ethnicity: 'Tày' }),
  man('thai', 'Hoàng Văn Thái', '1997-09-19', from.nhaNam, lives(nhaNam, 'Số 11, thôn Mẫu Nam')),
  // A boy of fifteen with an account of his own.
  man('bao', 'Nguyễn Gia Bảo', '2011-06-23', from.kinhBac, lives(kinhBac, 'Số 30, tổ dân phố mẫu 3'), single),
  // A name of forty signs; she stays in Kinh Bắc for the time being.
  woman('huong', 'Công Tằng Tôn Nữ Phương Thảo Quỳnh Hương', '1990-12-12', from.thuanHoa, stays(kinhBac, 'Phòng 803, nhà mẫu B'), {
    maritalStatus: 'divorced',
  }),
  // Account of level 1: information checked, no biometrics; not enough to file.
  man('nam', 'Vi Văn Nam', '1988-04-04', from.dongKinh, lives(dongKinh, 'Số 9, khối mẫu 2'), { ethnicity: 'Nùng', identityLevel: 1 }),
  // People of other provinces.
  woman('ngan', 'Huỳnh Thị Kim Ngân', '1999-07-07', from.saiGon, lives(saiGon, 'Số 100, khu phố mẫu 6'), single),
  man('dung', 'Tạ Quang Dũng', '1985-01-31', from.baDinh, lives(baDinh, 'Số 3, ngõ Mẫu')),
  man('blom', 'Y Blơm Niê', '1979-11-02', from.buonMaThuot, lives(buonMaThuot, 'Buôn Mẫu'), { ethnicity: 'Ê Đê' }),
  woman('tam', 'Lê Thị Tâm', '1966-08-25', from.hacThanh, lives(hacThanh, 'Số 6, phố Mẫu')),
  woman('quynh', 'Phan Thị Quỳnh', '1987-03-03', from.thuanHoa, lives(thuanHoa, 'Số 22, tổ dân phố mẫu 8'), single),
  // Those who act for the two organisations.
  man('phuoc', 'Nguyễn Hữu Phước', '1980-05-17', from.kinhBac, lives(kinhBac, 'Số 66, tổ dân phố mẫu 5')),
  woman('mai', 'Lê Thị Mai', '1991-09-09', from.nhaNam, lives(vuNinh, 'Số 8, tổ dân phố mẫu 7'), single),
  man('luc', 'Giáp Văn Lực', '1975-10-10', from.nhaNam, lives(nhaNam, 'Số 1, thôn Mẫu Bắc')),
  woman('hanh', 'Thân Thị Hạnh', '1989-02-18', from.nhaNam, lives(nhaNam, 'Số 4, thôn Mẫu Bắc')),
  // A girl of three: in the population database, without an account.
  woman('an', 'Trần Nguyễn Bình An', '2023-04-12', from.nhaNam, lives(kinhBac, 'Số 12, tổ dân phố mẫu 3'), {
    ...single,
    identityLevel: null,
  }),
  // A couple about to marry, each of another commune.
  woman('yen', 'Ngô Thị Yến', '2000-06-18', from.kinhBac, lives(kinhBac, 'Số 19, tổ dân phố mẫu 6'), single),
  man('khoa', 'Đào Anh Khoa', '1999-01-25', from.vuNinh, lives(vuNinh, 'Số 27, tổ dân phố mẫu 2'), single),
  // A man divorced and a woman widowed: both ends of marriage stand in the database.
  man('long', 'Trịnh Văn Long', '1986-09-03', from.kinhBac, lives(kinhBac, 'Số 50, tổ dân phố mẫu 1'), { maritalStatus: 'divorced' }),
  woman('thao', 'Dương Thị Thảo', '1984-05-30', from.nhaNam, lives(nhaNam, 'Số 16, thôn Mẫu Tây'), widowed),
  // Nineteen years old: a man marries at twenty.
  man('tien', 'Phùng Minh Tiến', '2007-08-08', from.kinhBac, lives(kinhBac, 'Số 33, tổ dân phố mẫu 5'), single),
  // He lived in Vũ Ninh until 2024; the register of those years is not in the database, so that commune must be asked.
  man('hai', 'Quách Văn Hải', '1990-04-14', from.vuNinh, lives(kinhBac, 'Số 71, tổ dân phố mẫu 4'), single),
]

function numbered(row: Row, index: number): Person {
  const { place, ...person } = row
  const serial = 990001 + index
  return {
    ...person,
    number: personalNumber(place, row.sex, row.bornOn, serial),
    phone: `0900${serial}`,
    email: `${row.key}@congdan.example`,
  }
}

export const people: readonly Person[] = rows.map(numbered)

/** The sample person with this key; an unknown key is our own mistake. */
export function personCalled(key: string): Person {
  const found = people.find((one) => one.key === key)
  if (!found) throw new Error(`no sample person is called ${key}`)
  return found
}

export function personNumbered(number: string): Person | undefined {
  return people.find((one) => one.number === number)
}
