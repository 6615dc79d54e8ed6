import type { VNode } from 'preact'
import {
  asWords,
  type Data,
  type Difference,
  type Entry,
  pathInWords,
  placeFrom,
  type RevisionDraft,
  said,
  withPart,
} from '#modules/editing'
import type { Language } from '#platform/i18n'
import { momentText } from '#platform/text'
import { Card, Empty, type OfficeFrame, Table } from '../components/index.ts'
import { crumbsTo } from './draft-frame.ts'
import { EditorPage } from './shell.tsx'
import { words } from './words.ts'

/** Who changed what, the newest first: every saved page with what stood there before. */
export function HistoryPage({ frame, draft, entries }: { frame: OfficeFrame; draft: RevisionDraft; entries: readonly Entry[] }): VNode {
  const say = words(frame.lang)
  const columns = [say('when'), say('who'), say('what'), say('before'), say('after')].map((label) => ({ label }))
  return (
    <EditorPage frame={frame} title={say('history')} lead={say('historyLead')} crumbs={crumbsTo(draft, [''], frame.lang)}>
      <Card>
        <Table caption={say('history')} columns={columns} rows={entries.map((one) => rowOf(draft, one, frame.lang))} />
      </Card>
    </EditorPage>
  )
}

function rowOf({ body }: RevisionDraft, entry: Entry, lang: Language) {
  const say = words(lang)
  const when = <span class="lt-num">{momentText(entry.at)}</span>
  if ('event' in entry) return [when, entry.by, <b>{say(`done.${entry.event.act}`)}</b>, '', entry.event.note]
  const place = placeFrom(entry.change.place)
  const showing = (data: Data | null) => {
    if (data === null) return '–'
    const withIt = withPart(body, place, data)
    return said(withIt, place, lang) ?? asWords(data)?.[lang] ?? '–'
  }
  return [when, entry.by, pathInWords(body, place, lang).join(' › '), showing(entry.change.before), showing(entry.change.after)]
}

/** What is other than in the revision it was made from. */
export function ChangesPage({
  frame,
  draft,
  found,
}: {
  frame: OfficeFrame
  draft: RevisionDraft
  found: readonly Difference[] | undefined
}): VNode {
  const say = words(frame.lang)
  return (
    <EditorPage frame={frame} title={say('changes')} lead={say('changesLead')} crumbs={crumbsTo(draft, [''], frame.lang)}>
      <Card>{found === undefined ? <Empty>{say('noBase')}</Empty> : <Differences found={found} lang={frame.lang} />}</Card>
    </EditorPage>
  )
}

export function Differences({ found, lang }: { found: readonly Difference[]; lang: Language }) {
  const say = words(lang)
  if (found.length === 0) return <Empty>{say('noChanges')}</Empty>
  const columns = [say('what'), say('before'), say('after')].map((label) => ({ label }))
  return (
    <Table
      caption={say('changes')}
      columns={columns}
      rows={found.map(({ where, before, after }) => [where, before ?? '–', after ?? '–'])}
    />
  )
}
