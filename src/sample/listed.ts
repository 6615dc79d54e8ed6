import { communeName, sampleCommunes, sampleProvince } from '#modules/rules'
import { officials, provinceCode, type SampleOfficial, samplePassword, sampleTotpSecret } from './accounts.ts'
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
  const known: Readonly<Record<string, string>> = { ...titles.commune, ...titles.centre, ...(unit === provinceCode && titles.province) }
  return until === undefined ? (known[role] ?? role) : `Nguyên ${(known[role] ?? role).replace(/^./, (first) => first.toLowerCase())}`
}

function placeOf({ unit, role }: SampleOfficial): string {
  const commune = sampleCommunes.find((one) => one.code === unit)
  const place = commune === undefined ? sampleProvince.fullName : communeName(commune)
  if (role !== 'receptionist') return place
  return `Trung tâm Phục vụ hành chính công ${place.charAt(0).toLowerCase()}${place.slice(1)}`
}
