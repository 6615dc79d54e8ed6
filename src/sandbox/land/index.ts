import { type Static, Type } from 'typebox'
import { people } from '../people.ts'
import { answered } from '../questions.ts'
import type { Routes } from '../routes.ts'

const Question = Type.Object({
  queryId: Type.String({ minLength: 8, maxLength: 64 }),
  purpose: Type.String({ minLength: 1, maxLength: 200 }),
  number: Type.String({ pattern: '^\\d{12}$' }),
  communeCode: Type.String({ pattern: '^\\d{5}$' }),
  detail: Type.String({ minLength: 1, maxLength: 300 }),
})

type Title = { owner: string; communeCode: string; detail: string; number: string }

/** Certificates of land and house of some of the cast, beside the homes in which they live. */
const titles: readonly Title[] = [
  // Of Nhã Nam, with a flat of her own in Kinh Bắc to which she moves for work.
  { owner: 'hien', communeCode: '09187', detail: 'Căn 1204, nhà mẫu A', number: 'AA 00120401' },
  { owner: 'mai', communeCode: '09169', detail: 'Số 8, tổ dân phố mẫu 7', number: 'AA 00080702' },
  { owner: 'phuoc', communeCode: '09187', detail: 'Số 66, tổ dân phố mẫu 5', number: 'AA 00660503' },
]

/** Plays the land database: POST /cho-o says whether a verified person owns the dwelling at an address, and never who else does. */
export function land(now: () => string): Routes {
  return { 'POST /cho-o': (call) => answered(call, Question, now, (question) => ({ json: ownershipOf(question) })) }
}

function ownershipOf({ number, communeCode, detail }: Static<typeof Question>) {
  const person = people.find((one) => one.number === number)
  const here = titles.filter((one) => one.communeCode === communeCode && plain(one.detail) === plain(detail))
  const own = here.find((one) => one.owner === person?.key)
  if (own !== undefined) return { result: 'owned', title: own.number }
  return { result: here.length > 0 ? 'other' : 'missing' }
}

/** Addresses are written by hand: case, commas and spaces do not matter. */
function plain(address: string): string {
  return address
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/[\s,.]+/g, ' ')
    .trim()
}
