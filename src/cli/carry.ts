import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { backup, exportAll, importAll, restore } from '#platform/backup'
import { Keyring, loadMasterKey, writeOnce } from '#platform/keys'
import type { Config } from '../config.ts'
import { ownMasterKey } from '../start/database.ts'
import { fileStoreOf, foldersOf, type Install, keysOf, makeInstall, openInstall } from './install.ts'
import { CliProblem, neededText, type Task, textOf, type Verb } from './verb.ts'

export const backupVerb: Verb = {
  name: 'backup',
  about: 'sao lưu bản đang chạy: dữ liệu, tệp và mốc kiểm toán của một thời điểm, mã hóa',
  options: { out: { type: 'string', needed: true, about: 'thư mục nhận bản sao lưu' } },
  run: async (task) => {
    const install = await openInstall(task)
    try {
      const master = await loadMasterKey(install.masterFile)
      const store = await fileStoreOf(task.config, await keysOf(install, task.now()))
      const outDir = resolve(neededText(task, 'out'))
      const done = await backup({
        owner: install.roles.owner,
        store,
        master,
        folders: foldersOf(task.config),
        outDir,
        now: task.now,
        progress: task.tell,
        finished: (done) =>
          task.say(`Bản sao lưu đến ${done.at}: ${done.folder} (${done.tables} bảng, ${done.files} tệp, ${done.bytes} byte).`),
      })
      for (const name of done.damaged) task.say(`Tệp hỏng từ trước, không sao lưu được: ${name}`)
      task.say(`Khi khôi phục cần khóa chính ${install.masterFile}; bản sao lưu không chứa khóa này, hãy cất riêng.`)
      return done.damaged.length === 0 ? 0 : 1
    } finally {
      await install.close()
    }
  },
}

/** The settings of an install that is brought into another folder, with a master key brought along. */
async function target(task: Task): Promise<Config> {
  const into = textOf(task, 'into')
  const config =
    into === undefined ? task.config : { ...task.config, dataDir: resolve(into), auditCheckpoints: join(resolve(into), 'checkpoints') }
  const own = ownMasterKey(config.dataDir)
  const key = textOf(task, 'key') ?? (existsSync(own) ? own : config.masterKeyFile)
  if (key === undefined) throw new CliProblem('thiếu --key: tệp khóa chính của bản cài cũ', 2)
  await loadMasterKey(key)
  if (config.masterKeyFile !== undefined) return config
  await mkdir(dirname(own), { recursive: true, mode: 0o700 })
  await writeOnce(own, await readFile(key, 'utf8'))
  return config
}

/** Makes an empty install and lets work fill it; what was made for nothing goes again. */
async function filled(task: Task, fill: (install: Install, config: Config) => Promise<void>): Promise<0> {
  const into = textOf(task, 'into')
  const isNew = into !== undefined && !existsSync(into)
  const config = await target(task)
  try {
    const install = await makeInstall({ ...task, config })
    await fill(install, config).finally(() => install.close())
    return 0
  } catch (error) {
    if (isNew) await rm(into, { recursive: true, force: true })
    throw error
  }
}

const brought = {
  into: { type: 'string', about: 'DATA_DIR mới (mặc định: DATA_DIR đang đặt)' },
  key: { type: 'string', about: 'tệp khóa chính của bản cài cũ' },
} as const

export const restoreVerb: Verb = {
  name: 'restore',
  about: 'khôi phục một bản sao lưu vào bản cài trống',
  options: { from: { type: 'string', needed: true, about: 'thư mục của một bản sao lưu' }, ...brought },
  run: (task) =>
    filled(task, async ({ roles, masterFile }, config) => {
      const folders = {
        checkpoints: config.auditCheckpoints ?? join(config.dataDir, 'checkpoints'),
        sandbox: join(config.dataDir, 'sandbox'),
      }
      const done = await restore({
        from: resolve(neededText(task, 'from')),
        owner: roles.owner,
        // Files come as they lie, sealed: no data key is needed to put them back.
        store: await fileStoreOf(config, new Keyring([])),
        master: await loadMasterKey(masterFile),
        folders,
        progress: task.tell,
      })
      task.say(`Đã khôi phục đến ${done.at}: ${done.tables} bảng, ${done.files} tệp, trong ${config.dataDir}.`)
      for (const name of done.damaged) task.say(`Tệp đã hỏng trong bản cũ: ${name}`)
    }),
}

export const exportVerb: Verb = {
  name: 'export',
  about: 'ghi mọi dòng dữ liệu thành JSON để sang phiên bản chính khác của PostgreSQL',
  options: { out: { type: 'string', needed: true, about: 'tệp nhận dữ liệu' } },
  run: async (task) => {
    const install = await openInstall(task)
    try {
      const file = resolve(neededText(task, 'out'))
      const done = await exportAll({ owner: install.roles.owner, file, now: task.now, progress: task.tell })
      task.say(`Đã xuất ${done.rows} dòng của ${done.tables} bảng ra ${file}.`)
      task.say(`Mang theo khóa chính ${install.masterFile} và các thư mục tệp, mốc kiểm toán trong ${task.config.dataDir}.`)
      return 0
    } finally {
      await install.close()
    }
  },
}

export const importVerb: Verb = {
  name: 'import',
  about: 'nhập dữ liệu đã xuất vào bản cài trống cùng bản chương trình',
  options: {
    all: { type: 'boolean', needed: true, about: 'nhập tất cả; không có cách nhập từng phần' },
    from: { type: 'string', needed: true, about: 'tệp đã xuất' },
    ...brought,
  },
  run: (task) =>
    filled(task, async ({ roles }, config) => {
      const done = await importAll({ file: resolve(neededText(task, 'from')), owner: roles.owner, progress: task.tell })
      task.say(`Đã nhập ${done.rows} dòng của ${done.tables} bảng vào ${config.dataDir}.`)
      task.say('Chép thêm các thư mục files, checkpoints (và sandbox của bản mẫu) từ thư mục dữ liệu cũ.')
    }),
}
