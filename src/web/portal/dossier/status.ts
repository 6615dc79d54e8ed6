import type { Case, Status as CaseStatus, Line } from '#modules/dossiers'
import type { Procedure } from '#modules/procedures'
import type { Instant } from '#platform/clock'
import type { Language } from '#platform/i18n'
import type { Status } from '../../components/index.ts'

const tags: Readonly<Record<CaseStatus, Status>> = {
  submitted: 'not-received',
  received: 'in-progress',
  'in-progress': 'in-progress',
  'waiting-applicant': 'waiting',
  'waiting-agency': 'in-progress',
  'waiting-number': 'in-progress',
  resolved: 'done',
  delivered: 'done',
  refused: 'refused',
  withdrawn: 'refused',
  stopped: 'refused',
  transferred: 'in-progress',
}

/** The tag under which a citizen knows how a dossier stands; overdue is told by the clock, never stored. */
export function tagOf(found: { status: Line['status']; dueAt: Instant | null; closedAt?: Instant | null }, now: Instant): Status {
  const { status, dueAt, closedAt = null } = found
  if (status === 'asked' || status === 'answered') return 'in-progress'
  const tag = tags[status]
  return tag === 'in-progress' && closedAt === null && dueAt !== null && dueAt < now ? 'late' : tag
}

/** The finer state in the procedure's own words: "Chờ bạn xem bản nháp". */
export function stateText({ status, step, procedure }: Pick<Case, 'status' | 'step' | 'procedure'>, lang: Language): string | undefined {
  if (status === 'waiting-applicant' && procedure.steps[step]?.by !== 'applicant') return undefined
  return closed.has(status) ? undefined : procedure.steps[step]?.status[lang]
}

const closed: ReadonlySet<CaseStatus> = new Set(['delivered', 'refused', 'withdrawn', 'stopped', 'transferred'])

/** Whether an applicant may do this at this step. */
export function allows(
  found: Pick<Case, 'step' | 'closedAt' | 'procedure'>,
  act: keyof NonNullable<Procedure['steps'][string]>['may'],
): boolean {
  return found.closedAt === null && found.procedure.steps[found.step]?.may[act] !== undefined
}
