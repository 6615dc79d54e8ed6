import type { Language } from '#platform/i18n'
import { fold } from '#platform/text'
import type { CodeList } from './field.ts'

/** The 54 ethnic groups by their statistical code; 55 stands for foreigners (QĐ 121-TCTK/PPCĐ of 02/03/1979, spelling of today's papers). */
const ethnicNames = [
  'Kinh, Tày, Thái, Hoa, Khơ-me, Mường, Nùng, Mông, Dao, Gia-rai, Ngái, Ê-đê, Ba-na, Xơ-đăng, Sán Chay, Cơ-ho, Chăm, Sán Dìu, Hrê, Mnông',
  'Ra-glai, Xtiêng, Bru – Vân Kiều, Thổ, Giáy, Cơ-tu, Gié – Triêng, Mạ, Khơ-mú, Co, Ta-ôi, Chơ-ro, Kháng, Xinh-mun, Hà Nhì, Chu-ru, Lào',
  'La Chí, La Ha, Phù Lá, La Hủ, Lự, Lô Lô, Chứt, Mảng, Pà Thẻn, Cơ Lao, Cống, Bố Y, Si La, Pu Péo, Brâu, Ơ Đu, Rơ-măm, Người nước ngoài',
].flatMap((line) => line.split(', '))

const ethnicities: ReadonlyMap<string, string> = new Map(ethnicNames.map((name, i) => [String(i + 1).padStart(2, '0'), name]))

/** Countries by ISO 3166-1 alpha-2; `XX` stands for a person without nationality. Names come from the language data of the runtime. */
const countryCodes =
  'VN AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VU WS YE ZA ZM ZW XX'.split(
    ' ',
  )

const known: ReadonlySet<string> = new Set(countryCodes)
const regions = { vi: new Intl.DisplayNames(['vi'], { type: 'region' }), en: new Intl.DisplayNames(['en'], { type: 'region' }) } as const
const stateless = { vi: 'Không quốc tịch', en: 'Stateless' } as const

/** The name of a code, or undefined for a code that the list does not have. Names of ethnic groups are the same in both languages. */
export function nameOfCode(list: CodeList, code: string, language: Language = 'vi'): string | undefined {
  if (list === 'ethnicity') return ethnicities.get(code)
  if (!known.has(code)) return undefined
  return code === 'XX' ? stateless[language] : regions[language].of(code)
}

/** The code of a name as some paper or database writes it; accents, case and hyphens do not matter. Undefined when no name is like it. */
export function codeOfName(list: CodeList, name: string): string | undefined {
  const wanted = fold(name).replace(/[^a-z]/g, '')
  return codesOf(list).find((each) => fold(each.name).replace(/[^a-z]/g, '') === wanted)?.code
}

/** The whole list, in the order in which it is offered: by code for ethnic groups, Viet Nam first and then by name for countries. */
export function codesOf(list: CodeList, language: Language = 'vi'): readonly CodeName[] {
  const key = `${list} ${language}`
  const kept = made.get(key) ?? listed(list, language)
  made.set(key, kept)
  return kept
}

export type CodeName = { readonly code: string; readonly name: string }

// Sorting two hundred names takes a third of a millisecond; the lists never change while the program runs.
const made = new Map<string, readonly CodeName[]>()

function listed(list: CodeList, language: Language): CodeName[] {
  if (list === 'ethnicity') return [...ethnicities].map(([code, name]) => ({ code, name }))
  const [first, ...rest] = countryCodes.map((code) => ({ code, name: nameOfCode(list, code, language) ?? code }))
  return [...(first ? [first] : []), ...rest.sort((a, b) => a.name.localeCompare(b.name, language))]
}
