import { type Component, type Procedure, revisionOf, type Words } from '#modules/procedures'
import type { Ctx } from '#platform/act'
import type { Instant } from '#platform/clock'
import { ask, rowsOf } from '#platform/db'
import { type Figures, figuresOf, mostCases, type Span } from './figures.ts'

/** Something of the procedure with the number of cases that had it. */
export type Named = { readonly id: string; readonly name: Words; readonly cases: number }

/** A page of the form on which drafts were left. */
export type Left = { readonly page: Words; readonly drafts: number }

export type ProcedureDetail = {
  readonly figures: Figures | undefined
  readonly defects: readonly Named[]
  readonly left: readonly Left[]
  /** Components that the procedure may ask for and that no counted case brought, while there were cases to count. */
  readonly unneeded: readonly Named[]
  readonly papers: readonly Named[]
}

const leftAfterMs = 7 * 86_400_000

/** What a procedure officer looks at before asking for less: defects, where forms are left, papers that nobody brings. */
export async function procedureDetail(ctx: Ctx, procedure: Procedure, span: Span): Promise<ProcedureDetail> {
  const { since, till } = span
  const values = [procedure.code, since, till, mostCases]
  const before: Instant = new Date(Date.parse(till) - leftAfterMs).toISOString()
  const [[figures], [defects, papers, left]] = await Promise.all([
    figuresOf(ctx, span, procedure.code),
    ask(ctx.pool, ctx.actor, [
      { text: 'select * from procedure_defects($1, $2, $3, $4)', values },
      { text: 'select * from procedure_papers($1, $2, $3, $4)', values },
      { text: 'select * from procedure_left($1, $2)', values: [procedure.code, before] },
    ]),
  ])
  const brought = new Map(rowsOf<{ component: string; cases: number }>(papers).map((row) => [row.component, row.cases]))
  const asked = procedure.components.flatMap((one) => named(one, brought))
  return {
    figures,
    defects: rowsOf<{ defect: string; cases: number }>(defects).map(({ defect, cases }) => ({
      id: defect,
      name: defectNamed(procedure, defect),
      cases,
    })),
    left: await leftPages(ctx, procedure.code, rowsOf<{ revision: number; page: number; drafts: number }>(left)),
    papers: asked.filter(({ cases }) => cases > 0),
    unneeded: figures === undefined ? [] : asked.filter(({ cases }) => cases === 0),
  }
}

/** Papers that travel as an upload; what is made from the answers or only shown leaves no file. */
function named({ id, field, name }: Component, brought: ReadonlyMap<string, number>): Named[] {
  return field === undefined ? [] : [{ id, name, cases: brought.get(field) ?? 0 }]
}

function defectNamed({ defects }: Procedure, code: string): Words {
  return defects.find((one) => one.code === code)?.text ?? { vi: code, en: code }
}

/** Drafts of an older revision are told by the page that this revision had. */
async function leftPages(ctx: Ctx, code: string, rows: readonly { revision: number; page: number; drafts: number }[]): Promise<Left[]> {
  const found = await Promise.all(
    rows.map(async ({ revision, page, drafts }) => {
      const title = (await revisionOf(ctx, code, revision))?.pages[page]?.title
      return title === undefined ? [] : [{ page: title, drafts }]
    }),
  )
  const sums = new Map<string, Left>()
  for (const { page, drafts } of found.flat()) sums.set(page.vi, { page, drafts: drafts + (sums.get(page.vi)?.drafts ?? 0) })
  return [...sums.values()].sort((a, b) => b.drafts - a.drafts)
}
