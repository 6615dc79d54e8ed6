import { type Channel, submit } from '#modules/dossiers'
import { type Answers, inForce } from '#modules/procedures'
import { type Person, personCalled } from '#sandbox'
import type { BirthWorld } from './birth.ts'
import type { Somebody } from './world.ts'

const home = ({ residence }: Person) => ({ commune: residence.commune.code, detail: residence.detail })

/** What the bride and the groom of the sample answer; both single, she in commune `a`, he in `b`. */
export function marriageAnswers(wife = personCalled('yen'), husband = personCalled('khoa')): Answers {
  return {
    relation: 'wife',
    applicantPhone: wife.phone,
    wifeId: wife.number,
    wifeName: wife.name,
    wifeBornOn: wife.bornOn,
    wifeEthnicity: '01',
    wifeNationality: 'VN',
    wifeResidenceKind: 'permanent',
    wifeResidence: home(wife),
    wifeStatus: 'never',
    wifeTimes: 1,
    husbandId: husband.number,
    husbandName: husband.name,
    husbandBornOn: husband.bornOn,
    husbandEthnicity: '01',
    husbandNationality: 'VN',
    husbandResidenceKind: 'permanent',
    husbandResidence: home(husband),
    husbandStatus: 'never',
    husbandTimes: 1,
    freeWill: true,
    truthful: true,
  }
}

/** What a divorced man of commune `a` answers who wants to sell a house. */
export function statusAnswers(of = personCalled('long')): Answers {
  return {
    relation: 'self',
    applicantPhone: of.phone,
    subjectId: of.number,
    subjectName: of.name,
    subjectBornOn: of.bornOn,
    subjectSex: of.sex,
    subjectEthnicity: '01',
    subjectNationality: 'VN',
    subjectResidenceKind: 'permanent',
    subjectResidence: home(of),
    subjectStatus: 'divorced',
    divorceNumber: '145/2023/QĐST-HNGĐ',
    divorceOn: '2023-06-12',
    divorceCourt: 'Tòa án nhân dân khu vực mẫu – Bắc Ninh',
    covers: 'now',
    purpose: 'other',
    purposeDetail: 'Làm thủ tục chuyển nhượng nhà đất',
    sheets: 1,
    issuedBefore: false,
    exemption: 'poorHousehold',
    receiveBy: 'online',
    truthful: true,
  }
}

type Filed = { who: Somebody; answers: Answers; code: '1.000894' | '1.004873'; channel?: Channel }

/** Files one of the two in commune `a`. */
export async function file(w: BirthWorld, { who, answers, code, channel = 'online' }: Filed) {
  const ctx = w.as(who)
  const procedure = await inForce(ctx, code, w.now.slice(0, 10))
  if (procedure === undefined) throw new Error(`${code} is not in force`)
  const { bornOn, number } = personCalled(who.key)
  return submit(ctx, {
    procedure,
    answers,
    provenance: {},
    channel,
    unit: w.units.a,
    receivingUnit: w.units.a,
    applicant: who.person,
    submitter: who.person,
    files: [],
    trackBy: { bornOn, number },
    words: [who.name],
  })
}

/** The bride files; the number of the dossier. */
export async function fileMarriage(w: BirthWorld, changes: Answers = {}, channel: Channel = 'online'): Promise<string> {
  const filed = await file(w, { who: w.somebody('yen'), answers: { ...marriageAnswers(), ...changes }, code: '1.000894', channel })
  if (!filed.ok) throw new Error(`the marriage was not filed: ${JSON.stringify(filed)}`)
  return filed.code
}

export async function fileStatus(w: BirthWorld, changes: Answers = {}, channel: Channel = 'online'): Promise<string> {
  const filed = await file(w, { who: w.somebody('long'), answers: { ...statusAnswers(), ...changes }, code: '1.004873', channel })
  if (!filed.ok) throw new Error(`the request was not filed: ${JSON.stringify(filed)}`)
  return filed.code
}
