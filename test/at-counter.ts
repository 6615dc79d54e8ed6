import { atCounter, beginAtCounter, type StandingHere, saveSheet, takeIn } from '#modules/dossiers'
import { storeWhole } from '#modules/papers'
import { inForce, type Procedure } from '#modules/procedures'
import type { Ctx } from '#platform/act'
import { newId, newRandomKey } from '#platform/id'
import { personCalled } from '#sandbox'
import { type BirthWorld, smallPdf } from './birth.ts'

/** Somebody of the cast as the card shows it. */
export function standing(key: string, changes: Partial<StandingHere> = {}): StandingHere {
  const { name, number, bornOn, sex, phone } = personCalled(key)
  return { name, number, details: { bornOn, sex, phone }, cardSeen: false, ...changes }
}

export async function getProcedure(ctx: Ctx, code: string): Promise<Procedure> {
  const found = await inForce(ctx, code, ctx.now.slice(0, 10))
  if (found === undefined) throw new Error(`${code} is not in force`)
  return found
}

/** What the clerk types while old Vũ Thị Cả tells of Lan's child, whose father is not named. */
export const grandchild: Readonly<Record<string, string>> = (() => {
  const lan = personCalled('lan')
  const [year = '', month = '', day = ''] = lan.bornOn.split('-')
  return {
    relation: 'grandparent',
    childName: 'Phạm Bảo Châu',
    'childBornOn-day': '12',
    'childBornOn-month': '11',
    'childBornOn-year': '2026',
    childSex: 'female',
    bornIn: 'facility',
    birthFacility: 'Trạm y tế mẫu',
    'birthPlace-commune': '09187',
    parents: 'motherOnly',
    surrogacy: 'no',
    motherId: lan.number,
    motherName: lan.name,
    'motherBornOn-day': day,
    'motherBornOn-month': month,
    'motherBornOn-year': year,
    motherEthnicity: '01',
    motherNationality: 'VN',
    motherDead: 'no',
    'motherResidence-commune': lan.residence.commune.code,
    'motherResidence-detail': lan.residence.detail,
    childEthnicity: '01',
    'hometown-commune': lan.residence.commune.code,
    proof: 'clinic',
    clinicNoteNumber: '00021.GCS.09187.26',
    receiveBy: 'counter',
    agreedByParents: 'yes',
    truthful: 'yes',
  }
})()

/** Cả at the counter of `who`, the sheet filled in and the note scanned; what it is taken in with. */
export async function sheetForCa(w: BirthWorld, who: Ctx, unit = w.units.a): Promise<string> {
  const ctx = await atCounter(who)
  const procedure = await getProcedure(ctx, '1.001193')
  const begun = await beginAtCounter(
    ctx,
    w.sources,
    { procedure, unit, present: { submitter: standing('ca') } },
    newId(Date.parse(ctx.now)),
  )
  if (!begun.ok) throw new Error(JSON.stringify(begun))
  const stored = await storeWhole(ctx, w.vault, { draft: begun.id, field: 'clinicNote', name: 'giay-chung-sinh.pdf', bytes: [smallPdf] })
  if (!stored.ok) throw new Error(stored.fault)
  const saved = await saveSheet(ctx, begun.id, { ...grandchild, applicantPhone: '0900990008' })
  if (saved.problems.length > 0) throw new Error(JSON.stringify(saved.problems))
  return begun.id
}

/** The same taken in. */
export async function takenInForCa(w: BirthWorld, who: Ctx, unit = w.units.a): Promise<{ code: string; id: string; trackKey: string }> {
  const taken = await takeIn(who, w.means, await sheetForCa(w, who, unit))
  if (!taken.ok) throw new Error(JSON.stringify(taken))
  return taken
}

/** A key of the form, as a page makes one. */
export const formKey = () => ({ value: newRandomKey(), bodyHash: new Uint8Array(32) })

/** A diploma of five pages, three copies, as the clerk types it. */
export const diploma: Readonly<Record<string, string>> = {
  applicantName: 'Trần Thị Bưởi',
  documentName: 'Bằng tốt nghiệp trung học phổ thông',
  documentNumber: 'B 0123456',
  source: 'paper',
  issuedBy: 'vietnam',
  pages: '5',
  copies: '3',
  copyForm: 'paper',
  copiedBy: 'office',
  returnTerm: 'day',
}
