import {
  beginCopy,
  decide,
  exportText,
  getRevisionDraft,
  nationalStanding,
  noteDecision,
  noteText,
  publishedBody,
  saveParts,
  setOverlay,
} from '#modules/editing'
import { compare, importList, readEntry } from '#modules/national'
import type { Id } from '#platform/id'
import { publishedRow } from './national.ts'
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

const row = '2.000635'
const day = (name: string, date: string, month: string) => ({ [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: '2026' })
const ground = { basis: '7/NQ-HĐND', ...day('validFrom', '1', '7') }
let version = 0

/** A national row of which a part is different again and not answered. */
async function listed(w: PolicyWorld): Promise<Record<string, string>> {
  version += 1
  const ctx = w.as(w.province.procedureOfficer)
  for (const decision of ['1/QĐ-BTP', `${version + 1}/QĐ-BTP`]) {
    const compared = await compare(ctx, 'editor', [readEntry(publishedRow(row, { decision }), 1)])
    await importList(ctx, compared, { name: 'thu.json', sha256: new Uint8Array(32) })
  }
  return {}
}

async function text(w: PolicyWorld): Promise<{ id: string }> {
  const noted = await noteText(w.as(w.province.procedureOfficer), {
    level: 'province',
    legalText: '1/QĐ',
    effectiveOn: '2026-12-15',
    codes: [row],
  })
  if (!noted.ok) throw new Error('the text was refused')
  return { id: noted.id }
}

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
  [`GET ${base}/rieng/:code`]: { subject: listed, send: () => ({ path: `${base}/rieng/${row}` }) },
  [`GET ${base}/rieng/:code/them`]: { send: () => ({ path: `${base}/rieng/${row}/them`, query: { phan: 'levels' } }) },
  [`POST ${base}/rieng/:code/them`]: {
    send: () => ({ path: `${base}/rieng/${row}/them`, form: { _phan: 'levels', level: 'full', ...ground } }),
  },
  [`POST ${base}/rieng/:code/bo/:entry`]: {
    subject: async (w) => {
      const set = await setOverlay(w.as(w.province.procedureOfficer), row, 'levels', {
        level: 'part',
        basis: '7/NQ-HĐND',
        validFrom: '2026-07-01',
      })
      return { entry: set.ok ? set.id : '' }
    },
    send: ({ subject: { entry } }) => ({ path: `${base}/rieng/${row}/bo/${entry}`, form: { reason: 'Thử xong' } }),
  },
  [`POST ${base}/rieng/:code/cap-nhat`]: {
    subject: listed,
    send: async ({ w }) => {
      const found = await nationalStanding(w.as(w.province.procedureOfficer), row)
      return { path: `${base}/rieng/${row}/cap-nhat`, form: { _ban: String(found?.version ?? 0), 'p-decision': 'accept' } }
    },
  },
  [`POST ${base}/cong-bo-cong-khai`]: {
    send: () => ({
      path: `${base}/cong-bo-cong-khai`,
      form: { legalText: '12/2026/QĐ-UBND', level: 'province', codes: row, ...day('effectiveOn', '15', '12') },
    }),
  },
  [`POST ${base}/cong-bo-cong-khai/:announcement/quyet-dinh`]: {
    subject: text,
    send: ({ subject: { id } }) => ({
      path: `${base}/cong-bo-cong-khai/${id}/quyet-dinh`,
      form: { number: '5/QĐ-UBND', ...day('decidedOn', '19', '11') },
    }),
  },
  [`POST ${base}/cong-bo-cong-khai/:announcement/cong-khai`]: {
    subject: async (w) => {
      const noted = await text(w)
      await noteDecision(w.as(w.province.procedureOfficer), noted.id as Id, { number: '5/QĐ-UBND', on: '2026-11-19' })
      return noted
    },
    send: ({ subject: { id } }) => ({ path: `${base}/cong-bo-cong-khai/${id}/cong-khai`, form: day('openedOn', '20', '11') }),
  },
}
