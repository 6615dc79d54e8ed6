import { type Act, type Answers, nextStep, type Procedure } from '#modules/procedures'

const forward: readonly Act[] = [
  'receive',
  'propose',
  'approve',
  'confirmDraft',
  'offerTimes',
  'chooseTime',
  'recordAppearance',
  'enter',
  'allot',
  'sign',
  'seal',
  'deliver',
]

/** Names of the steps that a dossier with these (settled) answers passes from `start` on when nothing comes in between. */
export function straightWay(procedure: Procedure, answers: Answers, start = procedure.begins): string[] {
  const way: string[] = []
  for (let at: string | undefined = start; at !== undefined && !way.includes(at); ) {
    way.push(at)
    const here: string = at
    const ahead = forward.map((act) => nextStep(procedure, here, act, answers)).find((one) => one !== undefined)
    at = ahead !== undefined && 'step' in ahead ? ahead.step : undefined
  }
  return way
}
