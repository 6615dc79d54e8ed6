import { textOf } from '../visitor.ts'
import { type Answers, type Citizen, file, type Seen, type Walked, walk } from './catalogue-citizen.ts'
import { type Handled, handle, type Officials } from './catalogue-office.ts'
import { feeOf, type Line, owed, type RawRow, said, situationOf, termOf, told } from './catalogue-row.ts'

export type Checked = {
  code: string
  wrong: string[]
  /** What kind of form it was, for the summary. */
  papers: number
  cases: number
  notes: number
  results: number
  asked: Handled['asked']
}

/** How the papers of the last page are named that are not sent: shown at the counter, looked up, made. */
type Found = { uploads: readonly Seen[]; others: readonly string[]; notes: readonly string[] }

/**
 * Files one procedure over the doors and carries it to its results; walks its form once more for every other case. What the row promises is
 * compared with what a citizen and the officials saw.
 */
export async function check(row: RawRow, citizen: Citizen, officials: Officials): Promise<Checked> {
  const wrong: string[] = []
  const first = await walk(citizen, row.code, {})
  const situations = [...first.cases.filter(({ value }) => value !== 'other').map(({ value }): Answers => ({ case: value }))]
  if (first.proxy) situations.push({ proxy: true })
  const labels = new Map(first.cases.map(({ value, label }) => [value, label]))
  wrong.push(...comparePapers(row, first, {}, labels))
  for (const answers of situations) wrong.push(...comparePapers(row, await walk(citizen, row.code, answers), answers, labels))
  const unreachable = owed(row).filter(
    ({ group }) => situationOf(group) === 'case' && ![...labels.values()].some((label) => isGroup(label, group)),
  )
  wrong.push(...unreachable.map((line) => `no case leads to «${line.group}»`))
  const code = await file(citizen, first.draft)
  const names = [...new Set(row.results.map(({ name }) => said(name)))]
  const handled = await handle(officials, code, names)
  wrong.push(...compareTerms(row, first, handled))
  wrong.push(...(await compareResults(names, code, citizen, handled)))
  const counts = { papers: owed(row).length, cases: situations.length, notes: told(row).length, results: names.length }
  return { code: row.code, wrong, ...counts, asked: handled.asked }
}

/** Standings of papers that have an upload of their own and are counted there. */
const sent = ['Bạn đã gửi', 'Còn thiếu', 'Lập từ câu trả lời của bạn']

function comparePapers(row: RawRow, walked: Walked, answers: Answers, labels: ReadonlyMap<string, string>): string[] {
  const others = walked.papers.filter(({ standing }) => !sent.includes(standing))
  const found: Found = { uploads: walked.uploads, others: others.map(({ name }) => name), notes: walked.notes }
  const chosen = answers.case === undefined ? undefined : labels.get(answers.case)
  const inCase = (line: Line) => isOwed(line, answers, chosen, labels)
  const where = answers.case ?? (answers.proxy ? 'proxy' : 'nobody special')
  const names = [...new Map(owed(row).map(({ name }) => [letters(name), name])).values()]
  return [
    ...names.flatMap((name) => {
      // The same words in two groups that count at once are two papers, and in two cases one for each.
      const wanted = new Set(owed(row).flatMap((line) => (letters(line.name) === letters(name) && inCase(line) ? [line.group] : []))).size
      const times = timesAsked(name, found)
      return times === wanted ? [] : [`asked ${times} instead of ${wanted} times (${where}): ${name.slice(0, 160)}`]
    }),
    ...told(row)
      .filter((line) => inCase(line) && !found.notes.some((note) => letters(note) === letters(line.name)))
      .map((line) => `not told (${where}): ${line.name.slice(0, 120)}`),
  ]
}

/** Whether a line counts for these answers: by its own words, or because the form offers its group as a case. */
function isOwed({ group }: Line, answers: Answers, chosen: string | undefined, labels: ReadonlyMap<string, string>): boolean {
  const situation = situationOf(group)
  if (situation === 'proxy') return answers.proxy === true
  if (situation === 'online') return true
  if (situation === 'counter') return false
  const isOffered = [...labels.values()].some((label) => isGroup(label, group))
  return isOffered ? chosen !== undefined && isGroup(chosen, group) : situation === 'everybody'
}

const letters = (text: string): string =>
  said(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** The option of a case is its group without bullet, number and closing words. */
function isGroup(label: string, group: string): boolean {
  const [short, long] = [letters(label), letters(group)]
  const at = long.indexOf(short)
  return short !== '' && at >= 0 && at <= longestNumber && ['', 'gồm', 'baogồm'].includes(long.slice(at + short.length))
}

const longestNumber = 5

function timesAsked(name: string, { uploads, others }: Found): number {
  return uploads.filter((one) => isNamed(one, name)).length + others.filter((one) => isListed(one, name)).length
}

/** A question speaks of a paper by its whole name: in its label, or begun there and ended below; then come counts and who owes it. */
function isNamed({ label, hint }: Seen, name: string): boolean {
  return isFollowed(letters(`${label} ${hint}`), letters(name), /^(\d+bản(chính|sao)|khôngbắtbuộc|nộpmộttrong|chỉnộpkhi|$)/)
}

/** A row of the last page: the name, and what the program says of it. */
function isListed(row: string, name: string): boolean {
  return isFollowed(letters(row), letters(name), /^(lậptừnhững|danhmụcghi|$)/)
}

function isFollowed(text: string, name: string, by: RegExp): boolean {
  return text.startsWith(name) && by.test(text.slice(name.length))
}

function compareTerms(row: RawRow, walked: Walked, { asked, desk }: Handled): string[] {
  const [term, fee] = [termOf(row), feeOf(row)]
  const wrong: string[] = []
  if ((term === undefined) !== asked.due) wrong.push(`term ${term ?? 'unknown'}, day asked of the clerk: ${asked.due}`)
  if (term !== undefined && !desk.includes(`Thời hạn: ${term}.`)) wrong.push(`the desk does not say «${term}»`)
  if (term === undefined && !desk.includes('18/12')) wrong.push('the day that the clerk said is not the promise')
  if ((fee === undefined) !== asked.fee) wrong.push(`fee ${fee ?? 'unknown'}, asked of the clerk: ${asked.fee}`)
  if (fee !== undefined && !walked.review.includes(`${fee.toLocaleString('vi-VN')} đ`)) wrong.push(`the review does not say ${fee} đ`)
  if (fee === undefined && !walked.review.includes('Hỏi nơi tiếp nhận')) wrong.push('the review does not say that the fee is unknown')
  return wrong
}

async function compareResults(names: readonly string[], code: string, { visitor }: Citizen, { offered }: Handled): Promise<string[]> {
  const { html } = await visitor.get(`/ho-so/${code}`)
  const papers = [...html.matchAll(/href="(\/ho-so\/[^"]+\/giay-to\/[^"]+)"[^>]*>(.*?)<\/a>/gs)].map(([, href = '', text = '']) => ({
    href,
    name: said(textOf(text)),
  }))
  const wrong: string[] = []
  for (const name of names) {
    const own = papers.filter((one) => one.name === name)
    if (own.length !== 1) wrong.push(`${own.length} papers for the result «${name.slice(0, 80)}»`)
    if (names.length > 1 && !offered.includes(name)) wrong.push(`the specialist was not offered «${name.slice(0, 80)}»`)
    for (const { href } of own) {
      const { status, bytes } = await visitor.get(href)
      if (status !== 200 || !bytes.subarray(0, 5).toString().startsWith('%PDF')) wrong.push(`${href} is no paper: ${status}`)
    }
  }
  return wrong
}
