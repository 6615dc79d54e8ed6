import { beginCopy, decide, exportText, getRevisionDraft, publishedBody, saveParts } from '#modules/editing'
import type { Id } from '#platform/id'
import { type Knocks, plain } from './request.ts'
import type { PolicyWorld } from './world.ts'

const base = '/quan-tri/thu-tuc'
const code = '1.001193'

/** The draft of birth registration: the open one where there is one, else a new one with a word changed. */
async function draft(w: PolicyWorld): Promise<{ id: string }> {
  const officer = w.as(w.province.procedureOfficer)
  const begun = await beginCopy(officer, code)
  if (!begun.ok) throw new Error(JSON.stringify(begun))
  await saveParts(officer, begun.id, { version: 1, changes: [{ place: ['alsoCalled'], part: ['khai sinh', String(w.now)] }] })
  return { id: begun.id }
}

/** A draft that a second officer approved. */
async function approved(w: PolicyWorld): Promise<{ id: string }> {
  const { id } = await draft(w)
  const { version } = await getRevisionDraft(w.as(w.province.procedureOfficer), id as Id)
  await decide(w.as(w.province.procedureOfficer), id as Id, 'submit', { version })
  await decide(w.as(w.somebody('thutuc2.tinh')), id as Id, 'approve', { version })
  return { id }
}

const look = (path: string) => ({
  subject: draft,
  send: ({ subject: { id } }: { subject: Readonly<Record<string, string>> }) => ({ path: `${base}/soan/${id}${path}` }),
})

/** How the editor of procedures is knocked at. */
export const editorKnocks: Knocks = {
  [`POST ${base}/moi`]: {
    send: ({ at }) => ({
      path: `${base}/moi`,
      form: { code: `9.0001${String(at).padStart(2, '0')}`, vi: 'Việc thử', en: 'A trial', area: 'Thử', basis: '1/QĐ-UBND' },
    }),
  },
  [`POST ${base}/nhap`]: {
    send: async ({ w, at }) => {
      const found = await publishedBody(w.as(w.province.procedureOfficer), code)
      const text = exportText(found?.body ?? {}).replace(`"code": "${code}"`, `"code": "9.0002${String(at).padStart(2, '0')}"`)
      return { path: `${base}/nhap`, form: { file: text } }
    },
  },
  [`GET ${base}/ma/:code`]: plain(`${base}/ma/${code}`),
  [`GET ${base}/ma/:code/xuat`]: plain(`${base}/ma/${code}/xuat`),
  [`POST ${base}/ma/:code/soan`]: { stays: true, send: () => ({ path: `${base}/ma/${code}/soan`, form: {} }) },
  [`GET ${base}/soan/:id`]: look(''),
  [`GET ${base}/soan/:id/kiem-tra`]: look('/kiem-tra'),
  [`GET ${base}/soan/:id/xem`]: look('/xem'),
  [`GET ${base}/soan/:id/thu`]: look('/thu'),
  [`GET ${base}/soan/:id/khac`]: look('/khac'),
  [`GET ${base}/soan/:id/lich-su`]: look('/lich-su'),
  [`GET ${base}/soan/:id/xuat`]: look('/xuat'),
  [`GET ${base}/soan/:id/cong-bo`]: look('/cong-bo'),
  [`GET ${base}/soan/:id/phan/:place`]: look('/phan/steps.verify'),
  [`POST ${base}/soan/:id/phan/:place`]: {
    subject: async (w) => {
      const { id } = await draft(w)
      const { version } = await getRevisionDraft(w.as(w.province.procedureOfficer), id as Id)
      return { id, version: String(version) }
    },
    send: ({ subject: { id, version = '' } }) => ({ path: `${base}/soan/${id}/phan/pages.11`, form: { _ban: version, _lam: 'len' } }),
  },
  [`POST ${base}/soan/:id/viec`]: {
    subject: async (w) => {
      const { id } = await draft(w)
      const { version } = await getRevisionDraft(w.as(w.province.procedureOfficer), id as Id)
      return { id, version: String(version) }
    },
    send: ({ subject: { id, version = '' } }) => ({
      path: `${base}/soan/${id}/viec`,
      form: { _ban: version, _lam: 'drop', note: 'Thử xong' },
    }),
  },
  [`POST ${base}/soan/:id/cong-bo`]: {
    subject: approved,
    send: ({ subject: { id } }) => ({
      path: `${base}/soan/${id}/cong-bo`,
      form: { 'inForceFrom-day': '1', 'inForceFrom-month': '12', 'inForceFrom-year': '2026', dossiers: 'pin', drafts: 'pin' },
    }),
  },
}
