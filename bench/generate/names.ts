import type { Keyring } from '#platform/keys'
import { searchWords } from '#platform/text'

/** Family names with their share in a hundred people, roughly as they are in the north of Vietnam; then middle and given names. */
const families: Record<string, number> = {
  Nguyễn: 36,
  Trần: 12,
  Lê: 9,
  Phạm: 8,
  Hoàng: 5,
  Vũ: 5,
  Phan: 4,
  Đặng: 3,
  Bùi: 3,
  Đỗ: 3,
  Ngô: 3,
  Dương: 2,
  Thân: 2,
  Giáp: 2,
  Chu: 1,
  Đào: 1,
  Tạ: 1,
}
const middles = 'Thị Văn Minh Ngọc Thu Thanh Đức Quang Hữu Công Thùy Bảo Gia Khánh Anh Xuân Mạnh Kim Diệu Hồng'.split(' ')
const givens =
  'An Anh Ánh Bình Bích Châu Chi Cúc Cường Dung Dũng Duy Giang Hà Hải Hạnh Hằng Hiền Hiếu Hòa Hoa Hồng Huệ Hùng Hưng Hương Huy Khang Khánh Khuê Lan Linh Loan Long Lương Mai Minh My Nam Nga Ngân Ngọc Nhi Nhung Oanh Phong Phúc Phương Quân Quế Quỳnh Sơn Tâm Thảo Thắng Thủy Toàn Trang Trinh Trung Tú Tuấn Tuyết Uyên Vân Việt Vy Yến'.split(
    ' ',
  )
const most = 9_999

/** Hashed words, ready for SQL: a name is one of each, and a number ends in one of ten thousand groups of four digits. */
export type Words = { families: string[]; middles: string[]; givens: string[]; lastFour: string[] }

/** The words under which generated cases are found, hashed with the install's own key. A frequent family name stands several times. */
export function hashedWords(keys: Pick<Keyring, 'wordKey'>): Words {
  const hashed = (text: string) => String(keys.wordKey(searchWords(text)[0] ?? ''))
  return {
    families: Object.entries(families).flatMap(([name, share]) => Array<string>(share).fill(hashed(name))),
    middles: middles.map(hashed),
    givens: givens.map(hashed),
    lastFour: Array.from({ length: most }, (_, index) => hashed(String(index + 1).padStart(4, '0'))),
  }
}

/** What people type into the search: a whole name, four digits, a family name that every third person bears. Chosen by a number. */
export function questionAt(place: number): string {
  const pick = (from: readonly string[], step: number) => from[(place * step) % from.length] ?? ''
  const name = [pick(Object.keys(families), 5), pick(middles, 7), pick(givens, 11)].join(' ')
  return [name, String(1 + ((place * 7919) % most)).padStart(4, '0'), pick(givens, 13), pick(Object.keys(families), 3)][place % 4] ?? name
}
