// The national catalogue: what it says, what is dirty in it, and where each procedure is dealt with.
export {
  bringFile,
  columnsOfFile,
  confirmFile,
  getListFile,
  type ListFileRow,
  type Looked,
  lookAtFile,
  mapColumns,
  sourceOf,
} from './bring-file.ts'
export { type Comparison, type Counts, compare, type Entry, isSuspicious, mostRows, type Refused } from './compare.ts'
export { type CatalogueCounts, catalogueCounts } from './counts.ts'
export { type Decision, type DecisionProblem, decideRoute, decisionProblems } from './decide-route.ts'
export { type Difference, type Doubt, differencesBetween, feeLines, linesOf, termLine } from './difference.ts'
export { type Flag, flags, flagsOf, flagWeights, isFlag } from './flag.ts'
export { type Imported, importList, importRows, type ListFile } from './import-rows.ts'
export { type Found, fieldsOfCatalogue, type Line, listCatalogue, type Wanted } from './list.ts'
export { type ListFault, ListProblem } from './list-problem.ts'
export { type OverlayOf, type PutIntoService, putAllIntoService, putIntoService } from './publish.ts'
export {
  type ColumnMap,
  type ColumnName,
  columnNames,
  guessedMap,
  missingColumns,
  neededColumns,
  readColumnMap,
} from './reading/column-map.ts'
export { headOfList, kindOfList, type ListKind, readList } from './reading/read-list.ts'
export {
  choicesOf,
  nationalPortal,
  type OtherSystem,
  type Routing,
  type RoutingChoice,
  type RoutingRule,
  routedHere,
  routingOf,
  rulesOn,
  type Target,
  targets,
} from './routing.ts'
export { type Part, parts, type Read, readEntry, type Said } from './said.ts'
export { shippedRules } from './shipped-rules.ts'
export { findRows, importsOf, nationalRow, type PastImport, type StoredRow, type Version, versionsOf } from './store.ts'
export { doubtWords, flagMeanings, flagNames, partWords, sayFault, targetWords } from './words.ts'
