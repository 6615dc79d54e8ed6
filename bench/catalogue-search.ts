import { questions } from '../test/questions/index.ts'
import type { Answered, Asking } from './asking.ts'
import { withControl } from './control.ts'
import { p95 } from './figure.ts'
import type { Install } from './install.ts'
import { inOwnProcess } from './own-process.ts'
import type { Report } from './report.ts'

/** How long a search over the whole catalogue takes over HTTP, in the words of the two hundred questions, as a visitor without account. */
export async function measureCatalogueSearch(
  install: Install,
  report: Report,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<void> {
  const rows = await install.admin.query<{ findable: number }>(
    "select count(*)::int as findable from national_routing(current_date) where target <> 'undecided'",
  )
  report.note(`catalogue.search: ${rows.rows[0]?.findable ?? 0} rows routed, ${questions.length} questions`)
  const paths = questions.map(([words]) => `/thu-tuc?q=${encodeURIComponent(words)}`)
  const [searching, control]: number[][] = [[], []]
  for (let round = -1; round < rounds; round += 1) {
    const asking = { port: install.product.port, cookie: '', paths, seconds: round < 0 ? 2 : seconds }
    const { result, controlMs } = await withControl(install, () => inOwnProcess<Asking, Answered>('./asking.ts', asking))
    if (round < 0) continue
    searching?.push(p95(result.ms))
    control?.push(controlMs)
  }
  report.add('catalogue.search_p95_ms', searching ?? [])
  report.add('catalogue.search_p95_ms.select_1', control ?? [])
}
