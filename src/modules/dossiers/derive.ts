import type { Id } from '#platform/id'

/** An act as far as the present tables follow from it. */
export type PastAct = { id: Id; name: string; step: string | null; at: string; params: Readonly<Record<string, unknown>> }

/** A row of `work_state`, without what never changes. */
export type DerivedState = {
  status: string
  step: string
  came_from: string | null
  version: number
  received_at: string | null
  due_at: string | null
  promised_at: string | null
  closed_at: string | null
}

/** A row of `desk`: the one leading desk that a case may have. */
export type DerivedDesk = { step: string; post_id: string; due_at: string; opened_at: string; opened_by: Id }

export type Derived = { state: DerivedState; desk: DerivedDesk | undefined }

/** How a case stands by its acts alone, in their order; undefined before the first. */
export function derive(acts: readonly PastAct[]): Derived | undefined {
  const begins = acts[0]?.step ?? ''
  return acts.reduce<Derived | undefined>((before, act) => (before === undefined ? begun(act) : after(before, act, begins)), undefined)
}

/** Handed in, asked of another unit, or taken over from one with the clock that runs already. */
function begun(act: PastAct): Derived {
  const step = act.step ?? ''
  const isQuestion = act.name === 'consult'
  const state: DerivedState = {
    status: isQuestion ? 'asked' : 'submitted',
    step,
    came_from: null,
    version: 1,
    received_at: isQuestion ? act.at : textOf(act, 'receivedAt'),
    due_at: textOf(act, 'dueAt'),
    promised_at: textOf(act, 'promisedAt'),
    closed_at: null,
  }
  return { state, desk: deskOf(act, step) }
}

function after(before: Derived, act: PastAct, begins: string): Derived {
  const { state } = before
  switch (act.name) {
    case 'answer':
      return { state: { ...state, status: 'answered', version: state.version + 1, closed_at: act.at }, desk: undefined }
    case 'due-changed':
      return dueChanged(before, act)
    default:
      // A receipt issued, a rating given: acts that move nothing name no place.
      return textOf(act, 'to') === null ? before : moved(before, act, begins)
  }
}

/** The calendar changed: the promise and the open desk moved, the case did not. */
function dueChanged({ state, desk }: Derived, act: PastAct): Derived {
  const due = textOf(act, 'dueAt')
  const deskDue = textOf(act, 'deskDueAt')
  // A question to another unit is promised to nobody; while a pause is open there is no hour, and the promise stands.
  const promised = state.status === 'asked' ? null : (due ?? state.promised_at)
  return {
    state: { ...state, due_at: due, promised_at: promised },
    desk: desk === undefined || deskDue === null ? desk : { ...desk, due_at: deskDue },
  }
}

/** The places of rest that leave the step as it was, or send the case to one that its history names. */
function stepAfter(to: string, state: DerivedState, begins: string): string {
  if (to === 'here' || to === 'closed' || to === 'applicant') return state.step
  if (to === 'otherUnit') return begins
  return to === 'back' ? (state.came_from ?? begins) : to
}

function moved({ state, desk }: Derived, act: PastAct, begins: string): Derived {
  const to = textOf(act, 'to') ?? state.step
  const stays = to === 'here'
  const step = stepAfter(to, state, begins)
  const dueAt = textOf(act, 'dueAt')
  const next: DerivedState = {
    status: textOf(act, 'status') ?? state.status,
    step,
    came_from: stays ? state.came_from : state.step,
    version: state.version + 1,
    received_at: act.name === 'receive' ? act.at : state.received_at,
    due_at: dueAt,
    promised_at: dueAt ?? state.promised_at,
    closed_at: to === 'closed' ? act.at : state.closed_at,
  }
  return { state: next, desk: stays ? apologised(desk, act) : deskOf(act, step) }
}

/** An apology sets a new hour for the desk as well. */
function apologised(desk: DerivedDesk | undefined, act: PastAct): DerivedDesk | undefined {
  const due = textOf(act, 'due')
  return desk === undefined || act.name !== 'apologise' || due === null ? desk : { ...desk, due_at: due }
}

function deskOf(act: PastAct, step: string): DerivedDesk | undefined {
  const [post, due] = [textOf(act, 'desk'), textOf(act, 'deskDueAt')]
  return post === null || due === null ? undefined : { step, post_id: post, due_at: due, opened_at: act.at, opened_by: act.id }
}

function textOf(act: PastAct, name: string): string | null {
  const value = act.params[name]
  return typeof value === 'string' ? value : null
}
