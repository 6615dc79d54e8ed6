import type { AnyDoor } from './door.ts'
import { dossierDetail, dossierList, dossierTrack } from './dossiers.ts'
import { dossierFile, draftBegin, uploadAsk, uploadBegin, uploadFinish, uploadSend } from './filing.ts'
import { live, metrics, ready } from './install.ts'
import { paperVerify } from './papers.ts'
import { communeSearch, procedureDetail, procedureList } from './procedures.ts'
import { workList } from './work.ts'

/** Every machine door, in the order in which somebody would use them: the examples run in this order. */
export const machineDoors: readonly AnyDoor[] = [
  procedureList,
  procedureDetail,
  communeSearch,
  draftBegin,
  uploadBegin,
  uploadAsk,
  uploadSend,
  uploadFinish,
  dossierFile,
  dossierList,
  dossierDetail,
  dossierTrack,
  workList,
  paperVerify,
  live,
  ready,
  metrics,
]
