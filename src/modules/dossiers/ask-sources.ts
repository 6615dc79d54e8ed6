import { type Directory, directoryOn, type Unit } from '#modules/directory'
import { personOf } from '#modules/identity'
import { type Answer, codeOfName, type SourceName } from '#modules/procedures'
import { lookUpPerson, lookUpResidence, type PersonField, type ResidenceFields } from '#modules/sharing'
import { localDate } from '#platform/clock'
import { fold } from '#platform/text'
import { askCivilStatus } from './ask-civil-status.ts'
import { askHealth } from './ask-health.ts'
import { askBusinessRegister, askKinship, askLand } from './ask-registers.ts'
import { proofOf, toldByVneid } from './proofs.ts'
import { askingFor, type Brought, declaredIn, kept, type Question } from './source-question.ts'

export type { Brought } from './source-question.ts'

const adapters: Partial<Record<SourceName, (question: Question) => Promise<Brought>>> = {
  vneid: askVneid,
  population: askPopulation,
  civilStatus: askCivilStatus,
  health: askHealth,
  land: askLand,
  residence: askKinship,
  business: askBusinessRegister,
}

/** Whether the program asks this source by itself. A wallet opens only with the owner's consent. */
export function isAskedAlone(from: SourceName): boolean {
  return adapters[from] !== undefined
}

/** Puts one question to its source. Never throws for a dead service: it says `unavailable`, and the citizen goes on by hand. */
export async function askSource(question: Question): Promise<Brought> {
  const ask = adapters[question.lookUp.from]
  if (ask === undefined) throw new Error(`${question.lookUp.from} is not asked without consent`)
  return ask(question)
}

/** The claims with which the person signed in. */
async function askVneid(question: Question): Promise<Brought> {
  const { ctx, lookUp } = question
  const person = await personOf(ctx)
  const told: Readonly<Record<string, string | undefined>> = {
    fullName: person.name,
    citizenId: person.number,
    bornOn: person.bornOn,
    phone: person.phone,
    email: person.email,
  }
  const items = kept(lookUp, told)
  return { status: 'match', at: ctx.now, items, proofs: [toldByVneid(askingFor(question), items)] }
}

const personFieldOf: Readonly<Record<string, PersonField>> = {
  sex: 'sex',
  ethnicity: 'ethnicity',
  nationality: 'nationality',
  hometown: 'homeTown',
}

/** Person and residence in two questions; nothing is taken unless number, name and birth date agree. */
async function askPopulation(question: Question): Promise<Brought> {
  const { ctx, sources, lookUp, procedure } = question
  const declared = declaredIn(procedure, lookUp.by)
  const wanted = new Set(lookUp.items.map(({ item }) => item))
  const want = [...wanted].flatMap((item) => personFieldOf[item] ?? [])
  const wantsHome = wanted.has('residence') || wanted.has('residenceKind') || wanted.has('dead')
  const [person, home] = await Promise.all([
    lookUpPerson(sources.population, askingFor(question), { ...declared, want }),
    wantsHome ? lookUpResidence(sources.population, askingFor(question), { number: declared.number }) : undefined,
  ])
  const proofs = [proofOf(procedure, 'identity', person), ...(home === undefined ? [] : [proofOf(procedure, 'residence', home)])]
  if (person.status !== 'match') return { status: person.status, at: person.at, items: {}, proofs: proofs.slice(0, 1) }
  const directory = await directoryOn(ctx)
  const lives = home?.status === 'match' ? home.fields : null
  const told = {
    sex: person.fields?.sex,
    ethnicity: codeOfName('ethnicity', person.fields?.ethnicity ?? ''),
    nationality: codeOfName('nationality', person.fields?.nationality ?? ''),
    hometown: placeNamed(directory, person.fields?.homeTown, localDate(ctx.now)),
    residence: lives === null || lives === undefined ? undefined : homeOf(directory, lives),
    residenceKind: lives?.kind,
    // Who has died is struck off the register of residence (Law on Residence 68/2020/QH14, Article 24): who stands there is alive.
    dead: lives === null || lives === undefined ? undefined : false,
  }
  const silent = home !== undefined && home.status === 'unavailable'
  return { status: silent ? 'unavailable' : 'match', at: person.at, items: kept(lookUp, told), proofs }
}

/** A home in this province by its code; elsewhere the words come along, since the directory cannot name the commune. */
function homeOf(directory: Directory, { communeCode, communeName, provinceName, detail }: ResidenceFields): Answer {
  const isOurs = directory.findUnitByCode(communeCode) !== undefined
  return { commune: communeCode, detail: isOurs ? detail : [detail, communeName, provinceName].join(', ') }
}

/** A place written as "Xã Nhã Nam, Bắc Ninh": its commune where the directory has one of this name, else the words as they stand. */
function placeNamed(directory: Directory, written: string | undefined, today: string): Answer | undefined {
  if (written === undefined) return undefined
  const [commune = '', province = ''] = written.split(',')
  const ours = directory.province().names.map((one) => fold(one.shortName))
  const here = ours.some((name) => name.endsWith(fold(province)))
  const unit = here ? directory.communes().find((one) => bears(one, commune, today)) : undefined
  return unit === undefined ? { detail: written } : { commune: unit.code }
}

function bears(unit: Unit, name: string, today: string): boolean {
  return unit.names.some((one) => fold(one.shortName) === fold(name) && one.validFrom <= today)
}
