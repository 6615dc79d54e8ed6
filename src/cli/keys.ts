import { entryFor } from '#platform/act'
import { asActor } from '#platform/db'
import { changeMaster, loadMasterKey, type Purpose, rotate, sealsAfterMs } from '#platform/keys'
import { sealedColumns } from '../sealed-columns.ts'
import { starter } from '../start/install.ts'
import { type Install, keysOf, openInstall } from './install.ts'
import { CliProblem, type Task, textOf, type Verb } from './verb.ts'

// A little longer than running programs take to learn a key and begin to seal with it.
const settleMs = sealsAfterMs + 20_000

async function run(task: Task): Promise<0 | 1> {
  const install = await openInstall(task)
  try {
    if (task.given.master === true) return await newMaster(task, install)
    return await newKey(task, install, purposeOf(task))
  } finally {
    await install.close()
  }
}

function purposeOf(task: Task): Purpose {
  const purpose = textOf(task, 'purpose') ?? 'seal'
  if (purpose === 'look-up')
    throw new CliProblem('khóa tra cứu không xoay: các giá trị bằng nhau sẽ không còn tìm thấy nhau; muốn thay phải nhập lại dữ liệu gốc')
  if (purpose !== 'seal' && purpose !== 'file' && purpose !== 'checkpoint')
    throw new CliProblem('--purpose chỉ nhận seal, file hoặc checkpoint', 2)
  return purpose
}

async function newMaster(task: Task, install: Install): Promise<0> {
  await keysOf(install, task.now())
  await changeMaster(install.owner, install.masterFile)
  await note(task, install, { master: true })
  task.say(`Khóa chính mới nằm trong ${install.masterFile}. Hãy cất một bản ở nơi khác: bản sao lưu cũ vẫn cần khóa cũ.`)
  return 0
}

async function newKey(task: Task, install: Install, purpose: Purpose): Promise<0> {
  const { now, tell, say } = task
  const { id, resealed } = await rotate(purpose, {
    owner: install.owner,
    keys: await keysOf(install, now()),
    master: await loadMasterKey(install.masterFile),
    now: now(),
    columns: sealedColumns,
    settled: async () => {
      if (!install.isServed) return
      tell(`Chờ ${settleMs / 1000} giây để các chương trình đang chạy nhận khóa mới…`)
      await task.wait(settleMs)
    },
    progress: (table, done) => done > 0 && tell(`${table}: ${done} giá trị`),
  })
  await note(task, install, { key: id, purpose })
  const kept = { file: ' Tệp đã lưu vẫn mở bằng khóa cũ.', checkpoint: ' Hãy công bố mã của khóa ký mốc mới.' }
  say(`Khóa số ${id} (${purpose}) đã dùng; niêm phong lại ${resealed} giá trị.${purpose in kept ? kept[purpose as keyof typeof kept] : ''}`)
  return 0
}

/** The change of a key stands in the chain of the install itself. */
async function note(task: Task, install: Install, what: { key?: number; purpose?: string; master?: boolean }): Promise<void> {
  const now = task.now()
  const keys = await keysOf(install, now)
  await install.owner.trip([asActor(starter), entryFor(keys, starter.id, 'keys.rotate', null, now, what)])
}

export const keysRotate: Verb = {
  name: 'keys rotate',
  about: 'làm khóa dữ liệu mới và niêm phong lại, hoặc thay khóa chính, không phải dừng chương trình',
  options: {
    purpose: { type: 'string', about: 'seal (mặc định), file hoặc checkpoint' },
    master: { type: 'boolean', about: 'thay khóa chính và bọc lại các khóa dữ liệu' },
  },
  run,
}
