import { componentsFor, type Defect, settle } from '#modules/procedures'
import { TextInput } from '../../components/index.ts'
import type { AtDesk } from '../desk/gather.ts'
import type { Filling } from './forms.tsx'
import { words } from './words.ts'

/** Flaws that the applicant can put right himself, or must answer to. The others lead to other acts. */
const asked: readonly Defect['outcome'][] = ['supplement', 'correctData', 'ask']

export function defectsAskedFor({ found }: Pick<AtDesk, 'found'>): readonly Defect[] {
  return found.procedure.defects.filter((one) => asked.includes(one.outcome))
}

/** Flaws that this case can have come first: their question was asked, or their paper is owed. */
function sorted({ found }: Pick<AtDesk, 'found'>): { likely: Defect[]; others: Defect[] } {
  const { procedure, filed, submittedAt } = found
  const answers = settle(procedure, filed.answers, submittedAt)
  const owed = componentsFor(procedure, filed.answers, { now: submittedAt }).map(({ component }) => component.id)
  const fits = ({ field, component }: Defect) =>
    (field === undefined || answers[field] !== undefined) && (component === undefined || owed.includes(component))
  const all = defectsAskedFor({ found })
  return { likely: all.filter(fits), others: all.filter((one) => !fits(one)) }
}

/** Name of the note that goes with a flaw. */
export const noteName = (code: string): string => `note-${code}`

/** The catalogue of flaws, to be ticked; the note of a flaw opens with its tick. */
export function Defects({ desk, filling }: { desk: AtDesk; filling: Filling }) {
  const say = words(desk.lang)
  const error = filling.error('defect')
  const { likely, others } = sorted(desk)
  const first = likely[0] ?? others[0]
  const item = (defect: Defect) => (
    <Item key={defect.code} desk={desk} defect={defect} filling={filling} id={defect === first ? 'defect' : `defect-${defect.code}`} />
  )
  return (
    <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <fieldset class="govuk-fieldset" aria-describedby={`defect-hint${error ? ' defect-error' : ''}`}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{say('defects')}</legend>
        <div class="govuk-hint" id="defect-hint">
          {say('defectsHint')}
        </div>
        {error && (
          <p class="govuk-error-message" id="defect-error">
            {error}
          </p>
        )}
        <div class="govuk-checkboxes govuk-checkboxes--small">{likely.map(item)}</div>
        {others.length > 0 && (
          <details class="govuk-details" open={others.some(({ code }) => filling.all('defect').includes(code))}>
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">{say('otherDefects', { count: others.length })}</span>
            </summary>
            <div class="govuk-checkboxes govuk-checkboxes--small">{others.map(item)}</div>
          </details>
        )}
      </fieldset>
    </div>
  )
}

function Item({ desk: { lang }, defect, filling, id }: { desk: AtDesk; defect: Defect; filling: Filling; id: string }) {
  const say = words(lang)
  const { code, text, remedy, basis } = defect
  return (
    <div class="lt-defect">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name="defect"
          type="checkbox"
          value={code}
          checked={filling.all('defect').includes(code)}
          aria-describedby={`${id}-remedy`}
        />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          {text[lang]}
        </label>
        <div class="govuk-hint govuk-checkboxes__hint" id={`${id}-remedy`}>
          {say('remedy', { remedy: remedy[lang] })} ({basis})
        </div>
      </div>
      <div class="lt-defect__note">
        <TextInput
          name={noteName(code)}
          label={
            <>
              {say('defectNote')}
              <span class="lt-vh">: {text[lang]}</span>
            </>
          }
          value={filling.text(noteName(code))}
          autocomplete="off"
          maxLength={500}
          optional
        />
      </div>
    </div>
  )
}
