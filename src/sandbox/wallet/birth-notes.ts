import { daysBefore } from '../dates.ts'
import { type Person, personCalled } from '../people.ts'
import type { Sex } from '../personal-number.ts'

/** What a clinic certifies of a birth (giấy chứng sinh). One note a child; twins have two. */
export type BirthNote = {
  code: string
  issuedOn: string
  facility: { name: string; address: string }
  mother: { name: string; number: string; bornOn: string; ethnicity: string; address: string }
  child: {
    sex: Sex
    bornOn: string
    bornAt: string
    place: string
    weightGrams: number
    bornAs: number
    ofChildren: number
    plannedName: string
  }
}

type Row = {
  id: string
  mother: string
  daysAgo: number
  at: string
  sex: Sex
  grams: number
  planned: string
  bornAs?: number
  of?: number
}

/** Children of the sample mothers, born so many days before the sandbox was started: five on time, one late. */
const rows: readonly Row[] = [
  { id: 'hong-1', mother: 'hong', daysAgo: 6, at: '04:35', sex: 'female', grams: 3150, planned: 'Trần Nguyễn An Nhiên' },
  { id: 'lan-1', mother: 'lan', daysAgo: 11, at: '22:10', sex: 'male', grams: 2980, planned: 'Phạm Gia Khôi' },
  { id: 'thu-1', mother: 'thu', daysAgo: 20, at: '13:02', sex: 'male', grams: 3420, planned: 'Lê Minh Khang' },
  { id: 'ngoc-1', mother: 'ngoc', daysAgo: 9, at: '08:15', sex: 'female', grams: 2510, planned: 'Đặng Bùi Minh Châu', bornAs: 1, of: 2 },
  { id: 'ngoc-2', mother: 'ngoc', daysAgo: 9, at: '08:21', sex: 'male', grams: 2440, planned: 'Đặng Bùi Minh Quân', bornAs: 2, of: 2 },
  { id: 'hien-1', mother: 'hien', daysAgo: 150, at: '17:48', sex: 'female', grams: 3010, planned: 'Hoàng Lương Diệp Chi' },
]

const facility = { name: 'Bệnh viện Sản Nhi mẫu Bắc Ninh', address: 'Phường Kinh Bắc, Thành phố Bắc Ninh' }

/** The notes in the wallets on the day of this instant, by id. */
export function birthNotes(instant: string): ReadonlyMap<string, BirthNote> {
  return new Map(rows.map((row, i) => [row.id, noteOf(row, i + 1, instant)]))
}

function noteOf(row: Row, serial: number, instant: string): BirthNote {
  const bornOn = daysBefore(instant, row.daysAgo)
  return {
    code: `${String(serial).padStart(5, '0')}.GCS.99027.${bornOn.slice(2, 4)}`,
    issuedOn: daysBefore(instant, row.daysAgo - 2),
    facility,
    mother: partOf(personCalled(row.mother)),
    child: {
      sex: row.sex,
      bornOn,
      bornAt: row.at,
      place: `${facility.name}, ${facility.address}`,
      weightGrams: row.grams,
      bornAs: row.bornAs ?? 1,
      ofChildren: row.of ?? 1,
      plannedName: row.planned,
    },
  }
}

function partOf({ name, number, bornOn, ethnicity, residence }: Person): BirthNote['mother'] {
  const { commune, detail } = residence
  return { name, number, bornOn, ethnicity, address: `${detail}, ${commune.name}, ${commune.provinceName}` }
}
