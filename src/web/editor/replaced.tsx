import type { ListedReplacement } from '#modules/editing'
import type { Language } from '#platform/i18n'
import { Card, Table } from '../components/index.ts'
import { words } from './words.ts'

/** Papers of this procedure that need not be asked for any more: what an officer writes under "data in its place". */
export function Replaced({ replaced, lang }: { replaced: readonly ListedReplacement[]; lang: Language }) {
  if (replaced.length === 0) return null
  const say = words(lang)
  const columns = [say('paperReplaced'), say('source'), say('basis')].map((label) => ({ label }))
  return (
    <Card title={say('replaced')}>
      <p class="govuk-body">{say('replacedLead')}</p>
      <Table
        caption={say('replaced')}
        columns={columns}
        rows={replaced.map(({ paper, databaseText, legal, article }) => [paper, databaseText, [article, legal].filter(Boolean).join(', ')])}
      />
    </Card>
  )
}
