import type { VNode } from 'preact'
import type { PastImport } from '#modules/national'
import type { Id } from '#platform/id'
import { newRandomKey } from '#platform/id'
import { momentText, numberText } from '#platform/text'
import { Button, Buttons, Card, FileUpload, Form, type OfficeFrame, Table } from '../../components/index.ts'
import { Shell } from '../shell.tsx'
import { path } from './list.tsx'
import { words } from './words.ts'

const field = 'tep'

type BringProps = { frame: OfficeFrame; past: readonly PastImport[]; names: ReadonlyMap<Id, string>; problem: string | undefined }

/** Where a list is brought, and what was imported before. */
export function BringPage({ frame, past, names, problem }: BringProps): VNode {
  const say = words(frame.lang)
  const problems = problem === undefined ? [] : [{ field, text: problem }]
  return (
    <Shell frame={frame} title={say('bringTitle')} lead={say('bringLead')} up={{ href: path, label: say('toList') }} problems={problems}>
      <Card>
        <Form action={`${path}/nhap`} formKey={newRandomKey()} files>
          <FileUpload name={field} label={say('file')} hint={say('fileHint')} accept=".json,.csv,.xlsx" error={problem} />
          <Buttons>
            <Button>{say('lookAt')}</Button>
          </Buttons>
        </Form>
      </Card>
      <Card title={say('pastImports')}>
        {past.length === 0 ? <p class="govuk-body">{say('noImports')}</p> : <Past frame={frame} past={past} names={names} />}
      </Card>
    </Shell>
  )
}

function Past({ frame: { lang }, past, names }: Pick<BringProps, 'frame' | 'past' | 'names'>) {
  const say = words(lang)
  const count = (counts: PastImport['counts'], name: string) => numberText(counts[name] ?? 0)
  return (
    <Table
      caption={say('pastImports')}
      columns={[say('when'), say('list'), say('came'), say('who')].map((label) => ({ label }))}
      rows={past.map(({ at, name, source, counts, by }) => [
        <span class="lt-num">{momentText(at)}</span>,
        name === source ? name : `${source} (${name})`,
        say('outcome', {
          new: count(counts, 'new'),
          changed: count(counts, 'changed'),
          same: count(counts, 'same'),
          dropped: count(counts, 'dropped'),
        }),
        names.get(by) ?? '–',
      ])}
    />
  )
}
