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
