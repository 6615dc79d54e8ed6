export { type Left, type Named, type ProcedureDetail, procedureDetail } from './detail.ts'
export { type Figures, figuresOf, mostCases, type Span, spanEndingAt } from './figures.ts'
export { type Effort, type Simplified, simplified } from './simplified.ts'
