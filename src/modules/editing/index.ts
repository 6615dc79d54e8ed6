export { type Announcement, type AnnouncementLevel, announcements, noteDecision, noteOpening, noteText } from './announce.ts'
export { type Begun, beginCopy, beginImport, beginNew } from './begin.ts'
export { type Change, type Decided, decide, type Saved, saveParts } from './change.ts'
export { type Fault, faultsIn, isName, spanUnits } from './check.ts'
export { type Choice, choiceFrom, type Literal } from './condition.ts'
export { type Data, type Entries, isEntries, isList, isSame, moved, type Place, partAt, placeFrom, placeText, withPart } from './data.ts'
export { conditionText, type Difference, differences, differencesBetween, said, saidIn, unitNames } from './differences.ts'
export { exportText, largestImport, readExport } from './exchange.ts'
export { literalText, readParts, readShape, type Sent, spareRows } from './form.ts'
export { type HousePaper, housePapers, printsFor, wantedBy } from './house-papers.ts'
export { language, lists, type Section, sections } from './language/index.ts'
export { isOverlayPart, type OverlayPart, overlayParts } from './language/overlay.ts'
export { type Finding, faultText, lint, mayBeSubmitted, procedureFrom } from './lint.ts'
export { answersOf, asWords, entryNames, kindOf, namesFor, partNames, pathInWords, titleOfItem } from './naming.ts'
export { answerUpdate, type NationalStanding, nationalStanding, type PartAnswer, rowTakenOver } from './national-update.ts'
export type { Beginning } from './new-body.ts'
export { endOverlay, type OverlayEntry, overlayEntries, overlayOf, setOverlay } from './overlay.ts'
export { relationTo } from './policy.ts'
export { forDossiers, forDrafts, type Impact, impactOf, type PublishedDraft, publishDraft, type Release } from './publish.ts'
export { importReplacements, type ListedReplacement, readReplacements, replacementsFor } from './replacements.ts'
export { type Choices, type Items, isInline, type Part, type Parts, partsOf, type Shape } from './shape.ts'
export { partNamed, shapeAt } from './shape-at.ts'
export {
  type DraftState,
  type Entry,
  getRevisionDraft,
  historyOf,
  type ListedProcedure,
  listedProcedures,
  openDraftOf,
  publishedBody,
  type RevisionDraft,
} from './store.ts'
export { type Run, type SamplePerson, samplePeople, testRun } from './test-run.ts'
