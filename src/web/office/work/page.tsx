import type { VNode } from 'preact'
import type { Tally } from '#modules/dossiers'
import type { Procedure } from '#modules/procedures'
import { localDate, localTime } from '#platform/clock'
import type { Language } from '#platform/i18n'
import { weekdayDate } from '#platform/text'
import {
  Empty,
  type FilterTab,
  FilterTabs,
  type OfficeFrame,
  OfficePage,
  OfficeTitle,
  Pagination,
  type Urgency,
  type WorkGroup,
  Worklist,
} from '../../components/index.ts'
import { words as frameWords } from '../words.ts'
import { addressOf, type Filter } from './filters.ts'
import type { Work } from './rows.ts'
import { words } from './words.ts'

export type WorkProps = {
  frame: OfficeFrame
  path: string
  title: string
  now: string
  /** "Văn thư": posts covered today, with the last day. */
  covering?: { posts: string; until: string } | undefined
  filter: Filter
  tabs: readonly FilterTab[]
  rows: readonly Work[]
  /** Counts of the groups, where they are larger than the page. */
  counts: Readonly<Record<Urgency, number | string>>
  tallies: readonly Tally[]
  procedures: ReadonlyMap<string, Procedure>
  next: Filter | undefined
}

/** "Việc của tôi", or all that is open in a unit: what burns first. */
export function WorkPage(props: WorkProps): VNode {
  const { frame, path, title, now, covering, filter, tabs, rows, next } = props
  const say = words(frame.lang)
  const { after: _first, ...firstPage } = filter
  return (
    <OfficePage {...frame} title={title}>
      <OfficeTitle title={title} stroke aside={<Aside lang={frame.lang} now={now} covering={covering} />} />
      <div class="lt-filters">
        <FilterTabs label={frameWords(frame.lang)('filters')} tabs={tabs} />
        <Kinds {...props} />
      </div>
      {rows.length === 0 ? (
        <Empty>
          {filter.part === 'all' ? say('nothingAtAll') : say('nothing')}{' '}
          <a class="govuk-link" href={filter.part === 'all' ? '/tim' : path}>
            {filter.part === 'all' ? say('findOne') : say('seeAll')}
          </a>
        </Empty>
      ) : (
        <Worklist groups={groupsOf(props)} />
      )}
      <Pagination
        previous={filter.after === undefined ? undefined : addressOf(path, firstPage)}
        next={next === undefined ? undefined : addressOf(path, next)}
      />
    </OfficePage>
  )
}

function Aside({ lang, now, covering }: { lang: Language; now: string; covering: WorkProps['covering'] }) {
  const moment = `${weekdayDate(localDate(now), lang)}, ${localTime(now)}`
  return (
    <span>
      {moment.charAt(0).toLocaleUpperCase('vi') + moment.slice(1)}
      {covering && ` · ${words(lang)('covering', covering)}`}
    </span>
  )
}

const order: readonly Urgency[] = ['late', 'today', 'ahead', 'paused']

function groupsOf({ rows, counts }: WorkProps): WorkGroup[] {
  return order.flatMap((urgency) => {
    const group = rows.filter((row) => row.urgency === urgency)
    return group.length === 0 ? [] : [{ urgency, count: counts[urgency], rows: group }]
  })
}

/** Filters by procedure and step: links, so that a filtered list can be kept. */
function Kinds({ frame, path, filter, tallies, procedures }: WorkProps) {
  const say = words(frame.lang)
  const kinds = tallies.map((one) => ({ ...one, count: one.late + one.today + one.ahead + one.paused }))
  if (kinds.length < 2 && filter.procedure === undefined) return null
  const nameOf = (procedure: string, step: string) => {
    const found = procedures.get(procedure)
    return `${found?.name[frame.lang] ?? procedure}: ${found?.steps[step]?.task[frame.lang] ?? say('questions')}`
  }
  const { after: _anew, procedure: _all, step: _every, ...rest } = filter
  const chosen = filter.procedure === undefined ? undefined : nameOf(filter.procedure, filter.step ?? '')
  return (
    <details class="govuk-details" open={chosen !== undefined}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{chosen === undefined ? say('byKind') : say('filteredBy', { what: chosen })}</span>
      </summary>
      <ul class="govuk-list">
        {kinds.map(({ procedure, step, count }) => (
          <li key={`${procedure} ${step}`}>
            <a class="govuk-link govuk-link--no-visited-state" href={addressOf(path, { ...rest, procedure, step })}>
              {nameOf(procedure, step)}
            </a>{' '}
            <span class="lt-count">{count}</span>
          </li>
        ))}
        {chosen !== undefined && (
          <li>
            <a class="govuk-link govuk-link--no-visited-state" href={addressOf(path, rest)}>
              {say('noFilter')}
            </a>
          </li>
        )}
      </ul>
    </details>
  )
}
