import { useWords } from './frame.ts'
import { Icon } from './icon.tsx'

/** Pages of a long list by key, not by number: back and forth. Nothing when there is only one. */
export function Pagination({ previous, next }: { previous?: string | undefined; next?: string | undefined }) {
  const say = useWords()
  if (previous === undefined && next === undefined) return null
  return (
    <nav aria-label={say('pages')}>
      <ul class="lt-pages">
        <li>
          {previous !== undefined && (
            <a class="govuk-link govuk-link--no-visited-state" href={previous} rel="prev">
              <Icon name="back" small />
              {say('previousPage')}
            </a>
          )}
        </li>
        <li>
          {next !== undefined && (
            <a class="govuk-link govuk-link--no-visited-state" href={next} rel="next">
              {say('nextPage')}
              <Icon name="arrow" small />
            </a>
          )}
        </li>
      </ul>
    </nav>
  )
}
