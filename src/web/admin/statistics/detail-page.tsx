import { termText } from '#modules/dossiers'
import type { Procedure, Words } from '#modules/procedures'
import type { Effort, Figures, Named, ProcedureDetail, Simplified } from '#modules/statistics'
import { moneyText, numberText } from '#platform/text'
import { Card, type OfficeFrame, SummaryList, Table } from '../../components/index.ts'
import { Shell } from '../shell.tsx'
import { path, shareText } from './list-page.tsx'
import { elapsedText } from './time.ts'
import { words } from './words.ts'

type DetailProps = { frame: OfficeFrame; procedure: Procedure; detail: ProcedureDetail; simpler: Simplified; days: number }

/** One procedure: how it went, why more is asked for, where forms are left, which papers nobody brings. */
export function ProcedureFiguresPage({ frame, procedure, detail, simpler, days }: DetailProps) {
  const { lang } = frame
  const say = words(lang)
  return (
    <Shell
      frame={frame}
      title={procedure.name[lang]}
      lead={`${procedure.code} · ${say('days', { days })}`}
      up={{ href: `${path}?ngay=${days}`, label: say('up') }}
    >
      <Card title={say('figures')}>
        {detail.figures === undefined ? <p class="govuk-body">{say('none')}</p> : <SummaryList rows={rowsOf(detail.figures, lang)} />}
      </Card>
      <Counted title={say('defects')} empty={say('noDefects')} lines={detail.defects} lang={lang} />
      <Card title={say('left')}>
        <p class="govuk-body lt-muted">{say('leftLead')}</p>
        <Lines empty={say('noLeft')} lines={detail.left.map(({ page, drafts }) => [page[lang], say('drafts', { count: drafts })])} />
      </Card>
      <Card title={say('unneeded')}>
        <p class="govuk-body lt-muted">{say('unneededLead')}</p>
        <Lines
          empty={detail.figures === undefined ? say('none') : say('noUnneeded')}
          lines={detail.unneeded.map(({ name }) => [name[lang]])}
        />
      </Card>
      <Counted title={say('papers')} empty={say('none')} lines={detail.papers} lang={lang} />
      <Simpler simpler={simpler} lang={lang} />
    </Shell>
  )
}

function rowsOf(one: Figures, lang: OfficeFrame['lang']) {
  const say = words(lang)
  const lines: [string, string][] = [
    [say('filed'), numberText(one.filed)],
    [say('online'), shareText(one.online, one.filed, lang)],
    [say('median'), elapsedText(one.medianS, lang)],
    [say('p90'), elapsedText(one.p90S, lang)],
    [say('late'), shareText(one.late, one.finished, lang)],
    [say('supplemented'), shareText(one.supplemented, one.filed, lang)],
    [say('refused'), shareText(one.refused, one.filed, lang)],
    [say('withdrawn'), shareText(one.withdrawn, one.filed, lang)],
  ]
  return lines.map(([label, value]) => ({ key: label, value }))
}

type Lang = OfficeFrame['lang']

function Counted({ title, empty, lines, lang }: { title: string; empty: string; lines: readonly Named[]; lang: Lang }) {
  const say = words(lang)
  return (
    <Card title={title}>
      <Lines
        empty={empty}
        lines={lines.map(({ name, cases }: { name: Words; cases: number }) => [name[lang], say('cases', { count: cases })])}
      />
    </Card>
  )
}

function Lines({ empty, lines }: { empty: string; lines: readonly (readonly string[])[] }) {
  if (lines.length === 0) return <p class="govuk-body">{empty}</p>
  return (
    <ul class="govuk-list govuk-list--spaced">
      {lines.map(([text, count]) => (
        <li key={text}>
          {text} {count !== undefined && <span class="lt-muted lt-num">{count}</span>}
        </li>
      ))}
    </ul>
  )
}

function Simpler({ simpler, lang }: { simpler: Simplified; lang: Lang }) {
  const say = words(lang)
  const { before, after } = simpler
  const columns = [say('what'), say('before'), say('after')].map((label) => ({ label }))
  const rows = [
    [say('mustBring'), before === undefined ? say('unknown') : numberText(before.papers), numberText(after.papers)],
    [say('steps'), stepsText(before, lang), stepsText(after, lang)],
    [say('time'), timeText(before, lang), timeText(after, lang)],
    [say('cost'), costText(before, lang), costText(after, lang)],
  ]
  return (
    <Card title={say('simpler')}>
      {before === undefined && <p class="govuk-body lt-muted">{say('noRow')}</p>}
      <Table caption={say('simpler')} columns={columns} rows={rows} />
    </Card>
  )
}

function stepsText(effort: Effort | undefined, lang: Lang): string {
  return effort?.steps === undefined ? words(lang)('unknown') : numberText(effort.steps)
}

function timeText(effort: Effort | undefined, lang: Lang): string {
  if (effort === undefined) return words(lang)('unknown')
  const { time } = effort
  if (!('amounts' in time)) return termText(time, lang)
  return time.amounts.length === 0 ? words(lang)('unknown') : time.amounts.map(String).join(' / ')
}

function costText(effort: Effort | undefined, lang: Lang): string {
  return effort === undefined || effort.cost === null ? words(lang)('unknown') : moneyText(effort.cost)
}
