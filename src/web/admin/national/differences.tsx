import { type Difference, differencesBetween, partWords } from '#modules/national'
import type { NationalRow } from '#modules/procedures'
import type { Language } from '#platform/i18n'
import { SummaryList } from '../../components/index.ts'
import { words } from './words.ts'

const mostLines = 8
const longestLine = 400

/** What two versions of a row say differently, part by part. */
export function Differences({ lang, before, after }: { lang: Language; before: NationalRow; after: NationalRow }) {
  return <DifferenceList lang={lang} differences={differencesBetween(before, after)} />
}

export function DifferenceList({ lang, differences }: { lang: Language; differences: readonly Difference[] }) {
  const say = words(lang)
  if (differences.length === 0) return null
  return (
    <SummaryList
      rows={differences.map(({ part, gone, come }) => ({
        key: partWords(lang)(part),
        value: (
          <>
            <Lines lang={lang} title={say('was')} lines={gone} />
            <Lines lang={lang} title={say('is')} lines={come} />
          </>
        ),
      }))}
    />
  )
}

function Lines({ lang, title, lines }: { lang: Language; title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <div class="lt-muted">{title}</div>
      <ul class="govuk-list" lang="vi">
        {lines.slice(0, mostLines).map((line, place) => (
          <li key={place}>{line.length > longestLine ? `${line.slice(0, longestLine)}…` : line}</li>
        ))}
      </ul>
      {lines.length > mostLines && <div class="lt-muted">{words(lang)('andMore', { count: lines.length - mostLines })}</div>}
    </>
  )
}
