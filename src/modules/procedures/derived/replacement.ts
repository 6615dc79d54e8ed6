import type { SourceName } from '../answers.ts'
import type { Substitute } from '../component.ts'
import { plain } from './told.ts'

/** A paper of a procedure that data of other systems replaces, as the resolution lists it. */
export type Replacement = { readonly paper: string; readonly databases: readonly string[]; readonly basis?: string }

const sources: Readonly<Record<string, SourceName>> = {
  'dan-cu': 'population',
  'ho-tich': 'civilStatus',
  'dat-dai': 'land',
  'doanh-nghiep': 'business',
  'ly-lich-tu-phap': 'judicialRecord',
  'dang-ky-xe': 'vehicle',
  'giay-phep-lai-xe': 'drivingLicence',
  'suc-khoe': 'health',
  'bao-hiem': 'insurance',
}

// The resolution ends on that day; from then on the paper is asked for again.
const rule = { basis: 'Nghị quyết 66.7/2025/NQ-CP', validFrom: '2026-01-01', validTo: '2027-02-28' } as const

/** The papers that one line names; a part in brackets explains and is no name. A paper that is replaced in part is still owed. */
function papersIn({ paper }: Replacement): string[] {
  if (/thay thế 1 phần|một phần/iu.test(paper)) return []
  return paper
    .replace(/\([^)]*\)?/g, ' ')
    .split(/[;,/]/)
    .map((one) =>
      plain(one)
        .replace(/^ban sao /, '')
        .replace(/ trong truong hop .*$/, ''),
    )
    .filter((one) => one.length >= 7)
}

/** What stands in for a paper of this name; none where no line of the resolution names it. */
export function substitutesFor(name: string, replacements: readonly Replacement[]): Substitute[] {
  const words = plain(name)
  const found = replacements.filter((one) => papersIn(one).some((paper) => isAbout(words, paper)))
  const names = [...new Set(found.flatMap(({ databases }) => databases.flatMap((one) => sources[one] ?? [])))]
  return names.map((from) => ({ from, item: itemOf(from, words), ...rule }))
}

// A paper is spoken of at the beginning of its line; further on it is only mentioned, as what a report is about.
const farthest = 60

function isAbout(words: string, paper: string): boolean {
  const at = words.indexOf(paper)
  if (at < 0 || /^(truong hop|bao cao|van ban|don|to khai) /.test(words)) return at === 0
  return at === 0 || (paper.length < 12 ? at <= farthest : /^(ban (sao|chinh|goc)|mot trong|giay to)/.test(words) && at <= farthest)
}

function itemOf(from: SourceName, words: string): string {
  if (from !== 'population') return from
  return /cu tru|thuong tru|tam tru/.test(words) && !/can cuoc|ho chieu/.test(words) ? 'residence' : 'identity'
}
