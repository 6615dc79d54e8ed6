import { verifyDesks } from '#modules/dossiers'
import { openInstall } from './install.ts'
import { counting, type Task, type Verb } from './verb.ts'

async function run(task: Task): Promise<0 | 1> {
  const install = await openInstall(task)
  try {
    const differences = await verifyDesks(install.owner, counting(task, 'hồ sơ đã kiểm'))
    for (const { code, column, stored, derived } of differences)
      task.say(`${code}: ${column} đang là ${stored ?? 'trống'}, theo các việc đã ghi phải là ${derived ?? 'trống'}`)
    task.say(differences.length === 0 ? 'Bàn việc khớp với các việc đã ghi.' : `${differences.length} chỗ không khớp.`)
    return differences.length === 0 ? 0 : 1
  } finally {
    await install.close()
  }
}

export const desksVerify: Verb = { name: 'desks verify', about: 'tính lại bàn việc từ các việc đã ghi rồi so sánh', options: {}, run }
