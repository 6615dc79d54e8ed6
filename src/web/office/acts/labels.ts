import type { Case } from '#modules/dossiers'
import type { Language } from '#platform/i18n'
import type { Verb } from './verbs.ts'
import { words } from './words.ts'

/** What an act is called on its button; two acts are called by what they lead to. */
export function labelOf(verb: Verb, found: Case, lang: Language): string {
  return words(lang)(`do.${special(verb, found)}`)
}

/** The same inside a sentence: "Trước khi gửi bản nháp". Undefined for acts that do not lead on. */
export function smallLabelOf(verb: Verb | undefined, found: Case, lang: Language): string | undefined {
  const name = verb === undefined ? undefined : special(verb, found)
  switch (name) {
    case 'receive':
    case 'propose':
    case 'proposeDraft':
    case 'approve':
    case 'approveRefusal':
    case 'offerTimes':
    case 'recordAppearance':
    case 'enter':
    case 'sign':
    case 'seal':
    case 'deliver':
      return words(lang)(`small.${name}`)
    default:
      return undefined
  }
}

function special(verb: Verb, found: Case) {
  if (verb === 'propose' && leadsToDraft(found)) return 'proposeDraft'
  return verb === 'approve' && found.procedure.steps[found.step]?.may.approve === 'closed' ? 'approveRefusal' : verb
}

/** Filed online, a proposal goes to the applicant first, as a draft. */
function leadsToDraft(found: Case): boolean {
  const route = found.procedure.steps[found.step]?.may.propose
  const applicantSteps = Object.entries(found.procedure.steps).flatMap(([name, step]) => (step.by === 'applicant' ? [name] : []))
  const targets = typeof route === 'string' ? [route] : (route ?? []).map((each) => each.to)
  return found.channel === 'online' && targets.some((target) => applicantSteps.includes(target))
}
