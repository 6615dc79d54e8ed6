import { beginCopy } from '#modules/editing'
import type { NoPage, Visit } from './page-table.ts'
import type { PageWorld } from './page-world.ts'

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
    part('fields', 'questions'),
    part('fields.childSex', 'question'),
    part('cases.0', 'case'),
    part('fees.2', 'fee'),
    part('steps.verify', 'step'),
    part('steps.verify.may.propose', 'way'),
    part('results.0.template', 'paper'),
    part('fields.%2B', 'new-question'),
    part('components.%2B', 'new-paper'),
  ],
  [`${base}/soan/:id/kiem-tra`]: look('/kiem-tra'),
  [`${base}/soan/:id/xem`]: look('/xem?trang=tre'),
  [`${base}/soan/:id/thu`]: look('/thu'),
  [`${base}/soan/:id/khac`]: look('/khac'),
  [`${base}/soan/:id/lich-su`]: look('/lich-su'),
  [`${base}/soan/:id/xuat`]: { noPage: 'a file to be carried away' },
  [`${base}/soan/:id/cong-bo`]: look('/cong-bo'),
}
