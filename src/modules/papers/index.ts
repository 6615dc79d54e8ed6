export { type Finished, finishUpload, storeWhole } from './finish.ts'
export { type Kept, keepPaper, type MadePaper } from './keep.ts'
export { type FileFacts, factsOfFiles, openFile, papersOf, type UsedFile, type Verified, verifyStored } from './read.ts'
export { type SecrecyMark, secrecyMarkIn } from './secrecy.ts'
export { type Rescanned, rescanFiles, type Swept, sweepFiles, unusedDays } from './sweep.ts'
export {
  type Announced,
  type Begun,
  beginUpload,
  type DraftFile,
  filesOfDraft,
  forgetUploads,
  receive,
  removeUpload,
  uploadOffset,
} from './upload.ts'
export { endUse, type FileUse, useFile } from './use.ts'
export { newVault, type PaperFault, type Vault } from './vault.ts'
export { paperWords, scanWords } from './words.ts'
