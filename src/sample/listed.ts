import { type Counter, counterCodes } from '#modules/directory'
import { communeName, sampleCommunes, sampleProvince } from '#modules/rules'
import { officials, provinceCode, type SampleOfficial, samplePassword, sampleTotpSecret } from './accounts.ts'
import { departmentTitles } from './departments.ts'
import { titles } from './units.ts'

export type SampleAccount = { login: string; name: string; post: string; unit: string; password: string; totpSecret: string }

/** The officials' accounts of a sample install, for its start page and for scripts that walk through it. */
export function sampleAccounts(): SampleAccount[] {
  return officials.map((official) => ({
    login: official.login,
    name: official.name,
    post: postOf(official),
    unit: placeOf(official),
    password: samplePassword,
    totpSecret: sampleTotpSecret(official.login),
  }))
}

function postOf({ role, unit, until }: SampleOfficial): string {
  const own = departmentPost(unit, role)
  if (own !== undefined) return own
  const known: Readonly<Record<string, string>> = { ...titles.commune, ...titles.centre, ...(unit === provinceCode && titles.province) }
  return until === undefined ? (known[role] ?? role) : `Nguyên ${(known[role] ?? role).replace(/^./, (first) => first.toLowerCase())}`
}

/** The title in an office of its own, such as the police of a ward. */
function departmentPost(unit: string, role: string): string | undefined {
  const counter = counterIn(unit)
  if (counter === undefined) return undefined
  const titled: Readonly<Record<string, string>> = departmentTitles[counter]
  return titled[role]?.replace('{area}', placeNamed(unit).startsWith('Xã') ? 'xã' : 'phường')
}

function counterIn(unit: string): Counter | undefined {
  return (Object.keys(counterCodes) as Counter[]).find((one) => unit.endsWith(`-${counterCodes[one]}`))
}

function placeNamed(unit: string): string {
  const commune = sampleCommunes.find((one) => one.code === unit.slice(0, 5))
  return commune === undefined ? sampleProvince.fullName : communeName(commune)
}

function placeOf({ unit, role }: SampleOfficial): string {
  const counter = counterIn(unit)
  const here = placeNamed(unit)
  const small = here.charAt(0).toLowerCase() + here.slice(1)
  if (counter === 'communePolice') return `Công an ${small}`
  if (counter === 'socialInsurance') return `Bảo hiểm xã hội ${small}`
  if (counter === 'economicOffice') return `${here.startsWith('Xã') ? 'Phòng Kinh tế' : 'Phòng Kinh tế, Hạ tầng và Đô thị'} ${small}`
  return role === 'receptionist' ? `Trung tâm Phục vụ hành chính công ${small}` : here
}
