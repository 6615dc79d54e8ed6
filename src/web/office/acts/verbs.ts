import { type Case, may, type Relation } from '#modules/dossiers'
import type { Act } from '#modules/procedures'
import type { IconName } from '../../components/index.ts'

/** Acts of the office, each with its address below the case and its sign. */
export const verbs = {
  receive: { slug: 'nhan', icon: 'inbox' },
  propose: { slug: 'de-xuat', icon: 'mail' },
  approve: { slug: 'duyet', icon: 'check' },
  offerTimes: { slug: 'de-nghi-gio', icon: 'calendar' },
  recordAppearance: { slug: 'co-mat', icon: 'check' },
  enter: { slug: 'ghi-so', icon: 'list' },
  sign: { slug: 'ky', icon: 'pen' },
  seal: { slug: 'phat-hanh', icon: 'stamp' },
  deliver: { slug: 'tra-ket-qua', icon: 'check' },
  recordAbsence: { slug: 'vang-mat', icon: 'cross' },
  askForMore: { slug: 'yeu-cau-bo-sung', icon: 'pause' },
  consult: { slug: 'hoi-don-vi-khac', icon: 'swap' },
  sendBack: { slug: 'chuyen-lai', icon: 'back' },
  apologise: { slug: 'xin-loi', icon: 'calendar' },
  transfer: { slug: 'chuyen', icon: 'arrow' },
  stop: { slug: 'dung', icon: 'dash' },
  refuse: { slug: 'tu-choi', icon: 'cross' },
} as const satisfies Partial<Record<Act, { slug: string; icon: IconName }>>

export type Verb = keyof typeof verbs

/** In the order in which a desk offers them: the way on first, what ends a case last. */
export const inOrder = Object.keys(verbs) as Verb[]

const onward: readonly Verb[] = ['receive', 'propose', 'approve', 'offerTimes', 'recordAppearance', 'enter', 'sign', 'seal', 'deliver']
/** What cannot be taken back. */
export const heavy: readonly Verb[] = ['refuse', 'stop']

/** Whether an act leads the case on: the one primary button of the desk. */
export function isOnward(verb: Verb): boolean {
  return onward.includes(verb)
}

/** What this actor may do with the case where it lies now, the next legal step first. */
export function offered(found: Case, relation: Relation): Verb[] {
  const step = found.procedure.steps[found.step]
  if (step === undefined || found.closedAt !== null || found.status === 'waiting-applicant') return []
  return inOrder.filter((verb) => step.may[verb] !== undefined && may[verb][relation])
}

/** The act whose address ends so. */
export function verbOf(slug: string): Verb | undefined {
  return inOrder.find((verb) => verbs[verb].slug === slug)
}
