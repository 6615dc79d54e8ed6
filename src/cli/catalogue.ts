import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  type Comparison,
  catalogueCounts,
  compare,
  doubtWords,
  flagNames,
  importList,
  isSuspicious,
  kindOfList,
  ListProblem,
  partWords,
  readColumnMap,
  readList,
  sayFault,
  sourceOf,
  targetWords,
} from '#modules/national'
import { type Ctx, contextFor } from '#platform/act'
import { localDate } from '#platform/clock'
import { largestFile } from '#platform/files'
import { starter } from '../start/install.ts'
import { keysOf, openInstall } from './install.ts'
import { CliProblem, neededText, type Task, textOf, type Verb } from './verb.ts'

const flag = flagNames('vi')
const doubt = doubtWords('vi')
const part = partWords('vi')
const target = targetWords('vi')

async function withContext(task: Task, work: (ctx: Ctx) => Promise<void>): Promise<0 | 1> {
  const install = await openInstall(task)
  try {
    await work(contextFor({ pool: install.program, keys: await keysOf(install, task.now()) }, starter, task.now()))
    return 0
  } catch (error) {
    throw error instanceof ListProblem ? new CliProblem(sayFault(error, 'vi')) : error
  } finally {
    await install.close()
  }
}

async function importFile(task: Task): Promise<0 | 1> {
  const path = neededText(task, 'file')
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile() !== true) throw new CliProblem(`không có tệp ${path}`)
  if (found.size > largestFile) throw new CliProblem(`${path} lớn hơn 50 MB`)
  const map = await mapOf(task)
  const source = textOf(task, 'source') ?? sourceOf(basename(path))
  return withContext(task, async (ctx) => {
    const hash = createHash('sha256')
    async function* bytes(): AsyncGenerator<Uint8Array> {
      for await (const chunk of createReadStream(path)) {
        hash.update(chunk)
        yield chunk
      }
    }
    const comparison = await compare(ctx, source, readList(kindOfList(path), bytes(), map))
    tell(task, comparison)
    if (task.given.preview === true) return task.say('Chỉ xem trước: chưa ghi gì.')
    await importList(ctx, comparison, { name: basename(path), sha256: hash.digest() })
    task.say('')
    await tellCounts(task, ctx)
  })
}

async function mapOf(task: Task) {
  const path = textOf(task, 'map')
  if (path === undefined) return undefined
  try {
    return readColumnMap(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (error instanceof ListProblem) throw new CliProblem(sayFault(error, 'vi'))
    throw new CliProblem(`không đọc được bảng ghép cột ${path}`)
  }
}

const mostTold = 20

function tell(task: Task, { source, counts, entries, dropped, refused }: Comparison): void {
  task.say(`Danh sách «${source}»: ${counts.new} mới, ${counts.changed} thay đổi, ${counts.same} như cũ, ${counts.dropped} không còn,`)
  task.say(`  ${counts.suspicious} cần xem lại, ${counts.refused} không đọc được.`)
  const lines = [
    ...refused.map(
      ({ place, code, problems: [first] }) => `  không đọc được: dòng ${place} ${code ?? ''} (${first?.at ?? ''}: ${first?.says.vi ?? ''})`,
    ),
    ...dropped.map(({ code }) => `  không còn: ${code}`),
    ...entries
      .filter(isSuspicious)
      .map(
        (entry) =>
          `  xem lại: ${entry.code} ${[...entry.doubts.map((one) => doubt(one)), ...entry.raised.map((one) => flag(one))].join('; ')}`,
      ),
    ...entries
      .filter(({ kind }) => kind === 'changed')
      .map(({ code, differences }) => `  thay đổi: ${code} ${differences.map((one) => part(one.part)).join(', ')}`),
  ]
  for (const line of lines.slice(0, mostTold)) task.say(line)
  if (lines.length > mostTold) task.say(`  … và ${lines.length - mostTold} dòng nữa`)
}

async function tellCounts(task: Task, ctx: Ctx): Promise<void> {
  const counts = await catalogueCounts(ctx, localDate(ctx.now))
  const row = (rows: number, others: number, name: string) => task.say(`${String(rows).padStart(7)} ${String(others).padStart(7)}  ${name}`)
  task.say(`Danh mục: ${counts.rows} thủ tục, ${counts.dropped} đã bị đưa ra.`)
  task.say('')
  task.say('  tất cả  cấp xã  nơi giải quyết')
  for (const one of counts.byTarget) row(one.rows, one.communes, target(one.target))
  task.say('')
  task.say('  tất cả  cấp xã  theo quy tắc hoặc quyết định')
  for (const one of counts.byDecision)
    row(one.rows, one.communes, `${one.name?.vi ?? (one.hand ? 'Quyết định của cán bộ' : 'Chưa có quy tắc')}: ${target(one.target)}`)
  task.say('')
  task.say('  tất cả  của ta  dấu hiệu cần xem')
  for (const one of counts.byFlag) row(one.rows, one.ours, flag(one.flag))
}

export const catalogueImport: Verb = {
  name: 'catalogue import',
  about: 'nạp danh mục quốc gia từ tệp JSON, CSV hoặc XLSX; nạp lại không đổi dòng nào',
  options: {
    file: { type: 'string', needed: true, about: 'tệp danh mục; có thể viết ngay sau lệnh' },
    source: { type: 'string', about: 'tên danh sách, giữ nguyên qua các lần nạp; mặc định là tên tệp' },
    map: { type: 'string', about: 'tệp JSON ghép cột cho CSV, XLSX, ví dụ {"code":"Mã TTHC"}' },
    preview: { type: 'boolean', about: 'chỉ xem trước, không ghi' },
  },
  operand: 'file',
  run: importFile,
}

export const catalogueCount: Verb = {
  name: 'catalogue counts',
  about: 'đếm thủ tục theo nơi giải quyết và theo dấu hiệu cần xem',
  options: {},
  run: (task) => withContext(task, (ctx) => tellCounts(task, ctx)),
}
