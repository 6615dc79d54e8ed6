import { type CatalogueCounts, flagNames, targetWords } from '#modules/national'
import type { Language } from '#platform/i18n'
import { numberText } from '#platform/text'
import { Table } from '../../components/index.ts'
import { words } from './words.ts'

const path = '/quan-tri/danh-muc'

/** The whole catalogue in numbers: by what decides where a procedure is dealt with, and by what is odd in it. */
export function Numbers({ lang, counts }: { lang: Language; counts: CatalogueCounts }) {
  const say = words(lang)
  const numeric = (label: string) => ({ label, numeric: true })
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{say('numbers')}</span>
      </summary>
      <Table
        caption={say('numbersByRule')}
        captionSeen
        columns={[{ label: say('decidedBy') }, { label: say('where') }, numeric(say('all')), numeric(say('level.commune'))]}
        rows={counts.byDecision.map(({ name, hand, target, rows, communes }) => [
          name?.[lang] ?? say(hand ? 'handDecisions' : 'noRule'),
          targetWords(lang)(target),
          numberText(rows),
          numberText(communes),
        ])}
      />
      <Table
        caption={say('numbersByFlag')}
        captionSeen
        columns={[{ label: say('flag') }, numeric(say('all')), numeric(targetWords(lang)('ours'))]}
        rows={counts.byFlag.map(({ flag, rows, ours }) => [
          <a class="govuk-link govuk-link--no-visited-state" href={`${path}?dau-hieu=${flag}`}>
            {flagNames(lang)(flag)}
          </a>,
          numberText(rows),
          numberText(ours),
        ])}
      />
    </details>
  )
}
