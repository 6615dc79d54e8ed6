import { readFile } from 'node:fs/promises'
import { type AnnouncedDay, addCalendarDays } from '#modules/rules'
import { contextFor } from '#platform/act'
import { starter } from '../start/install.ts'
import { keysOf, openInstall } from './install.ts'
import { CliProblem, neededText, type Task, textOf, type Verb } from './verb.ts'

async function run(task: Task): Promise<0 | 1> {
  const days = await daysOf(task)
  const install = await openInstall(task)
  try {
    const ctx = contextFor({ pool: install.program, keys: await keysOf(install, task.now()) }, starter, task.now())
    await addCalendarDays(ctx, days)
    const when = install.isServed ? 'trong giây lát' : 'khi chương trình khởi động'
    task.say(`Đã ghi ${days.length} ngày vào lịch; hạn của các hồ sơ đang mở được tính lại ${when}.`)
    return 0
  } finally {
    await install.close()
  }
}

async function daysOf(task: Task): Promise<AnnouncedDay[]> {
  const file = textOf(task, 'file')
  if (file !== undefined) return readDays(file)
  const [off, name, source] = [neededText(task, 'off'), neededText(task, 'name'), neededText(task, 'source')]
  const worked = textOf(task, 'worked')
  if (worked === undefined) return [{ on: off, kind: 'local', name, source }]
  return [
    { on: off, kind: 'swap', name, source },
    { on: worked, kind: 'make-up', name: `Làm bù – ${name}`, insteadOf: off, source },
  ]
}

const kinds = ['statutory', 'compensatory', 'swap', 'local', 'make-up']

async function readDays(file: string): Promise<AnnouncedDay[]> {
  const read: unknown = JSON.parse(await readFile(file, 'utf8'))
  if (!Array.isArray(read) || !read.every(isDay))
    throw new CliProblem(`${file} phải là danh sách { on, kind, name, source, insteadOf?, unit? } với kind là ${kinds.join(', ')}`)
  return read
}

function isDay(day: unknown): day is AnnouncedDay {
  const named = day as Partial<Record<keyof AnnouncedDay, unknown>> | null
  const texts = [named?.on, named?.name, named?.source, named?.insteadOf ?? '', named?.unit ?? '']
  return texts.every((text) => typeof text === 'string') && kinds.includes(String(named?.kind))
}

export const calendarAdd: Verb = {
  name: 'calendar add',
  about: 'ghi ngày nghỉ, ngày hoán đổi vào lịch làm việc; hạn của hồ sơ đang mở được tính lại',
  options: {
    off: { type: 'string', about: 'ngày nghỉ (yyyy-mm-dd)' },
    worked: { type: 'string', about: 'ngày làm bù cho ngày ấy' },
    name: { type: 'string', about: 'tên dịp nghỉ' },
    source: { type: 'string', about: 'văn bản thông báo' },
    file: { type: 'string', about: 'nhiều ngày trong một tệp JSON' },
  },
  run,
}
