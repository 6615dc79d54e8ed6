import { personCalled } from '#sandbox'
import { askForCopies } from './extract.ts'
import type { PageWorld } from './page-world.ts'

const copies = new WeakMap<PageWorld, Map<boolean, Promise<string>>>()

/** A request for copies of Hồng's marriage entry, or of one that no register has; each made once a world. */
export function copyOf(w: PageWorld, exists: boolean): Promise<string> {
  const known = copies.get(w) ?? new Map<boolean, Promise<string>>()
  copies.set(w, known)
  const { name, bornOn } = personCalled('hong')
  const wanted = { kind: 'marriage', subjectName: exists ? name : 'Nguyễn Thị Không', subjectBornOn: bornOn }
  const code = known.get(exists) ?? askForCopies(w, wanted)
  known.set(exists, code)
  return code
}
