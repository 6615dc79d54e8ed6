import { choice, text } from '../ask.ts'
import type { Component } from '../component.ts'
import type { Field } from '../field.ts'
import type { NationalRow } from '../national-row.ts'
import type { Case, Page, Procedure } from '../procedure.ts'
import { type Words, words } from '../words.ts'
import { resultsOf } from './answer-paper.ts'
import { applicantFields, applicantPage, lastPages, receivingFields, requestFields, requestPage } from './applicant.ts'
import { defectsFor } from './defects.ts'
import { bare, type Group } from './groups.ts'
import { noOverlay, type Overlay, overlayOn } from './overlay.ts'
import { type Papers, papersOf } from './papers.ts'
import { provincialPapers } from './provincial-papers.ts'
import type { Replacement } from './replacement.ts'
import { anyConsultation, stepsFor } from './steps.ts'
import { deadlineOf, feesOf } from './term.ts'
import { asPublished, beginning } from './told.ts'

/** What an officer should know or do about a derived procedure. `stops`: until it is done, nobody can file. */
export type Gap = {
  readonly id: 'components' | 'results' | 'listed' | 'deadline' | 'fee' | 'groups'
  readonly stops: boolean
  readonly says: Words
}

export type Derived = { readonly procedure: Procedure; readonly gaps: readonly Gap[] }

export type Deriving = {
  readonly revision: number
  /** The day from which it is in force, on which the overlay is read. */
  readonly inForceFrom: string
  /** Papers that data replaces; those of the row where nothing is given. */
  readonly replacements?: readonly Replacement[]
}

/**
 * A whole procedure out of a row of the national catalogue and what the province set over it: form, papers, steps, results, as data of the
 * very type in which procedures are written by hand. What the row leaves open is not guessed: it is asked of the clerk or named as a gap.
 */
export function fromNational(row: NationalRow, overlay: Overlay = noOverlay, { revision, inForceFrom, replacements }: Deriving): Derived {
  const set = overlayOn(overlay, inForceFrom)
  const given = replacements ?? row.replacedByData
  const papers = set.cases.length > 0 ? provincialPapers(row, set, given) : papersOf(row, given)
  const deadline = deadlineOf(row, set)
  const fees = feesOf(row, set)
  const procedure: Procedure = {
    ...told(row, set),
    revision,
    inForceFrom,
    derived: true,
    minutesToFill: minutesFor(papers.components),
    resolvedWithin: deadline.value,
    ...timesOfCases(set, papers.groups),
    ...levelsOf(set, papers.groups),
    ...placesOf(set),
    supplement: {
      noticeWithin: { online: { unit: 'workingHours', amount: 8 }, counter: { unit: 'workingDays', amount: 1 } },
      withoutLeader: 1,
      basis: 'Nghị quyết 66.7/2025/NQ-CP, Điều 8',
    },
    competence: { residences: [], basis: row.decision },
    fees: fees.value,
    ...formOf(papers, set),
    cases: casesOf(papers.groups, row.decision),
    components: papers.components,
    rules: [],
    defects: defectsFor(papers.components, row.decision),
    begins: 'receive',
    steps: stepsFor(deadline.value),
    consultations: [anyConsultation],
    unverified: [divisionOfTime, ...[deadline.gap, fees.gap].flatMap((gap) => gap ?? [])],
  }
  return { procedure, gaps: gapsOf(row, papers, procedure, { deadline: deadline.gap, fee: fees.gap }) }
}

const textIn = ({ texts }: Overlay, of: Overlay['texts'][number]['of']): Words | undefined => texts.find((one) => one.of === of)?.text

/** What it is called, whom it concerns and what comes of it: in the province's words where it has some. */
function told(row: NationalRow, set: Overlay) {
  const results = resultsOf(row, set)
  const who = textIn(set, 'who')
  return {
    code: row.code,
    name: textIn(set, 'name') ?? asPublished(withoutKind(row.name)),
    purpose: textIn(set, 'purpose') ?? purposeOf(results),
    area: row.field,
    basis: row.decision,
    legal: row.legal,
    who: who ? [who] : row.subjects.map(asPublished),
    alsoCalled: [],
    results,
  }
}

/** Who files, in which situation, what is asked for, the papers, how the result is received. */
function formOf(papers: Papers, set: Overlay) {
  const { fields, pages } = situationFields(papers.groups)
  const intro = textIn(set, 'intro')
  const notes = [...set.texts.flatMap(({ of, text: told }) => (of === 'note' ? [{ text: told }] : [])), ...papers.notes]
  const request = { ...requestPage, ...(intro ? { intro } : {}), ...(notes.length > 0 ? { notes } : {}) }
  const situation = fields.case ? ['case'] : []
  return {
    fields: { ...applicantFields, ...fields, ...requestFields, ...papers.fields, ...receivingFields },
    pages: [applicantPage, ...pages, request, ...papers.pages, ...lastPages],
    about: 'applicantName',
    worklist: ['applicantName', ...situation],
    statistics: ['channel', 'receiveBy', ...situation],
  }
}

const divisionOfTime = words(
  'Thời gian mỗi bước và thời hạn hỏi đơn vị khác là cách chia việc của cơ quan, không phải quy định',
  'The time for each step and for asking other units is the office’s own division',
)

/** "Thủ tục đăng ký khai tử" is called "Đăng ký khai tử": that it is a procedure is plain. */
function withoutKind(name: string): string {
  const rest = name.trim().replace(/^thủ tục\s+/iu, '')
  return rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1)
}

function purposeOf(results: Procedure['results']): Words {
  const [first, ...others] = results
  if (!first) return words('Kết quả chưa được công bố', 'The result is not published yet')
  const what = beginning(first.name.vi, 160)
  if (others.length === 0) return words(`Kết quả: ${what}`, `Result: ${what}`)
  return words(
    `Kết quả: ${what}; hoặc một trong ${others.length} giấy tờ khác, tùy hồ sơ`,
    `Result: ${what}; or one of ${others.length} other papers, as the case requires`,
  )
}

/** The case that a rule of the province names, by the province's own id or by that of the row's. */
function caseNamed({ cases }: Overlay, groups: readonly Group[], named: string): string | undefined {
  const place = cases.findIndex(({ id }) => id === named)
  return place < 0 ? groups.find(({ id }) => id === named)?.id : groups.filter(({ kind }) => kind === 'case')[place]?.id
}

/** Whether it is done wholly online, for all cases or for those named; what names no case that there is falls away. */
function levelsOf(set: Overlay, groups: readonly Group[]): Pick<Procedure, 'levels'> {
  const levels = set.levels.flatMap(({ case: named, level, basis, unverified }) => {
    const id = named === undefined ? undefined : caseNamed(set, groups, named)
    if (named !== undefined && id === undefined) return []
    return [{ level, ...(id === undefined ? {} : { when: { case: id } }), basis, ...(unverified ? { unverified } : {}) }]
  })
  return levels.length === 0 ? {} : { levels }
}

function placesOf({ places }: Overlay): Pick<Procedure, 'places'> {
  if (places.length === 0) return {}
  return { places: places.map(({ unit, name, basis, unverified }) => ({ unit, name, basis, ...(unverified ? { unverified } : {}) })) }
}

/** Times that the province set for single cases. */
function timesOfCases(set: Overlay, groups: readonly Group[]): Pick<Procedure, 'otherTimes'> {
  const { times } = set
  const own = times.flatMap(({ case: named, within, basis, unverified }) => {
    const id = named === undefined ? undefined : caseNamed(set, groups, named)
    return id === undefined ? [] : [{ when: { case: id }, within: { ...within, basis, ...(unverified ? { unverified } : {}) } }]
  })
  return own.length === 0 ? {} : { otherTimes: own }
}

/** Three minutes for the answers and two for each paper that is sent, between five and an hour. */
function minutesFor(components: readonly Component[]): number {
  return Math.min(60, Math.max(5, 3 + 2 * components.filter(({ field, when }) => field && !when).length))
}

/** The question for the situation, where the row has situations; one that nobody foresaw is told in words. */
function situationFields(groups: readonly Group[]): { fields: Readonly<Record<string, Field>>; pages: Page[] } {
  const listed = groups.filter(({ kind }) => kind === 'case')
  const fields: Record<string, Field> = {}
  if (groups.some(({ kind }) => kind === 'proxy')) {
    fields.filedBy = choice(words('Bạn nộp cho ai?', 'For whom do you file?'), {
      self: words('Cho chính tôi hoặc tổ chức tôi đại diện', 'For myself or an organisation I represent'),
      proxy: words('Cho người khác, theo ủy quyền', 'For somebody else, with authority'),
    })
  }
  if (listed.length > 0) {
    const options = Object.fromEntries(listed.map(({ id, name }): [string, Words] => [id, asPublished(bare(name))]))
    fields.case = choice(words('Bạn thuộc trường hợp nào?', 'Which case is yours?'), {
      ...options,
      other: {
        ...words('Không thuộc trường hợp nào ở trên', 'None of these'),
        hint: words('Cán bộ xem và cho biết cần giấy tờ gì', 'An official looks at it and tells which papers are needed'),
      },
    })
    fields.otherCase = {
      ...text(words('Nêu trường hợp của bạn', 'Tell what your case is'), { most: 1000, lines: 3 }),
      when: { case: 'other' },
    }
  }
  const asks = ['filedBy', 'case', 'otherCase'].filter((name) => fields[name])
  return { fields, pages: asks.length === 0 ? [] : [{ id: 'truong-hop', title: words('Trường hợp của bạn', 'Your case'), asks }] }
}

function casesOf(groups: readonly Group[], basis: string): Case[] {
  const listed = groups
    .filter(({ kind }) => kind === 'case')
    .map((one): Case => ({ id: one.id, name: asPublished(bare(one.name)), when: { case: one.id }, basis }))
  const proxy: Case[] = groups.some(({ kind }) => kind === 'proxy')
    ? [{ id: 'proxy', name: words('Nộp theo ủy quyền', 'Filed with authority'), when: { filedBy: 'proxy' }, basis }]
    : []
  return [...listed, ...proxy]
}

const gap = (id: Gap['id'], stops: boolean, vi: string, en: string): Gap => ({ id, stops, says: words(vi, en) })

function gapsOf(
  row: NationalRow,
  { groups }: Papers,
  { components, results }: Procedure,
  told: { deadline: Words | undefined; fee: Words | undefined },
): Gap[] {
  return [
    ...(!row.listed && components.length === 0
      ? [
          gap(
            'listed',
            true,
            'Mới có số lượng giấy tờ, chưa có danh sách: nhập thành phần hồ sơ',
            'Only the number of papers is known: enter the list',
          ),
        ]
      : components.length === 0
        ? [
            gap(
              'components',
              true,
              'Danh mục quốc gia không ghi thành phần hồ sơ: nhập giấy tờ cần nộp',
              'The national catalogue lists no papers: enter them',
            ),
          ]
        : []),
    ...(results.length === 0
      ? [
          gap(
            'results',
            true,
            'Danh mục quốc gia không ghi kết quả: nhập tên giấy tờ trả cho người nộp',
            'The national catalogue names no result: enter it',
          ),
        ]
      : []),
    ...(told.deadline ? [{ id: 'deadline', stops: false, says: told.deadline } as const] : []),
    ...(told.fee ? [{ id: 'fee', stops: false, says: told.fee } as const] : []),
    ...unclearGaps(groups),
  ]
}

function unclearGaps(groups: readonly Group[]): Gap[] {
  const unclear = groups.filter(({ kind }) => kind === 'unclear').map(({ name }) => bare(name))
  return unclear.map((name) =>
    gap(
      'groups',
      false,
      `Chưa rõ «${name}» là một trường hợp hay phần chung của mọi hồ sơ; giấy tờ trong đó được hỏi mà không bắt buộc`,
      `It is not clear whether “${name}” is a case or a part of every dossier; its papers are asked for but not demanded`,
    ),
  )
}
