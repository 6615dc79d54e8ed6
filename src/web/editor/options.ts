import { answersOf, literalText, namesFor, type Shape } from '#modules/editing'
import type { Language } from '#platform/i18n'
import type { Boxes } from './boxes.tsx'
import { words } from './words.ts'

export type Choosable = { readonly value: string; readonly label: string }

/** What can be chosen in a box, in the reader's language. */
export function optionsFor(shape: Shape, { body, lang }: Pick<Boxes, 'body' | 'lang'>): Choosable[] {
  if (shape.is === 'choice') return shape.options.map(({ value, name }) => ({ value, label: name[lang] }))
  if (shape.is !== 'name') return []
  return [...(shape.besides ?? []), ...namesFor(body, shape.of)].map(({ value, name }) => ({ value, label: name[lang] }))
}

/** Everything that a condition can look at: each answer that can be given, that it is not given, that a question is answered at all. */
export function literals({ body, lang }: Pick<Boxes, 'body' | 'lang'>): Choosable[] {
  return namesFor(body, 'field').flatMap(({ value: field, name }) => {
    const answers = answersOf(body, field)
    const asked = name[lang]
    if (answers.length === 0) {
      return [
        { value: literalText({ field, not: false }), label: saying('literal.answered', asked, '', lang) },
        { value: literalText({ field, not: true }), label: saying('literal.empty', asked, '', lang) },
      ]
    }
    return answers.flatMap(({ value, name: answer }) => [
      { value: literalText({ field, value, not: false }), label: saying('literal.is', asked, answer[lang], lang) },
      { value: literalText({ field, value, not: true }), label: saying('literal.isNot', asked, answer[lang], lang) },
    ])
  })
}

type LiteralKey = 'literal.is' | 'literal.isNot' | 'literal.answered' | 'literal.empty'

function saying(key: LiteralKey, asked: string, answer: string, lang: Language): string {
  const say = words(lang)
  if (key === 'literal.answered' || key === 'literal.empty') return say(key, { asked })
  return say(key, { asked, answer })
}
