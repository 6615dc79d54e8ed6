import { canonical, isDict, type Ref, refsIn } from '#platform/pdf'
import { reachable } from './changes.ts'
import { type Finding, finding, isRefusal } from './findings.ts'
import { pageOf, type Reading, type Step } from './step.ts'

/** Names every change that no rule accounted for. Nothing unexplained passes: where no name fits, it is hidden data. */
export function blame(step: Step, into: Reading): Finding[] {
  const left = [...step.changes.values()].filter(({ num }) => !into.explained.has(num))
  if (left.length === 0) return []
  const names = namesOf(step)
  const shown = reachable(step.after, [step.after.root, ...infoOf(step)])
  const findings = left.flatMap(({ num, before }): Finding[] => {
    if (before !== undefined) return [names.get(num)?.(num) ?? finding('hidden-data')]
    return shown.has(num) ? [] : [finding('hidden-data')]
  })
  const isNamed = [...findings, ...into.findings].some(isRefusal)
  return isNamed ? findings : [...findings, finding('hidden-data')]
}

const infoOf = ({ after }: Step): Ref[] => refsIn(after.trailer.entries.get('Info'))

type Naming = (num: number) => Finding

/** For every object of the signed revision the sentence that its change deserves; the first role counts. */
function namesOf(step: Step): Map<number, Naming> {
  const names = new Map<number, Naming>()
  const give = (nums: Iterable<number>, naming: Naming) => {
    for (const num of nums) if (!names.has(num)) names.set(num, naming)
  }
  const { before, who } = step
  give([before.root.num], () => finding('description-changed'))
  for (const field of step.fieldsBefore) give([field.ref.num], () => fieldFinding(step, field.ref.num))
  for (const [index, { ref, dict }] of step.pagesBefore.entries()) {
    const page = index + 1
    give([ref.num], () => finding('page-changed', { page, who }))
    const drawn = ['Contents', 'Resources', 'Group'].flatMap((key) => refsIn(dict.entries.get(key)))
    give(reachable(before, drawn), () => finding('page-changed', { page, who }))
  }
  for (const { dict, value } of step.fieldsBefore) {
    const page = pageOf(step.pagesBefore, dict.entries.get('P'))
    give(
      refsIn(value).map(({ num }) => num),
      () => finding('signature-replaced'),
    )
    give(reachable(before, refsIn(dict.entries.get('AP'))), () => finding('appearance-changed', { page }))
  }
  const isPage = (num: number) => step.pagesBefore.some(({ ref }) => ref.num === num)
  for (const [index, { dict }] of step.pagesBefore.entries()) {
    const annots = dict.entries.get('Annots')
    give(reachable(before, refsIn(annots), isPage), () => finding('annotation-added', { page: index + 1, who }))
  }
  const entry = (key: string) => refsIn(before.catalog.entries.get(key))
  give(reachable(before, entry('Pages'), isPage), () => finding('pages-changed'))
  give(
    entry('AcroForm').map(({ num }) => num),
    () => formFinding(step),
  )
  give(reachable(before, entry('AcroForm')), () => finding('field-changed', { field: 'AcroForm' }))
  give(reachable(before, entry('OCProperties')), () => finding('layers-changed'))
  give(reachable(before, [...entry('OpenAction'), ...entry('Names')]), () => finding('action-added'))
  give(reachable(before, entry('DSS')), () => finding('evidence-changed'))
  give(before.places.keys(), () => finding('description-changed'))
  return names
}

/** A field that was changed in another way than by being filled. */
function fieldFinding(step: Step, num: number): Finding {
  const before = step.fieldsBefore.find(({ ref }) => ref.num === num)
  const after = step.after.object(num)?.value
  const page = pageOf(step.pagesBefore, before?.dict.entries.get('P'))
  if (!before || !isDict(after)) return finding('appearance-changed', { page })
  if (before.type !== 'Sig') return finding('field-changed', { field: before.name })
  const changed = (key: string) => canonical(before.dict.entries.get(key)) !== canonical(after.entries.get(key))
  if (before.value !== undefined && changed('V'))
    return finding(after.entries.has('V') ? 'signature-replaced' : 'appearance-changed', after.entries.has('V') ? {} : { page })
  if (['Rect', 'AP', 'F', 'P', 'MK', 'Subtype'].some(changed)) return finding('appearance-changed', { page })
  return finding('field-changed', { field: before.name })
}

/** A form that lost a field, or gained something else than one. */
function formFinding(step: Step): Finding {
  const now = new Set(step.fieldsAfter.map(({ ref }) => ref.num))
  const lost = step.fieldsBefore.find(({ ref }) => !now.has(ref.num))
  if (lost) return finding('appearance-changed', { page: pageOf(step.pagesBefore, lost.dict.entries.get('P')) })
  const gained = step.fieldsAfter.find(({ ref }) => !step.fieldsBefore.some((one) => one.ref.num === ref.num))
  return finding('field-changed', { field: gained?.name ?? 'AcroForm' })
}
