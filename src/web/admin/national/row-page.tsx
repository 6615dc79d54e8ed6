import type { ComponentChildren, VNode } from 'preact'
import {
  type DecisionProblem,
  flagMeanings,
  flagNames,
  nationalPortal,
  type Routing,
  type RoutingChoice,
  type StoredRow,
  targetWords,
  type Version,
} from '#modules/national'
import type { Id } from '#platform/id'
import { dateText, momentText } from '#platform/text'
import { Card, LinkButton, Notice, type OfficeFrame, PlainList, StatusTag, SummaryList } from '../../components/index.ts'
import { words as serviceWords } from '../service/words.ts'
import { Shell } from '../shell.tsx'
import { DecideForm } from './decide-form.tsx'
import { Differences } from './differences.tsx'
import { path, targetSigns } from './list.tsx'
import { Published } from './published.tsx'
import type { TypedDecision } from './row.ts'
import { words } from './words.ts'

export type RowProps = {
  frame: OfficeFrame
  row: StoredRow
  routing: Routing
  choices: readonly RoutingChoice[]
  versions: readonly Version[]
  names: ReadonlyMap<Id, string>
  typed: TypedDecision
  problems: readonly DecisionProblem[]
  done: boolean
}

/** One procedure: where it is dealt with and why, what is odd about it, what the ministry publishes, and the decision to take. */
export function RowPage(props: RowProps): VNode {
  const { frame, row, problems, done } = props
  const say = words(frame.lang)
  return (
    <Shell
      frame={frame}
      title={row.row.name}
      lead={`${row.code} · ${row.row.field}`}
      up={{ href: path, label: say('toList') }}
      done={done ? say('decided') : undefined}
      problems={problems.map((field) => ({ field, text: say(`problem.${field}`) }))}
    >
      {row.droppedAt !== null && (
        <Notice>
          <p>{say('droppedNote', { at: momentText(row.droppedAt) })}</p>
        </Notice>
      )}
      <Where {...props} />
      {props.routing.target === 'ours' && (
        <Card title={serviceWords(frame.lang)('title')}>
          <p class="govuk-body">{serviceWords(frame.lang)('lead')}</p>
          <LinkButton href={`${path}/${row.code}/phuc-vu`} kind="secondary" icon="arrow">
            {serviceWords(frame.lang)('look')}
          </LinkButton>
        </Card>
      )}
      <DecideForm {...props} />
      <Flags lang={frame.lang} row={row} />
      <Published lang={frame.lang} row={row.row} />
      <History {...props} />
    </Shell>
  )
}

/** Where it is dealt with today, and who or what said so. */
function Where({ frame: { lang }, row, routing: { target, system, choice, rule }, names }: RowProps) {
  const say = words(lang)
  const link = system?.link ?? row.row.url ?? nationalPortal
  const line = (key: string, value: ComponentChildren) => ({ key, value })
  const facts = [
    ...(system === null ? [] : [line(say('system'), system.name[lang])]),
    ...(target === 'other-system' ? [line(say('link'), <Outside href={link} />)] : []),
    ...(system?.bring == null ? [] : [line(say('bringThere'), system.bring[lang])]),
    ...(choice === undefined ? [] : [line(say('reason'), choice.reason), line(say('since'), dateText(choice.validFrom))]),
    ...(rule === undefined ? [] : [line(say('basis'), rule.unverified ? `${rule.basis} (${say('unverified')})` : rule.basis)]),
  ]
  const decidedBy = choice === undefined ? undefined : say('byPerson', { who: names.get(choice.by) ?? '–', at: momentText(choice.at) })
  return (
    <Card title={say('where')}>
      <p class="govuk-body">
        <StatusTag status={targetSigns[target]}>{targetWords(lang)(target)}</StatusTag>{' '}
        {decidedBy ?? (rule === undefined ? say('byNobody') : say('byRule', { rule: rule.name[lang] }))}
      </p>
      {facts.length > 0 && <SummaryList rows={facts} />}
    </Card>
  )
}

function Outside({ href }: { href: string }) {
  return (
    <a class="govuk-link" href={href} rel="noreferrer">
      {href}
    </a>
  )
}

function Flags({ lang, row: { flags } }: { lang: OfficeFrame['lang']; row: StoredRow }) {
  const say = words(lang)
  return (
    <Card title={say('toLookAt')}>
      {flags.length === 0 ? (
        <p class="govuk-body">{say('nothingToLookAt')}</p>
      ) : (
        <PlainList>
          {flags.map((flag) => (
            <li key={flag}>
              <span>
                <b>{flagNames(lang)(flag)}.</b> {flagMeanings(lang)(flag)}
              </span>
            </li>
          ))}
        </PlainList>
      )}
    </Card>
  )
}

function History({ frame: { lang }, versions, names }: RowProps) {
  const say = words(lang)
  return (
    <Card title={say('history')}>
      {versions.map(({ version, at, source, by, row }, place) => {
        const before = versions[place + 1]?.row
        const title = say('version', { version, at: momentText(at), source, who: names.get(by) ?? '–' })
        if (before === undefined)
          return (
            <p class="govuk-body" key={version}>
              {title}. <span class="lt-muted">{say('firstVersion')}</span>
            </p>
          )
        return (
          <details class="govuk-details" key={version}>
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">{title}</span>
            </summary>
            <Differences lang={lang} before={before} after={row} />
          </details>
        )
      })}
    </Card>
  )
}
