import { type Answers, aboutText, type Procedure, type Provenance } from '#modules/procedures'
import type { Pause } from '#modules/rules'
import type { Id } from '#platform/id'

export type Status =
  | 'submitted'
  | 'received'
  | 'in-progress'
  | 'waiting-applicant'
  | 'waiting-agency'
  | 'waiting-number'
  | 'refused'
  | 'withdrawn'
  | 'stopped'
  | 'transferred'
  | 'resolved'
  | 'delivered'

export type Channel = 'online' | 'counter' | 'post'

/** Answers together with where each came from, and the papers that a counter saw and gave back; sealed as one value. */
export type Filed = { answers: Answers; provenance: Provenance; shown?: readonly string[] }

export type OpenDesk = { step: string; part: 'lead' | 'consulted'; postId: Id; dueAt: string | null }

/** A dossier as it stands now, read in one trip. */
export type Case = {
  id: Id
  code: string
  system: string
  unit: Id
  receivingUnit: Id
  procedure: Procedure
  channel: Channel
  applicant: Id
  submitter: Id
  helper: Id | null
  filed: Filed
  submittedAt: string
  status: Status
  step: string
  cameFrom: string | null
  version: number
  receivedAt: string | null
  dueAt: string | null
  promisedAt: string | null
  pausedSince: string | null
  closedAt: string | null
  desks: OpenDesk[]
  pauses: (Pause & { id: Id })[]
  /** Posts of the competent unit (its centre included) by role, in force today. */
  posts: { id: Id; role: string; unitId: Id }[]
  /** How often more was asked for. */
  supplements: number
  trackKey: string
}

/** The answer by which the dossier is spoken of, e.g. the child's name. */
export function aboutOf(found: Pick<Case, 'procedure' | 'filed'>): string {
  return aboutText(found.procedure, found.filed.answers)
}

export function isClosed(found: Pick<Case, 'closedAt'>): boolean {
  return found.closedAt !== null
}
