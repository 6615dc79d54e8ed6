import type { ComponentChildren } from 'preact'
import { feeLines, linesOf, termLine } from '#modules/national'
import type { NationalComponent, NationalRow } from '#modules/procedures'
import type { Language } from '#platform/i18n'
import { Card, SummaryList, Table } from '../../components/index.ts'
import { words } from './words.ts'

/** What the ministry publishes, in its own words and order. */
export function Published({ lang, row }: { lang: Language; row: NationalRow }) {
  const say = words(lang)
  return (
    <>
      <Card title={say('published')}>
        <Facts lang={lang} row={row} />
        <Reading title={say('conditions')} text={row.conditions} />
        <Reading title={say('steps')} text={row.steps} />
      </Card>
      {row.channels.length > 0 && (
        <Card title={say('ways')}>
          <Ways lang={lang} row={row} />
        </Card>
      )}
      <Card title={say('papers')}>
        {row.listed ? (
          <Papers lang={lang} components={row.components} />
        ) : (
          <p class="govuk-body">{say('papersUnlisted', { count: row.componentCount })}</p>
        )}
      </Card>
    </>
  )
}

function Facts({ lang, row }: { lang: Language; row: NationalRow }) {
  const say = words(lang)
  const list = (lines: readonly string[]) => lines.map((line, place) => <div key={place}>{line}</div>)
  const facts: [string, ComponentChildren[] | string | undefined][] = [
    [say('ministry'), row.ministry],
    [say('decision'), row.decision],
    [say('level'), row.levels.map((level) => say(`level.${level}`)).join(', ')],
    [say('subjects'), row.subjects.join('; ')],
    [say('agency'), row.agencies],
    [say('results'), list(linesOf(row, 'results'))],
    [say('legal'), row.legal.join('; ')],
    [say('replaced'), list(linesOf(row, 'replacedByData'))],
  ]
  const said = facts.filter(([, value]) => value !== undefined && value.length > 0)
  return <SummaryList rows={said.map(([key, value]) => ({ key, value: <span lang="vi">{value}</span> }))} />
}

function Reading({ title, text }: { title: string; text: string | undefined }) {
  if (text === undefined) return null
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{title}</span>
      </summary>
      <div class="govuk-details__text" lang="vi">
        {text.split('\n').map((line, place) => (
          <p key={place}>{line}</p>
        ))}
      </div>
    </details>
  )
}

function Ways({ lang, row }: { lang: Language; row: NationalRow }) {
  const say = words(lang)
  const columns = [say('way'), say('time'), say('fees'), say('note')].map((label) => ({ label }))
  const rows = row.channels.map((way) => [
    say(`way.${way.channel}`),
    <span lang="vi">{termLine(way)}</span>,
    <span lang="vi">{feeLines(way).join('; ') || '–'}</span>,
    <span lang="vi">{way.note ?? '–'}</span>,
  ])
  return <Table caption={say('ways')} columns={columns} rows={rows} />
}

/** Papers under the heading of their group; a line that stands for no paper is called a note. */
function Papers({ lang, components }: { lang: Language; components: readonly NationalComponent[] }) {
  const say = words(lang)
  const columns = [
    { label: say('ordinal') },
    { label: say('paper') },
    { label: say('originals'), numeric: true },
    { label: say('copies'), numeric: true },
  ]
  const groups = [...Map.groupBy(components, ({ group }) => group)]
  return (
    <>
      {groups.map(([group, papers]) => (
        <section key={group}>
          {/\p{L}/u.test(group) && (
            <h3 class="govuk-heading-s" lang="vi">
              {group}
            </h3>
          )}
          <Table
            caption={/\p{L}/u.test(group) ? group : say('papers')}
            columns={columns}
            rows={papers.map(({ name, form, original, copy }, place) => [
              String(place + 1),
              <>
                <span lang="vi">{name}</span>
                {form !== undefined && <span class="lt-muted"> ({form})</span>}
              </>,
              original + copy === 0 ? say('noteLine') : String(original),
              original + copy === 0 ? '–' : String(copy),
            ])}
          />
        </section>
      ))}
    </>
  )
}
