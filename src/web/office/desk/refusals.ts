import { acts } from '#modules/procedures'
import type { Refusal } from '#platform/act'
import type { Language } from '#platform/i18n'
import { sentences } from '../../sentences.ts'
import { words as actWords } from '../acts/words.ts'
import { words } from './words.ts'

/** Why an act was not stored, with post and hour where somebody was faster. */
export function refusalText({ reason, params }: Refusal, lang: Language): string {
  const say = words(lang)
  const { post, act } = params
  const said = {
    ...params,
    // What the applicant or the program did has no post, and what no procedure names has words of the desk.
    ...(post === '' && { post: say('applicant') }),
    ...(typeof act === 'string' && !(act in acts) && { act: otherAct(act, lang) }),
  }
  return sentences(reason, said, lang) ?? actWords(lang)('notPossible')
}

function otherAct(act: string, lang: Language): string {
  const say = words(lang)
  return act === 'supplement' || act === 'answered' || act === 'settle' ? say(`event.${act}`) : say('event.other')
}
