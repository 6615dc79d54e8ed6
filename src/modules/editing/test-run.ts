import {
  type Answer,
  type Answers,
  type Asked,
  type Case,
  casesOf,
  componentsFor,
  type FeesDue,
  feesFor,
  fillIn,
  lookUpsFor,
  nextStep,
  type PaperNeeded,
  type Procedure,
  type Provenance,
  pagesFor,
  type Step,
  settle,
  type Words,
  words,
} from '#modules/procedures'

/** An invented citizen with what the databases would tell; nobody of this name lives. */
export type SamplePerson = {
  readonly id: string
  readonly name: Words
  readonly items: Readonly<Record<string, Readonly<Record<string, Answer>>>>
}

const person = (
  id: string,
  name: Words,
  fullName: string,
  citizenId: string,
  bornOn: string,
  population: Readonly<Record<string, Answer>>,
): SamplePerson => ({
  id,
  name,
  items: { vneid: { fullName, citizenId, bornOn, phone: '0900990001' }, population },
})

const home: Answer = { commune: '09187', detail: 'Số 2, phố Mẫu' }

export const samplePeople: readonly SamplePerson[] = [
  person('du', words('Người có đủ dữ liệu', 'Somebody about whom everything is known'), 'Nguyễn Thị Mẫu', '024190000001', '1990-03-08', {
    ethnicity: '01',
    nationality: 'VN',
    residence: home,
    hometown: { commune: '09187' },
    dead: false,
  }),
  person(
    'thieu',
    words('Người mà cơ sở dữ liệu chưa có', 'Somebody whom the database does not know'),
    'Trần Văn Thử',
    '024085000002',
    '1985-10-20',
    {},
  ),
]

export type Run = {
  readonly answers: Answers
  readonly known: Provenance
  readonly pages: readonly Asked[]
  readonly cases: readonly Case[]
  readonly papers: readonly PaperNeeded[]
  readonly fees: FeesDue
  /** The steps that the dossier passes when nothing comes in between. */
  readonly way: readonly { readonly name: string; readonly step: Step }[]
}

/**
 * Walks a form with a sample person: looks up what the databases would tell, asks the rest, and follows the dossier to its end. Nothing is stored,
 * nobody is asked.
 */
export function testRun(procedure: Procedure, who: SamplePerson, chosen: Answers, now: string): Run {
  let so: { answers: Answers; known: Provenance } = { answers: { channel: 'online', ...chosen }, known: {} }
  for (let round = 0; round < 6; round += 1) {
    const before = Object.keys(so.known).length
    for (const lookUp of lookUpsFor(procedure, so.answers, { now, known: so.known }))
      so = fillIn(so.answers, so.known, { lookUp, at: now, items: who.items[lookUp.from] ?? {} })
    if (Object.keys(so.known).length === before) break
  }
  const answers = settle(procedure, so.answers, now)
  return {
    answers,
    known: so.known,
    pages: pagesFor(procedure, answers, { now, known: so.known }),
    cases: casesOf(procedure, answers, now),
    papers: componentsFor(procedure, answers, { now, known: so.known }),
    fees: feesFor(procedure, answers, now),
    way: wayOf(procedure, answers),
  }
}

const ahead = [
  'receive',
  'propose',
  'approve',
  'confirmDraft',
  'chooseTime',
  'recordAppearance',
  'enter',
  'allot',
  'record',
  'sign',
  'seal',
  'deliver',
] as const

function wayOf(procedure: Procedure, answers: Answers): Run['way'] {
  const way: { name: string; step: Step }[] = []
  for (let at: string | undefined = procedure.begins; at !== undefined; ) {
    const [name, step]: [string, Step | undefined] = [at, procedure.steps[at]]
    if (step === undefined || way.some((one) => one.name === name)) break
    way.push({ name, step })
    const next = ahead.map((act) => nextStep(procedure, name, act, answers)).find((one) => one !== undefined)
    at = next !== undefined && 'step' in next ? next.step : undefined
  }
  return way
}
