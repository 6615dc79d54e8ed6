/** The three marks of state secrets (Law on Protection of State Secrets, degrees of secrecy). None of them may enter a connected install. */
export type SecrecyMark = 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT'

const word = (text: string): RegExp => new RegExp(`(?<![\\p{L}\\p{M}])(?:${text})(?![\\p{L}\\p{M}])`, 'u')

// «Mật» alone is also half of ordinary words (bảo mật, mật khẩu, mật độ); as a mark it stands in capitals or says what is secret.
const top = word('tuyệt\\s+mật|tuyet[\\s._-]+mat')
const high = word('tối\\s+mật|toi[\\s._-]+mat')
const plainMark =
  /(?<!(?:BẢO|BÍ|CƠ|CẨN|THÂN|GIÁM|TÚI|TRÙNG|DÀY|ĐẬM|TÍNH|MẶT|ONG)[\s]+)(?<![\p{L}\p{M}])MẬT(?![\p{L}\p{M}])(?!\s+(?:KHẨU|ĐỘ|MÃ|ONG|THIẾT|NGỮ|DANH|THƯ|VỤ|GẤU|BÁO))/u
const named = word('(?:văn bản|tài liệu|công văn|hồ sơ|độ|đóng dấu|dấu)\\s+mật|(?:van-ban|tai-lieu|cong-van|do)[-_]mat')

/** The highest mark in the texts of a paper (its name, its metadata, its first page), or undefined. */
export function secrecyMarkIn(texts: readonly string[]): SecrecyMark | undefined {
  const all = texts.map((text) => text.normalize('NFC').replace(/[_\s]+/g, ' '))
  const folded = all.map((text) => text.toLowerCase())
  if (folded.some((text) => top.test(text))) return 'TUYỆT MẬT'
  if (folded.some((text) => high.test(text))) return 'TỐI MẬT'
  if (all.some((text) => plainMark.test(text)) || folded.some((text) => named.test(text))) return 'MẬT'
  return undefined
}
