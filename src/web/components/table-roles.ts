/**
 * Roles written out for tables whose parts become blocks on a phone: some browsers forget that a table is one when its `display` changes.
 * Spread onto the element: `<tr {...roles.row}>`.
 */
export const roles = {
  table: { role: 'table' },
  rows: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHead: { role: 'columnheader' },
  rowHead: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const
