import type { ComponentChildren } from 'preact'
import { useLang } from './frame.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { Meter, type Segment } from './meter.tsx'
import { roles } from './table-roles.ts'
import { timeWords } from './words.ts'

export type Urgency = 'late' | 'today' | 'ahead' | 'paused'
export type WorkKind = 'dossier' | 'document' | 'task' | 'meeting' | 'question'

/** One piece of work on the actor's desks. All texts are ready to be read. */
export type WorkRow = {
  id: string
  kind: WorkKind
  href: string
  title: string
  /** Number and person: "H05.46.12-261125-0031 · Nguyễn Thị Hoa". */
  subtitle: string
  /** The next act as one verb phrase. */
  todo: string
  /** "Còn 4 giờ 02 phút", "Đồng hồ dừng". */
  left: string
  /** "17:00 hôm nay" */
  due: string
  segments: readonly Segment[]
  from: string
  since: string
}

export type WorkGroup = { urgency: Urgency; title?: string; count: number | string; rows: readonly WorkRow[] }

const kindIcons: Record<WorkKind, IconName> = { dossier: 'paper', document: 'mail', task: 'task', meeting: 'meeting', question: 'swap' }
const urgencyIcons: Record<Urgency, IconName> = { late: 'warning', today: 'clock', ahead: 'calendar', paused: 'pause' }

/** "Việc của tôi": one sheet, groups by urgency, most urgent first. Arrow keys go from row to row. */
export function Worklist({ groups }: { groups: readonly WorkGroup[] }) {
  const say = timeWords(useLang())
  return (
    <table class="lt-work" {...roles.table} data-walk>
      <caption class="lt-vh">{say('worklist')}</caption>
      <thead {...roles.rows}>
        <tr {...roles.row}>
          <th scope="col" {...roles.columnHead} colSpan={2} class="lt-work__title">
            {say('work')}
          </th>
          <th scope="col" {...roles.columnHead} class="lt-work__todo">
            {say('todo')}
          </th>
          <th scope="col" {...roles.columnHead} class="lt-work__left">
            {say('left')}
          </th>
          <th scope="col" {...roles.columnHead}>
            {say('from')}
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <Group key={group.urgency} {...group} />
      ))}
    </table>
  )
}

function Group({ urgency, title, count, rows }: WorkGroup) {
  const say = timeWords(useLang())
  return (
    <tbody {...roles.rows}>
      <tr {...roles.row} class={`lt-work__group${urgency === 'late' ? ' lt-work__group--late' : ''}`}>
        <th scope="rowgroup" {...roles.rowHead} colSpan={5}>
          <Icon name={urgencyIcons[urgency]} small />
          {title ?? say(`urgency.${urgency}`)}
          <span class="lt-count">{count}</span>
        </th>
      </tr>
      {rows.map((row) => (
        <WorkLine key={row.id} row={row} urgency={urgency} />
      ))}
    </tbody>
  )
}

function WorkLine({ row, urgency }: { row: WorkRow; urgency: Urgency }) {
  const say = timeWords(useLang())
  const tone = urgency === 'late' ? 'late' : urgency === 'today' ? 'soon' : undefined
  return (
    <tr {...roles.row} class={urgency === 'late' ? 'lt-work__late' : undefined}>
      <td {...roles.cell} class="lt-work__kind">
        <Icon name={kindIcons[row.kind]} />
        <span class="lt-vh">{say(`kind.${row.kind}`)}</span>
      </td>
      <th scope="row" {...roles.rowHead}>
        <a class="govuk-link govuk-link--no-visited-state" href={row.href}>
          <b>{row.title}</b>
        </a>
        <small class="lt-num">{row.subtitle}</small>
      </th>
      <td {...roles.cell} data-k={say('todo')}>
        {row.todo}
      </td>
      <td {...roles.cell} class="lt-work__left">
        <Lines big={<b>{row.left}</b>} small={row.due} meter={<Meter segments={row.segments} tone={tone} />} />
      </td>
      <td {...roles.cell} class="lt-work__from">
        {row.from}
        <small class="lt-num">{row.since}</small>
      </td>
    </tr>
  )
}

function Lines({ big, small, meter }: Record<'big' | 'small' | 'meter', ComponentChildren>) {
  return (
    <div class="lt-work__in lt-num">
      {meter}
      <div>
        {big}
        <small>{small}</small>
      </div>
    </div>
  )
}

/** A filter of a list. */
export type FilterTab = { href: string; label: string; count?: number | string; current?: boolean; late?: boolean }

/** Filters of a list as a row of tabs with counts. Each is a link, so a filtered list can be kept and sent on. */
export function FilterTabs({ label, tabs }: { label: string; tabs: readonly FilterTab[] }) {
  return (
    <nav aria-label={label}>
      <ul class="lt-tabs">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} class={tab.late ? 'is-late' : undefined} aria-current={tab.current ? 'true' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="lt-count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
