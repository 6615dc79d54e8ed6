import { sampleCommunes } from './communes.ts'
import { type Person, personCalled } from './people.ts'

export type Marriage = {
  husband: string
  wife: string
  number: string
  book: string
  date: string
  agency: { code: string; name: string }
  /** False: the entry stands in a paper register only; the database does not know it and the commune must be asked. */
  inDatabase: boolean
}

const { kinhBac, vuNinh, nhaNam } = sampleCommunes

export const marriages: readonly Marriage[] = [
  { husband: 'minh', wife: 'hong', number: '45/2022', book: '01/2022', date: '2022-05-20', agency: registry(kinhBac), inDatabase: true },
  { husband: 'duc', wife: 'thu', number: '12/2018', book: '01/2018', date: '2018-11-02', agency: registry(vuNinh), inDatabase: false },
  { husband: 'huy', wife: 'ngoc', number: '88/2020', book: '02/2020', date: '2020-10-10', agency: registry(vuNinh), inDatabase: true },
  { husband: 'thai', wife: 'hien', number: '7/2024', book: '01/2024', date: '2024-01-15', agency: registry(nhaNam), inDatabase: true },
]

/** A marriage that is over, by a judgment or by the other's death. */
export type EndedMarriage = {
  of: string
  marriedOn: string
  divorce?: { number: string; on: string; court: string }
  spouseDeath?: { number: string; on: string; agency: string }
}

export const endedMarriages: readonly EndedMarriage[] = [
  {
    of: 'long',
    marriedOn: '2012-03-18',
    divorce: { number: '145/2023/QĐST-HNGĐ', on: '2023-06-12', court: 'Tòa án nhân dân khu vực mẫu – Bắc Ninh' },
  },
  {
    of: 'thao',
    marriedOn: '2008-10-05',
    spouseDeath: { number: '31/2024/TLKT', on: '2024-02-20', agency: 'UBND xã Nhã Nam' },
  },
  {
    of: 'huong',
    marriedOn: '2014-01-09',
    divorce: { number: '27/2020/QĐST-HNGĐ', on: '2020-09-30', court: 'Tòa án nhân dân khu vực mẫu – Huế' },
  },
  {
    of: 'mui',
    marriedOn: '1979-12-01',
    spouseDeath: { number: '8/2019/TLKT', on: '2019-05-14', agency: 'UBND phường Kinh Bắc' },
  },
]

/** People whose earlier years stand in paper registers only: the commune of that time must be asked. */
export const notInDatabase: readonly string[] = ['hai', 'ca']

export type Kinship = { child: string; mother?: string; father?: string }

/** Parents and children among the cast. */
export const kinships: readonly Kinship[] = [
  { child: 'hong', mother: 'mui' },
  { child: 'bao', mother: 'mui' },
  { child: 'thai', father: 'suu' },
  { child: 'duc', mother: 'tam' },
  { child: 'an', mother: 'hong', father: 'minh' },
]

export type Organisation = {
  key: string
  name: string
  taxCode: string
  enterpriseCode: string
  address: string
  representative: string
  delegates: readonly string[]
}

/** Two organisations, each with a legal representative and somebody who is delegated to act. */
export const organisations: readonly Organisation[] = [
  {
    key: 'gom',
    name: 'Công ty TNHH Gốm mẫu Kinh Bắc',
    taxCode: '2309900017',
    enterpriseCode: '2309900017',
    address: 'Số 66, tổ dân phố mẫu 5, Phường Kinh Bắc, Thành phố Bắc Ninh',
    representative: 'phuoc',
    delegates: ['mai'],
  },
  {
    key: 'vai',
    name: 'Hợp tác xã Vải thiều mẫu Nhã Nam',
    taxCode: '2409900028',
    enterpriseCode: '2409900028',
    address: 'Thôn Mẫu Bắc, Xã Nhã Nam, Thành phố Bắc Ninh',
    representative: 'luc',
    delegates: ['hanh'],
  },
]

function registry(commune: { code: string; name: string }) {
  return { code: commune.code, name: `UBND ${commune.name.charAt(0).toLowerCase()}${commune.name.slice(1)}` }
}

/** The entry of two people's marriage, whoever is named first. */
export function marriageOf(one: Person, other: Person): Marriage | undefined {
  return marriages.find((entry) => {
    const couple = [personCalled(entry.husband).number, personCalled(entry.wife).number]
    return couple.includes(one.number) && couple.includes(other.number) && one.number !== other.number
  })
}

/** The entry of a person's marriage, and the other spouse. */
export function marriageWith(person: Person): { entry: Marriage; spouse: Person } | undefined {
  const entry = marriages.find(({ husband, wife }) => [husband, wife].includes(person.key))
  return entry && { entry, spouse: personCalled(entry.husband === person.key ? entry.wife : entry.husband) }
}
