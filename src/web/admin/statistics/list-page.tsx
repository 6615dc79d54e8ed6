import { type Figures, mostCases } from '#modules/statistics'
import { numberText, percentText } from '#platform/text'
import { Empty, FilterTabs, type OfficeFrame, Table } from '../../components/index.ts'
import { Shell } from '../shell.tsx'
import { elapsedText } from './time.ts'
import { words } from './words.ts'

export const path = '/quan-tri/thu-tuc-thong-ke'
export const spans = [30, 90, 365] as const

type ListProps = { frame: OfficeFrame; days: number; figures: readonly Figures[]; names: ReadonlyMap<string, string> }

/** Every procedure with cases: how often, how long really, how often it goes wrong. */
export function StatisticsPage({ frame, days, figures, names }: ListProps) {
  const { lang } = frame
  const say = words(lang)
  return (
    <Shell frame={frame} title={say('title')} lead={say('lead')} top>
      <FilterTabs
        label={say('span')}
        tabs={spans.map((one) => ({ label: say('days', { days: one }), href: `${path}?ngay=${one}`, current: one === days }))}
      />
      {figures.length === 0 ? (
        <Empty>{say('none')}</Empty>
      ) : (
        <>
          <Table caption={say('caption')} columns={columnsIn(lang)} rows={figures.map((one) => rowOf(one, names, days, lang))} />
          <p class="govuk-body lt-muted">{say('newest', { most: numberText(mostCases) })}</p>
        </>
      )}
    </Shell>
  )
}

function columnsIn(lang: OfficeFrame['lang']) {
  const say = words(lang)
  const numbers = [say('filed'), say('online'), say('median'), say('p90'), say('late'), say('supplemented'), say('refused')]
  return [{ label: say('procedure') }, ...numbers.map((label) => ({ label, numeric: true }))]
}

function rowOf(one: Figures, names: ReadonlyMap<string, string>, days: number, lang: OfficeFrame['lang']) {
  return [
    <a class="govuk-link" href={`${path}/${one.code}?ngay=${days}`}>
      {names.get(one.code) ?? one.code}
    </a>,
    numberText(one.filed),
    shareText(one.online, one.filed, lang),
    elapsedText(one.medianS, lang),
    elapsedText(one.p90S, lang),
    shareText(one.late, one.finished, lang),
    shareText(one.supplemented, one.filed, lang),
    shareText(one.refused, one.filed, lang),
  ]
}

/** A share of a whole; a dash where there is no whole. */
export function shareText(part: number, whole: number, lang: OfficeFrame['lang']): string {
  return whole === 0 ? words(lang)('noneYet') : percentText(part / whole, 0)
}
