import { Radios, Select, Textarea } from '../../components/index.ts'
import type { AtDesk } from '../desk/gather.ts'
import type { FormsProps } from './forms.tsx'
import { communesOf } from './suggest.ts'
import { words } from './words.ts'

/** A question to another unit: about what, to whom, in which words, and which parts of the form go along. */
export function Consult({ desk, filling, suggested }: FormsProps) {
  const { found, lang } = desk
  const say = words(lang)
  const [first] = suggested.subjects
  const sent = filling.all('send')
  return (
    <>
      <Radios
        name="subject"
        label={say('subject')}
        value={filling.text('subject') || first?.value}
        error={filling.error('subject')}
        options={suggested.subjects}
      />
      <Select
        name="toUnit"
        label={say('askedUnit')}
        options={communesOf(desk)}
        value={filling.text('toUnit') || suggested.asked}
        error={filling.error('toUnit')}
      />
      <Textarea
        name="question"
        label={say('questionText')}
        hint={say('questionHint')}
        value={filling.text('question') || say('questionDefault', { about: first?.label ?? found.procedure.name[lang] })}
        error={filling.error('question')}
        rows={3}
        maxLength={2000}
      />
      <Parts desk={desk} chosen={sent.length > 0 ? sent : suggested.send} />
    </>
  )
}

function Parts({ desk, chosen }: { desk: AtDesk; chosen: readonly string[] }) {
  const say = words(desk.lang)
  const { pages } = desk.found.procedure
  return (
    <div class="govuk-form-group">
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{say('sendAlong')}</legend>
        <div class="govuk-checkboxes govuk-checkboxes--small">
          {pages.map(({ id, title }) => (
            <div class="govuk-checkboxes__item" key={id}>
              <input
                class="govuk-checkboxes__input"
                id={`send-${id}`}
                name="send"
                type="checkbox"
                value={id}
                checked={chosen.includes(id)}
              />
              <label class="govuk-label govuk-checkboxes__label" for={`send-${id}`}>
                {title[desk.lang]}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  )
}
