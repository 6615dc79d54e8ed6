import { readFile, stat } from 'node:fs/promises'
import { importReplacements, readReplacements } from '#modules/editing'
import { contextFor } from '#platform/act'
import { starter } from '../start/install.ts'
import { keysOf, openInstall } from './install.ts'
import { CliProblem, neededText, type Task, type Verb } from './verb.ts'

const largest = 10_000_000

async function run(task: Task): Promise<0 | 1> {
  const read = await linesIn(neededText(task, 'file'))
  const install = await openInstall(task)
  try {
    const ctx = contextFor({ pool: install.program, keys: await keysOf(install, task.now()) }, starter, task.now())
    const { added, known } = await importReplacements(ctx, read.lines)
    task.say(`Đã ghi ${added} giấy tờ được thay bằng dữ liệu; ${known} dòng đã có; ${read.unread} dòng không đọc được.`)
    return 0
  } finally {
    await install.close()
  }
}

async function linesIn(file: string) {
  const { size } = await stat(file).catch(() => {
    throw new CliProblem(`không mở được ${file}`)
  })
  if (size > largest) throw new CliProblem(`${file} lớn quá 10 MB`)
  const read = readReplacements(parsed(await readFile(file, 'utf8'), file))
  if (read === undefined) throw new CliProblem(`${file} phải là danh sách { code, paper, databases, databaseText, legal, article }`)
  return read
}

function parsed(text: string, file: string) {
  try {
    return JSON.parse(text)
  } catch {
    throw new CliProblem(`${file} không phải JSON`)
  }
}

export const catalogueReplacements: Verb = {
  name: 'catalogue replacements import',
  about: 'ghi danh sách giấy tờ được thay bằng dữ liệu (Nghị quyết 66.7/2025/NQ-CP) để cán bộ soạn thủ tục dùng',
  options: { file: { type: 'string', needed: true, about: 'tệp JSON' } },
  run,
}
