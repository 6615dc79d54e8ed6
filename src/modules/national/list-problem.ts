/** Why a list cannot be taken at all. */
export type ListFault =
  | 'empty-list'
  | 'too-many-rows'
  | 'not-a-list'
  | 'broken-json'
  | 'entry-too-long'
  | 'not-utf-8'
  | 'unknown-kind'
  | 'too-many-columns'
  | 'cell-too-long'
  | 'open-quote'
  | 'no-header'
  | 'columns-missing'
  | 'not-a-workbook'
  | 'workbook-too-big'
  | 'bad-map'

/** A list that cannot be taken at all; `sayFault` says it in one sentence. */
export class ListProblem extends Error {
  readonly fault: ListFault
  readonly params: Readonly<Record<string, string | number>>

  constructor(fault: ListFault, params: Readonly<Record<string, string | number>> = {}) {
    super(`${fault} ${JSON.stringify(params)}`)
    this.name = 'ListProblem'
    this.fault = fault
    this.params = params
  }
}
