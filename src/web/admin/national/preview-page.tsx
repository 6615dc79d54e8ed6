import type { ComponentChildren, VNode } from 'preact'
import {
  type Comparison,
  type Counts,
  doubtWords,
  type Entry,
  flagNames,
  isSuspicious,
  type ListFileRow,
  parts,
  partWords,
} from '#modules/national'
import { newRandomKey } from '#platform/id'
import { numberText } from '#platform/text'
import { Button, Buttons, Card, Form, LinkButton, Notice, type OfficeFrame, SummaryList, Table } from '../../components/index.ts'
import type { Typed } from '../../typed.ts'
import { Shell } from '../shell.tsx'
import { DifferenceList } from './differences.tsx'
import { path } from './list.tsx'
import { words } from './words.ts'

type PreviewProps = { frame: OfficeFrame; file: ListFileRow; comparison: Comparison; stale: boolean }

const kinds = ['new', 'changed', 'suspicious', 'dropped', 'refused', 'same'] as const satisfies readonly (keyof Counts)[]
const mostShown = 60
// A longer list of names is closed at first: what is suspicious comes before it.
const mostOpen = 10

/** What a list would do, before it does anything. What is imported is what was shown, or nothing. */
export function PreviewPage({ frame, file, comparison, stale }: PreviewProps): VNode {
  const say = words(frame.lang)
  const { counts, entries, dropped, refused } = comparison
  const missing = dropped.length / Math.max(1, dropped.length + entries.length)
  return (
    <Shell
      frame={frame}
      title={say('preview')}
      lead={say('previewLead', { name: file.name, source: file.source })}
      up={{ href: path, label: say('toList') }}
      trouble={stale ? say('changedMeanwhile') : undefined}
    >
      <Card>
        <SummaryList rows={kinds.map((kind) => ({ key: say(kind), value: <span class="lt-num">{numberText(counts[kind])}</span> }))} />
        <Confirm frame={frame} file={file} counts={counts} />
      </Card>
      {missing > 0.2 && (
        <Notice>
          <p>{say('droppedMany')}</p>
        </Notice>
      )}
      <Suspicious lang={frame.lang} entries={entries.filter(isSuspicious)} />
      <Refused lang={frame.lang} refused={refused} />
      <Codes lang={frame.lang} title={say('dropped')} lines={dropped} />
      <Changed lang={frame.lang} entries={entries.filter(({ kind, doubts }) => kind === 'changed' && doubts.length === 0)} />
      <Codes
        lang={frame.lang}
        title={say('new')}
        lines={entries.filter(({ kind }) => kind === 'new').map(({ code, row }) => ({ code, name: row.name }))}
      />
    </Shell>
  )
}

function Confirm({ frame: { lang }, file, counts }: { frame: OfficeFrame; file: ListFileRow; counts: Counts }) {
  const say = words(lang)
  const changes = counts.new + counts.changed + counts.dropped
  return (
    <>
      {changes === 0 && <p class="govuk-body">{say('nothingNew')}</p>}
      <Form action={`${path}/nhap/${file.id}`} formKey={newRandomKey()}>
        {kinds.map((kind) => (
          <input key={kind} type="hidden" name={kind} value={counts[kind]} />
        ))}
        <Buttons>
          <Button kind={changes === 0 ? 'secondary' : 'primary'}>{say('confirm')}</Button>
          <LinkButton kind="secondary" href={path}>
            {say('leave')}
          </LinkButton>
          {file.kind !== 'json' && (
            <LinkButton kind="secondary" href={`${path}/nhap/${file.id}?cot=1`}>
              {say('changeColumns')}
            </LinkButton>
          )}
        </Buttons>
      </Form>
    </>
  )
}

/** The numbers that the form carried: what was shown to whoever confirms. */
export function countsIn(typed: Typed): Counts {
  const of = (kind: keyof Counts) => (/^\d{1,6}$/.test(typed.raw(kind)) ? Number(typed.raw(kind)) : -1)
  return {
    new: of('new'),
    changed: of('changed'),
    same: of('same'),
    dropped: of('dropped'),
    refused: of('refused'),
    suspicious: of('suspicious'),
  }
}

type Lang = OfficeFrame['lang']

function Part<T>({
  lang,
  title,
  lead,
  all,
  children,
}: {
  lang: Lang
  title: string
  lead?: string
  all: readonly T[]
  children: (shown: readonly T[]) => ComponentChildren
}) {
  if (all.length === 0) return null
  return (
    <Card title={`${title}: ${numberText(all.length)}`}>
      {lead !== undefined && <p class="govuk-body">{lead}</p>}
      {children(all.slice(0, mostShown))}
      {all.length > mostShown && <p class="govuk-body lt-muted">{words(lang)('andMore', { count: numberText(all.length - mostShown) })}</p>}
    </Card>
  )
}

function Suspicious({ lang, entries }: { lang: Lang; entries: readonly Entry[] }) {
  const say = words(lang)
  return (
    <Part lang={lang} title={say('suspicious')} lead={say('suspiciousLead')} all={entries}>
      {(shown) =>
        shown.map((entry) => (
          <EntryOf key={entry.code} lang={lang} entry={entry}>
            {[...entry.doubts.map((one) => doubtWords(lang)(one)), ...entry.raised.map((one) => flagNames(lang)(one))].join('; ')}
          </EntryOf>
        ))
      }
    </Part>
  )
}

function Changed({ lang, entries }: { lang: Lang; entries: readonly Entry[] }) {
  return (
    <Part lang={lang} title={words(lang)('changed')} all={entries}>
      {(shown) => shown.map((entry) => <EntryOf key={entry.code} lang={lang} entry={entry} />)}
    </Part>
  )
}

/** A row by its name; what it says differently is read by whoever opens it. */
function EntryOf({ lang, entry: { code, row, differences }, children }: { lang: Lang; entry: Entry; children?: ComponentChildren }) {
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          <span class="lt-num">{code}</span> <span lang="vi">{row.name}</span>
        </span>
      </summary>
      <div class="govuk-details__text">
        {children && <p>{children}</p>}
        <DifferenceList lang={lang} differences={differences} />
      </div>
    </details>
  )
}

/** The part of a row that a problem lies in, as people call it. */
function partOf(at: string, lang: Lang): string {
  const [first = ''] = at.split('.')
  const found = parts.find((part) => part === first)
  return first === 'code' ? words(lang)('code') : found === undefined ? '' : partWords(lang)(found)
}

function Refused({ lang, refused }: { lang: Lang; refused: Comparison['refused'] }) {
  const say = words(lang)
  return (
    <Part lang={lang} title={say('refused')} lead={say('refusedLead')} all={refused}>
      {(shown) => (
        <Table
          caption={say('refused')}
          columns={[{ label: say('row'), numeric: true }, { label: say('code') }, { label: say('why') }]}
          rows={shown.map(({ place, code, problems }) => [
            String(place),
            code ?? '–',
            problems
              .slice(0, 3)
              .map(({ at, says }) => [partOf(at, lang), says[lang]].filter(Boolean).join(': '))
              .join('; '),
          ])}
        />
      )}
    </Part>
  )
}

function Codes({ lang, title, lines }: { lang: Lang; title: string; lines: readonly { code: string; name: string }[] }) {
  const say = words(lang)
  return (
    <Part lang={lang} title={title} all={lines}>
      {(shown) => (
        <details class="govuk-details" open={shown.length <= mostOpen}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{say('seeList')}</span>
          </summary>
          <Table
            caption={title}
            columns={[{ label: say('code') }, { label: say('procedure') }]}
            rows={shown.map(({ code, name }) => [<span class="lt-num">{code}</span>, <span lang="vi">{name}</span>])}
          />
        </details>
      )}
    </Part>
  )
}
