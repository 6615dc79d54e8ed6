import { type Directory, directoryOn, shortUnitName, type Unit, unitName } from '#modules/directory'
import type { Ctx } from '#platform/act'
import { localDate } from '#platform/clock'
import { type Answer, rowsOf, type Statement } from '#platform/db'
import type { Id } from '#platform/id'
import { inCapitals } from '#platform/text'

/** What a paper says about the office that issues it and the person who signs. */
export type Office = {
  unitName: string
  communeName: string
  /** The body above: the province's committee, or what an office of its own belongs to. */
  aboveName: string
  centreName: string
  /** "TM. ỦY BAN NHÂN DÂN" or, for a vice-chair, "KT. CHỦ TỊCH" below it (Decree 30, annex I). */
  authority: string
  signerTitle: string
  signerName: string
  /** Full names of today's communes, by code. */
  communes: ReadonlyMap<string, string>
}

/** The name of the account that acts, as the papers print it. */
export function signerQuestion(account: Id): Statement {
  return { text: 'select p.name from account a join person p on p.id = a.person_id where a.id = $1', values: [account] }
}

export async function officeFrom(ctx: Ctx, unit: Id, signer: Answer | undefined): Promise<Office> {
  const directory = await directoryOn(ctx)
  const today = localDate(ctx.now)
  const begun = directory.getUnit(unit)
  // What began with a unit that was merged is issued by its successor.
  const home = directory.competentUnit(begun.code) ?? begun
  const commune = directory.communeServed(home)
  const post = ctx.actor.posts.map((id) => directory.findPost(id)).find((one) => one?.unit === home.id)
  const [row] = rowsOf<{ name: Buffer }>(signer)
  const title = post?.title ?? ''
  return {
    unitName: unitName(home, today),
    communeName: shortUnitName(commune, today),
    aboveName: unitName(aboveOf(directory, home), today),
    centreName: centreName(directory, home, today),
    // The head of an office of its own signs in his own name; only the committee is signed for.
    authority: home.level === 'department' ? '' : authorityOf(title),
    // Below the authority line the body is not named again (Decree 30, annex I).
    signerTitle: title.replace(/ Ủy ban nhân dân.*$/, ''),
    signerName: row === undefined ? '' : ctx.keys.openText(row.name, 'person.name'),
    communes: communeNames(directory, today),
  }
}

/** The body that stands first in the head of a unit's papers. */
export function aboveOf(directory: Directory, unit: Unit): Unit {
  const parent = unit.parent === undefined ? undefined : directory.findUnit(unit.parent)
  return unit.level === 'department' ? (parent ?? directory.province()) : directory.province()
}

/** A chair signs for the committee; a vice-chair signs in the chair's place (Decree 30, annex I, II.7). */
function authorityOf(title: string): string {
  return /^phó chủ tịch/i.test(title) ? 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH' : 'TM. ỦY BAN NHÂN DÂN'
}

function centreName(directory: Directory, home: Unit, today: string): string {
  const centre = directory.centreOf(home.id)
  return centre === undefined ? unitName(home, today) : unitName(centre, today)
}

/** "Phường Kinh Bắc, thành phố Bắc Ninh" for every commune of today, by its code. */
export function communeNames(directory: Directory, today: string): ReadonlyMap<string, string> {
  const province = shortUnitName(directory.province(), today)
  const lowered = province.charAt(0).toLowerCase() + province.slice(1)
  return new Map(directory.communes().map((unit) => [unit.code, `${shortUnitName(unit, today)}, ${lowered}`]))
}

/** The office part of a paper, as templates name it. */
export function printedOffice(office: Office): { province: string; commune: string; agency: string; place: string } {
  return {
    province: headOf(office.aboveName),
    commune: headOf(office.unitName),
    agency: office.unitName,
    place: office.communeName.replace(/^(Phường|Xã|Đặc khu) /, ''),
  }
}

/** A unit's name as the head of a paper prints it: in capitals, the area in a line of its own (Decree 30, annex I). */
export function headOf(name: string): string {
  const line = /^(Ủy ban nhân dân|Trung tâm Phục vụ hành chính công|Phòng Kinh tế, Hạ tầng|Phòng Kinh tế(?!,)|Công an(?= thành)) /
  return inCapitals(name.replace(line, '$1\n'))
}
