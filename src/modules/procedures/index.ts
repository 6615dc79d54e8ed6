// The language: what a procedure file is written in.

// What it is made of.
export type { Answer, Answers, ListRow, Place, Provenance, SourceName } from './answers.ts'
export { isBlank, isBlankRow, isFiles, isPlace, isRows } from './answers.ts'
// What follows from it.
export { applies, settle } from './apply.ts'
export { type Appointment, appearanceIn } from './appointment.ts'
export {
  anyDate,
  bool,
  choice,
  citizenId,
  comparedWith,
  email,
  ethnicity,
  filedLate,
  fixed,
  fullName,
  given,
  int,
  list,
  money,
  nationality,
  onlyWhen,
  optional,
  pastDate,
  phone,
  place,
  prefilledFrom,
  text,
  undertaking,
  upload,
} from './ask.ts'
export { type CodeName, codeOfName, codesOf, nameOfCode } from './code-lists.ts'
export type { Component, Substitute } from './component.ts'
export { type Condition, holds } from './condition.ts'
export { type Deadline, days, months, sameDay, workingDays, workingHours } from './deadline.ts'
export { definitionProblems } from './definition-problems.ts'
export { aboutText, apiSchema, browserHints, type Column, type Hints, statisticsOf, titleOf, worklistColumns } from './derive.ts'
export { answerPaper } from './derived/answer-paper.ts'
export { type Derived, type Deriving, fromNational, type Gap } from './derived/from-national.ts'
export {
  type Ground,
  type Level,
  noOverlay,
  type Overlay,
  type OverlayCase,
  type OverlayComponent,
  type OverlayFee,
  type OverlayLevel,
  type OverlayPlace,
  type OverlayResult,
  type OverlayText,
  type OverlayTime,
  overlayFrom,
  overlayOn,
} from './derived/overlay.ts'
export { type Published, type Publishing, publishDerived } from './derived/publish.ts'
export type { Replacement } from './derived/replacement.ts'
export { beginning } from './derived/told.ts'
export { type Exemption, type Fee, type FeeChannel, type FeeTier, type FeeUnit, feeUnits } from './fee.ts'
export { feeRuleText, howText } from './fee-text.ts'
export { type FeeLine, type FeesDue, feesFor, isInForce } from './fees-due.ts'
export type { AnswersTo, Cell, CodeList, Field, Fields, ListField, Option } from './field.ts'
export { type Flaw, flawText } from './flaw.ts'
export { type Guide, type GuideOutcome, guideThrough } from './guide.ts'
export type { GuideChoices, GuideQuestion } from './guide-question.ts'
export { type Comparison, comparisons, type Finding, fillIn, forget, type LookUp, lookUpsFor } from './look-up.ts'
export {
  type NationalChannel,
  type NationalComponent,
  type NationalFee,
  type NationalLevel,
  type NationalRow,
  type NationalRowProblem,
  type NationalUnit,
  type NationalWay,
  nationalChannels,
  nationalLevels,
  nationalUnits,
} from './national-row.ts'
export { nextStep, type Whereto } from './next-step.ts'
export { boxesOf, normalise, type Raw, withPage } from './normalise.ts'
export { type Asked, type KnownAnswer, pageAfter, pagesFor, type Question } from './pages.ts'
export { paperLayout } from './paper-layout.ts'
export {
  casesOf,
  competentCommunes,
  componentsFor,
  type Evidence,
  type PaperNeeded,
  type Standing,
} from './papers-needed.ts'
export { fieldTaken, type Part, takenFrom } from './part.ts'
export { type Asking, problemsIn, warningsIn } from './problems.ts'
export type { Case, Competence, Defect, FilingChannel, FormOfOffice, Outcome, OwnForm, Page, Supplement } from './procedure.ts'
export { type Procedure, procedure } from './procedure.ts'
export { type ReadNationalRow, readNationalRow } from './read-national-row.ts'
export type { Numbering, Print, Result } from './result.ts'
export { addedToPapers, answer, asksContent, dossier, entry, office, register, signer } from './result.ts'
export { getResult, type PaperFacts, type PrintedAnswer, printedAnswers, printedData, resultData } from './result-data.ts'
export { checkYourAnswers, type Row, type Section } from './review.ts'
export { fingerprint, fromRow, type ProcedureRow, toRow, uncheckedFrom } from './row.ts'
export type { Problem, Rule } from './rule.ts'
export { sentenceOf } from './sentences.ts'
export { sheetFor, withSheet } from './sheet.ts'
export { business, health, land, ownMarriage, ownStatus, population, residence, sourceItems, statusOf, vneid, wallet } from './source.ts'
export { type Act, acts, type Consultation, type PlaceOfRest, places, type Role, type Route, roles, type Step } from './step.ts'
export { inForce, knownRevision, type Listed, listInForce, proposing, revisionOf } from './store.ts'
export { timeFor } from './time-for.ts'
export { type Naming, placeText, valueText } from './value-text.ts'
export { say, type Words, words } from './words.ts'
