import type { NationalComponent, NationalRow } from '../national-row.ts'
import type { Overlay, OverlayComponent } from './overlay.ts'
import { type Papers, papersOf } from './papers.ts'
import type { Replacement } from './replacement.ts'
import { plain } from './told.ts'

/** The cases as the province set them: they stand in place of the row's papers and are read like these. */
export function provincialPapers(row: NationalRow, { cases }: Overlay, replacements: readonly Replacement[]): Papers {
  const isOne = cases.length === 1
  const components = cases.flatMap((one) => one.components.map((paper) => lineOf(paper, isOne ? '--' : caseName(one.name.vi))))
  return papersOf({ ...row, components }, replacements)
}

/** A group is read as a case by its first words. */
function caseName(name: string): string {
  return /^(truong hop|doi voi) /.test(plain(name)) ? name : `Trường hợp ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`
}

function lineOf({ name, form, originals, copies, handling }: OverlayComponent, group: string): NationalComponent {
  const shown = handling === 'show' && group === '--'
  return { group: shown ? 'Giấy tờ phải xuất trình' : group, name: name.vi, ...(form ? { form } : {}), original: originals, copy: copies }
}
