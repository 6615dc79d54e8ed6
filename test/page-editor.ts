import { announcements, beginCopy, nationalStanding, noteDecision, noteText, setOverlay } from '#modules/editing'
import { compare, importList, readEntry } from '#modules/national'
import type { NoPage, Visit } from './page-table.ts'
import type { PageWorld } from './page-world.ts'
import { publishedRow } from './policy/national.ts'

const base = '/quan-tri/thu-tuc'
const officer = (w: PageWorld) => w.province.procedureOfficer

/** A draft of the next revision of birth registration; one for all looks at a world. */
async function draftOf(w: PageWorld): Promise<string> {
  const begun = await beginCopy(w.as(officer(w)), '1.001193')
  if (!begun.ok) throw new Error(JSON.stringify(begun))
  return `${base}/soan/${begun.id}`
}

const part = (place: string, called: string): Visit => ({ as: officer, path: async (w) => `${await draftOf(w)}/phan/${place}`, called })
const look = (path: string): readonly Visit[] => [{ as: officer, path: async (w) => `${await draftOf(w)}${path}` }]

const row = '2.000635'

/** A national row that the ministry has just changed, with a rule of the province over it. */
async function rowOf(w: PageWorld): Promise<string> {
  const ctx = w.as(officer(w))
  if ((await nationalStanding(ctx, row)) === undefined) {
    for (const changes of [{}, { name: 'Cấp bản sao trích lục hộ tịch (mới)', decision: '9/QĐ-BTP' }]) {
      const compared = await compare(ctx, 'editor', [readEntry(publishedRow(row, changes), 1)])
      await importList(ctx, compared, { name: 'mau.json', sha256: new Uint8Array(32) })
    }
    await setOverlay(ctx, row, 'levels', { level: 'full', basis: '07/2026/NQ-HĐND', validFrom: '2026-07-01' })
  }
  return `${base}/rieng/${row}`
}

/** Two texts: one that is late, one in time. */
async function announced(w: PageWorld): Promise<string> {
  const ctx = w.as(officer(w))
  if ((await announcements(ctx)).length === 0) {
    await noteText(ctx, { level: 'province', legalText: 'Quyết định 11/2026/QĐ-UBND', effectiveOn: '2026-11-23', codes: [row] })
    const noted = await noteText(ctx, {
      level: 'province',
      legalText: 'Quyết định 12/2026/QĐ-UBND',
      effectiveOn: '2026-12-15',
      codes: [row],
    })
    if (noted.ok) await noteDecision(ctx, noted.id, { number: '5/QĐ-UBND', on: '2026-11-19' })
  }
  return `${base}/cong-bo-cong-khai`
}

/** The pages on which procedures are written. */
export const editorPages: Readonly<Record<string, readonly Visit[] | NoPage>> = {
  [base]: [
    { as: officer, path: base },
    { as: officer, path: `${base}?q=xyzxyz`, called: 'nothing' },
  ],
  [`${base}/tro-giup`]: [{ as: officer, path: `${base}/tro-giup` }],
  [`${base}/moi`]: [{ as: officer, path: `${base}/moi` }],
  [`${base}/nhap`]: [{ as: officer, path: `${base}/nhap` }],
  [`${base}/ma/:code`]: [{ as: officer, path: `${base}/ma/1.001193` }],
  [`${base}/ma/:code/xuat`]: { noPage: 'a file to be carried away' },
  [`${base}/soan/:id`]: look(''),
  [`${base}/soan/:id/phan/:place`]: [
    part('loi-van', 'texts'),
    part('thoi-han', 'deadlines'),
    part('fields.childSex', 'question'),
    part('cases.0', 'case'),
    part('steps.verify.may.propose', 'way'),
    part('results.0.template', 'paper'),
    part('fields.%2B', 'new-question'),
  ],
  [`${base}/soan/:id/kiem-tra`]: look('/kiem-tra'),
  [`${base}/soan/:id/xem`]: look('/xem?trang=tre'),
  [`${base}/soan/:id/thu`]: look('/thu'),
  [`${base}/soan/:id/khac`]: look('/khac'),
  [`${base}/soan/:id/lich-su`]: look('/lich-su'),
  [`${base}/soan/:id/xuat`]: { noPage: 'a file to be carried away' },
  [`${base}/soan/:id/cong-bo`]: look('/cong-bo'),
  [`${base}/rieng/:code`]: [{ as: officer, path: (w) => rowOf(w) }],
  [`${base}/rieng/:code/them`]: [{ as: officer, path: async (w) => `${await rowOf(w)}/them?phan=fees` }],
  [`${base}/cong-bo-cong-khai`]: [{ as: officer, path: announced, called: 'listed' }],
}
