import type { ComponentChildren } from 'preact'
import { roles } from './table-roles.ts'

/** `acts`: the cells hold buttons or links that need no label beside them on a phone. */
export type Column = { label: string; numeric?: boolean; acts?: boolean }

export type TableProps = {
  caption: string
  /** The caption is seen only where no heading says the same. */
  captionSeen?: boolean
  columns: readonly Column[]
  /** Cells in the order of the columns; the first names its row. */
  rows: readonly (readonly ComponentChildren[])[]
  /** What a machine reads off each row, in the order of the rows: `data-login` and the like. */
  data?: readonly Readonly<Record<`data-${string}`, string>>[]
}

/**
 * A table that on a phone becomes labelled lines, never a sideways scroll. The roles are written out because changing `display` drops them.
 */
export function Table({ caption, captionSeen = false, columns, rows, data = [] }: TableProps) {
  return (
    <table class="govuk-table lt-stack" {...roles.table}>
      <caption class={captionSeen ? 'govuk-table__caption' : 'lt-vh'}>{caption}</caption>
      <thead class="govuk-table__head" {...roles.rows}>
        <tr {...roles.row}>
          {columns.map((column) => (
            <th key={column.label} scope="col" {...roles.columnHead} class={classOf('header', column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.rows}>
        {rows.map((cells, index) => (
          <tr {...roles.row} {...data[index]} key={index}>
            {cells.map((cell, place) => (
              <Cell key={place} column={columns[place]} first={place === 0}>
                {cell}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ column, first, children }: { column: Column | undefined; first: boolean; children: ComponentChildren }) {
  if (column === undefined) throw new Error('a cell without a column')
  if (first) {
    return (
      <th scope="row" {...roles.rowHead} class={classOf('cell', column)}>
        {children}
      </th>
    )
  }
  return (
    <td {...roles.cell} data-k={column.acts === true ? undefined : column.label} class={classOf('cell', column)}>
      {children}
    </td>
  )
}

function classOf(part: 'header' | 'cell', { numeric = false }: Column): string {
  return `govuk-table__${part}${numeric ? ` govuk-table__${part}--numeric` : ''}`
}
