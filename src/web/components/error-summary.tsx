import { useWords } from './frame.ts'
import { Icon } from './icon.tsx'

/** One problem: `field` is the id of the input to mend (its name, unless it was given another), `text` says what is wrong. */
export type Problem = { field?: string; text: string }

/** At the top of a page that came back: how many places to mend, each a link to its field. Takes the focus. Empty: nothing. */
export function ErrorSummary({ problems }: { problems: readonly Problem[] }) {
  const say = useWords()
  if (problems.length === 0) return null
  return (
    <div class="govuk-error-summary" tabIndex={-1} autofocus>
      <div role="alert">
        <h2 class="govuk-error-summary__title">
          <Icon name="warning" />
          {say('toMend', { count: problems.length })}
        </h2>
        <ul class="govuk-list govuk-error-summary__list">
          {problems.map(({ field, text }) => (
            <li key={field}>{field === undefined ? text : <a href={`#${field}`}>{text}</a>}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
