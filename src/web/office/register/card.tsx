import { dateText } from '#platform/text'
import { Card, LinkButton } from '../../components/index.ts'
import type { AtDesk } from '../desk/gather.ts'
import { words } from './words.ts'

/** Which register entry the copy is made from; shown only where a procedure gives copies. */
export function ChosenEntry({ desk: { found, lang, relation, entry } }: { desk: AtDesk }) {
  const say = words(lang)
  if (entry === undefined) return null
  const maySearch = relation === 'holder' && found.procedure.steps[found.step]?.may.chooseEntry !== undefined
  const { chosen } = entry
  return (
    <Card title={say('card')}>
      {chosen === undefined ? (
        <p class="govuk-body">{say('none')}</p>
      ) : (
        <p class="govuk-body">
          <b class="lt-num">{say('entry', { number: chosen.number, book: chosen.book, date: dateText(chosen.date) })}</b>
          <br />
          <span class="lt-muted">{say('kept', { agency: chosen.agencyName, source: say(`kept.${chosen.keptBy}`) })}</span>
        </p>
      )}
      {maySearch && (
        <LinkButton href={`/viec/${found.code}/tra-so`} icon="search" kind={chosen === undefined ? 'primary' : 'secondary'}>
          {say(chosen === undefined ? 'search' : 'again')}
        </LinkButton>
      )}
    </Card>
  )
}
