import { type Static, Type } from 'typebox'
import { sampleCommunes } from '../communes.ts'
import { dateText } from '../dates.ts'
import { marriages, notInDatabase } from '../families.ts'
import { type Person, people, personCalled } from '../people.ts'
import { sameDate, sameName } from '../population/compare.ts'

export const EntriesQuestion = Type.Object({
  queryId: Type.String({ minLength: 8, maxLength: 64 }),
  purpose: Type.String({ minLength: 1, maxLength: 200 }),
  event: Type.String({ maxLength: 40 }),
  name: Type.String({ maxLength: 200 }),
  bornOn: Type.String({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' }),
  number: Type.Optional(Type.String({ pattern: '^\\d{12}$' })),
})
type EntriesQuestion = Static<typeof EntriesQuestion>

type Copy = {
  event: string
  agencyCode: string
  book: string
  number: string
  page: string
  date: string
  columns: Readonly<Record<string, string>>
}
type Entry = Copy & { agencyName: string }

/** Where the columns of an event name the people concerned. */
const named: Readonly<Record<string, readonly (readonly [name: string, bornOn: string])[]>> = {
  birth: [['nksHoTen', 'nksNgaySinh']],
  marriage: [
    ['voHoTen', 'voNgaySinh'],
    ['chongHoTen', 'chongNgaySinh'],
  ],
  death: [['nktHoTen', 'nktNgaySinh']],
  parenthood: [['conHoTen', 'conNgaySinh']],
}

/** `found` with every entry of that event and person; `unknown` where part of the person's life stands in paper registers only. */
export function entriesFor({ event, name, bornOn }: EntriesQuestion, copies: readonly Copy[]): object {
  const isNamed = ({ columns }: Copy) =>
    (named[event] ?? []).some(([called, born]) => sameName(columns[called] ?? '', name) && sameDate(isoOf(columns[born] ?? ''), bornOn))
  const all: Entry[] = [...sampleEntries(), ...copies.map((copy) => ({ ...copy, agencyName: agencyName(copy.agencyCode) }))]
  const entries = all.filter((one) => one.event === event && isNamed(one))
  if (entries.length > 0) return { result: 'found', entries: entries.slice(0, 20) }
  const onPaper = people.some((one) => notInDatabase.includes(one.key) && sameName(one.name, name) && sameDate(one.bornOn, bornOn))
  return { result: onPaper ? 'unknown' : 'not-found' }
}

/** "14/03/1998" as the registers write it, as 1998-03-14; a year or a month as far as it goes. */
function isoOf(written: string): string {
  return written.split('/').reverse().join('-')
}

const communes = Object.values(sampleCommunes)

function agencyName(code: string): string {
  const name = communes.find((one) => one.code === code)?.name ?? code
  return `Ủy ban nhân dân ${name.charAt(0).toLowerCase()}${name.slice(1)}`
}

const { kinhBac, nhaNam } = sampleCommunes
const sexes = { male: 'Nam', female: 'Nữ' } as const
const lives = ({ residence: { detail, commune } }: Person) => `${detail}, ${commune.name}, ${commune.provinceName}`

/** Births that were digitised: Hồng's own and her daughter's, with parents where the cast has them. */
function births(): Entry[] {
  const rows = [
    { of: 'hong', mother: 'mui', agency: kinhBac, number: '57/1998', book: '01/1998', date: '1998-04-02' },
    { of: 'an', mother: 'hong', father: 'minh', agency: kinhBac, number: '112/2023', book: '02/2023', date: '2023-04-20' },
    { of: 'minh', agency: nhaNam, number: '203/1995', book: '01/1995', date: '1995-08-21' },
  ] as const
  return rows.map((row) => {
    const child = personCalled(row.of)
    const parents = {
      me: 'mother' in row ? personCalled(row.mother) : undefined,
      cha: 'father' in row ? personCalled(row.father) : undefined,
    }
    const columns = {
      nksHoTen: child.name,
      nksGioiTinh: sexes[child.sex],
      nksNgaySinh: dateText(child.bornOn),
      nksNoiSinhDVHC: child.homeTown,
      nksQueQuan: child.homeTown,
      nksDanToc: child.ethnicity,
      nksQuocTich: child.nationality,
      nksSoDinhDanh: child.number,
      ...Object.fromEntries(
        Object.entries(parents).flatMap(([prefix, parent]) => (parent === undefined ? [] : parentColumns(prefix, parent))),
      ),
      ghiChu: '',
    }
    const { number, book, date, agency } = row
    return { event: 'birth', agencyCode: agency.code, agencyName: agencyName(agency.code), number, book, page: '57', date, columns }
  })
}

function parentColumns(prefix: string, parent: Person): [string, string][] {
  return [
    [`${prefix}HoTen`, parent.name],
    [`${prefix}NgaySinh`, dateText(parent.bornOn)],
    [`${prefix}DanToc`, parent.ethnicity],
    [`${prefix}QuocTich`, parent.nationality],
    [`${prefix}NoiCuTru`, lives(parent)],
  ]
}

/** Marriages of the cast that stand in the database. */
function weddings(): Entry[] {
  return marriages
    .filter(({ inDatabase }) => inDatabase)
    .map(({ wife, husband, number, book, date, agency }) => ({
      event: 'marriage',
      agencyCode: agency.code,
      agencyName: agencyName(agency.code),
      number,
      book,
      page: '12',
      date,
      columns: { ...spouseColumns('vo', personCalled(wife)), ...spouseColumns('chong', personCalled(husband)), ghiChu: '' },
    }))
}

function spouseColumns(prefix: string, one: Person): Record<string, string> {
  return {
    [`${prefix}HoTen`]: one.name,
    [`${prefix}NgaySinh`]: dateText(one.bornOn),
    [`${prefix}DanToc`]: one.ethnicity,
    [`${prefix}QuocTich`]: one.nationality,
    [`${prefix}NoiCuTru`]: lives(one),
    [`${prefix}SoGiayToTuyThan`]: one.number,
  }
}

/** A recognition of a father, with a later correction in its notes. */
const recognition: Entry = {
  event: 'parenthood',
  agencyCode: nhaNam.code,
  agencyName: agencyName(nhaNam.code),
  number: '4/2021',
  book: '01/2021',
  page: '4',
  date: '2021-03-09',
  columns: {
    conHoTen: 'Giáp Minh Nhật',
    conNgaySinh: '02/02/2020',
    conGioiTinh: 'Nam',
    chaHoTen: personCalled('luc').name,
    chaNgaySinh: dateText(personCalled('luc').bornOn),
    chaDanToc: personCalled('luc').ethnicity,
    chaQuocTich: 'Việt Nam',
    ghiChu: 'Cải chính ngày sinh của con ngày 15/06/2022',
  },
}

function sampleEntries(): Entry[] {
  return [...births(), ...weddings(), recognition]
}
