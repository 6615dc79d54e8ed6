import type { VNode } from 'preact'
import { type ColumnMap, type ColumnName, columnNames, type ListFileRow } from '#modules/national'
import { newRandomKey } from '#platform/id'
import { Button, Buttons, Card, Form, LinkButton, type OfficeFrame, Select, Table } from '../../components/index.ts'
import { Shell } from '../shell.tsx'
import { path } from './list.tsx'
import { words } from './words.ts'

type ColumnsProps = {
  frame: OfficeFrame
  file: ListFileRow
  headings: readonly string[]
  sample: readonly (readonly string[])[]
  map: ColumnMap
  missing: readonly ColumnName[]
}

const mostColumns = 8
const longestCell = 80

/** A table with headings of its own: a person says which column holds what. */
export function ColumnsPage({ frame, file, headings, sample, map, missing }: ColumnsProps): VNode {
  const say = words(frame.lang)
  const named = [...new Set(headings.filter((one) => one !== ''))]
  const options = named.map((value) => ({ value, label: value }))
  const errorOf = (name: ColumnName) => say('problem.columns', { names: say(`column.${name}`) })
  return (
    <Shell
      frame={frame}
      title={say('columnsTitle')}
      lead={say('columnsLead', { name: file.name })}
      up={{ href: path, label: say('toList') }}
      problems={missing.map((name) => ({ field: name, text: errorOf(name) }))}
    >
      <FirstRows frame={frame} named={named} headings={headings} sample={sample} />
      <Card>
        <Form action={`${path}/nhap/${file.id}/cot`} formKey={newRandomKey()}>
          <div class="lt-asks">
            {columnNames.map((name) => (
              <Select
                key={name}
                name={name}
                label={say(`column.${name}`)}
                value={map[name]}
                options={options}
                error={missing.includes(name) ? errorOf(name) : undefined}
              />
            ))}
          </div>
          <Buttons>
            <Button>{say('columnsDone')}</Button>
            <LinkButton kind="secondary" href={`${path}/nhap`}>
              {say('leave')}
            </LinkButton>
          </Buttons>
        </Form>
      </Card>
    </Shell>
  )
}

function FirstRows({ frame, named, headings, sample }: Pick<ColumnsProps, 'frame' | 'headings' | 'sample'> & { named: readonly string[] }) {
  const say = words(frame.lang)
  return (
    <Card title={say('firstRows')}>
      <Table
        caption={say('firstRows')}
        columns={named.slice(0, mostColumns).map((label) => ({ label }))}
        rows={sample.map((row) =>
          named.slice(0, mostColumns).map((heading) => (row[headings.indexOf(heading)] ?? '').slice(0, longestCell) || '–'),
        )}
      />
    </Card>
  )
}
