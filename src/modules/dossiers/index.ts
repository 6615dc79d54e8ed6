export { answerDraft } from './answer-draft.ts'
export {
  agreeTime,
  askOtherTime,
  type Came,
  chooseTime,
  offerTimes,
  openAppointment,
  recordAbsence,
  recordAppearance,
} from './appointments.ts'
export { askForMore, type DefectFound } from './ask-for-more.ts'
export { aboutOf, type Case, type Channel, type Filed, isClosed, type Status } from './case.ts'
export { type DossierProof, proofOfDossier } from './chain-proof.ts'
export { chooseEntry, chosenFrom, chosenQuestion, copiesEntry } from './choose-entry.ts'
export { type Answered, answerConsultation, consult, noteAnswer, openConsultation, type Question } from './consult.ts'
export {
  atCounter,
  type Begun,
  beginAgain,
  beginAtCounter,
  type Counter,
  caseAtCounter,
  counterOf,
  type Doubt,
  dropSheet,
  getSheet,
  nameOfParty,
  noteShown,
  ownSheets,
  type Present,
  type Sheet,
  type SheetSaved,
  type Standing as StandingHere,
  saveSheet,
  sendSheetTo,
  settledSheet,
  type TakenIn,
  takeIn,
  takenInFrom,
  takenInSince,
  usualAtCounter,
} from './counter/index.ts'
export { openDraft } from './draft-rebase.ts'
export {
  beginDraft,
  type Draft,
  dropDraft,
  getDraft,
  moveDraft,
  ownDrafts,
  pageToGoOn,
  type Saved,
  savePage,
  settled,
} from './drafts.ts'
export { allot, enter, resultOf } from './enter.ts'
export { type FeeState, feeStateFrom, feeStateOf, feesOf, type Payment, type PaymentKind, paymentsQuestion } from './fees.ts'
export { type DamagedFile, type FiledDraft, fileDraft, filedFrom } from './file-draft.ts'
export type { Brought } from './files.ts'
export { type EntryFound, findEntries, type Search, type WantedEntry, wantedOf } from './find-entries.ts'
export { apologise, approve, confirmDraft, correctDraft, deliver, sendBack, stop, withdraw } from './forward.ts'
export { freeTimes, isTaken } from './free-times.ts'
export { type Means, seal, sign } from './issue.ts'
export { type FormKind, isFormKind, issueForm } from './issue-form.ts'
export { type IssuedPaper, issuedUnderKey } from './issued-under-key.ts'
export { dossierTasks } from './jobs.ts'
export { disputeKnown, fillKnown, objectTo } from './known.ts'
export { type Mismatch, mismatchesOf, settleMismatch } from './mismatch.ts'
export type { Expected, Moved } from './move.ts'
export { communeNames, type Office, officeFrom, printedOffice, signerQuestion } from './office.ts'
export { may, type Relation, refuseUnlessMay, relationTo } from './policy.ts'
export { evidenceOf } from './proofs.ts'
export { asksResults, type Proposed, proposalQuestion, propose, resultsFrom, type ToIssue } from './propose.ts'
export { type Rated, rate, type Satisfaction } from './rate.ts'
export { changedParts, fitsInto, rebaseOpen, type Stays } from './rebase.ts'
export { prepareReceipt, receiptOf } from './receipt.ts'
export { type AskedAtReceipt, askedAtReceipt, receive, type ToldAtReceipt } from './receive.ts'
export { type Impact, impactOf, type Recomputed, recomputeDue } from './recompute.ts'
export { mayTakeMoney, type Noted, type Recorded, recordPayment } from './record-payment.ts'
export { type Grounds, refuse } from './refuse.ts'
export { draftPaper, preview, type ResultPaper, resultOfFile } from './result-paper.ts'
export type { Sources } from './sources.ts'
export { hoursTaken, type Round, roundsOf } from './store/appointments.ts'
export type { AskedSource, StoredDraft } from './store/drafts.ts'
export {
  type Access,
  type AskedElsewhere,
  type Event,
  type LookedUp,
  noteAccess,
  noteFileAccess,
  surroundingsOf,
  type UsedPaper,
} from './store/history.ts'
export { countMine, findCases, type Line, openInScope, ownCases, type Wanted, worklist } from './store/lists.ts'
export { getCase } from './store/load.ts'
export { type AskedHere, findQuestion, getQuestion } from './store/question.ts'
export { mostCounted, orderOfWork, type Tally, type Whose, type WorkPage, waitingWork, workPage } from './store/tally.ts'
export { getThread, type OpenedPart, ownThreads, type Thread, threadOf } from './store/threads.ts'
export { type Filing, type Submitted, submit, trackHash, trackNumberKey } from './submit.ts'
export { type Supplement, type Supplemented, supplement } from './supplement.ts'
export { type NewerRevision, newerRevision, takeRevision } from './take-revision.ts'
export { asCounted, dueOf, timeOf } from './term.ts'
export { termText } from './term-text.ts'
export { type Asked, type Tracked, trackByKey, trackByNumber } from './track.ts'
export { takeOver, transfer } from './transfer.ts'
export { type Difference, verifyDesks } from './verify-desks.ts'
export { type CheckMeans, type PaperSigner, type PaperVerdict, type Standing, verifyPaper } from './verify-paper.ts'
export { comparedWithPapers, type FromWallet, takeBackFile, takeFromWallet, takesFromWallet } from './wallet-paper.ts'
