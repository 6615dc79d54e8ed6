import { overlayOf, rowTakenOver } from '#modules/editing'
import { type PutIntoService, putAllIntoService, putIntoService } from '#modules/national'
import { contextFor } from '#platform/act'
import { starter } from '../start/install.ts'
import { keysOf, openInstall } from './install.ts'
import { CliProblem, type Task, textOf, type Verb } from './verb.ts'

async function run(task: Task): Promise<0 | 1> {
  const codes = (textOf(task, 'code') ?? '').split(/[\s,]+/).filter((one) => one !== '')
  if ((codes.length === 0) === (task.given.ours !== true)) throw new CliProblem('cần --code với các mã thủ tục, hoặc --ours', 2)
  const install = await openInstall(task)
  try {
    const ctx = contextFor({ pool: install.program, keys: await keysOf(install, task.now()) }, starter, task.now())
    const told = { new: 0, same: 0, not: 0 }
    const count = (done: PutIntoService) => {
      told[done.ok ? done.as : 'not'] += 1
      if (!done.ok) task.say(`  ${done.code}: ${reasons[done.because]}${done.gaps.map((gap) => `; ${gap.says.vi}`).join('')}`)
    }
    if (codes.length > 0)
      for (const code of codes)
        count(
          await putIntoService(
            ctx,
            code,
            (one) => overlayOf(ctx, one),
            (one) => rowTakenOver(ctx, one),
          ),
        )
    else
      for await (const done of putAllIntoService(
        ctx,
        (one) => overlayOf(ctx, one),
        (one) => rowTakenOver(ctx, one),
      ))
        count(done)
    task.say(`Đã đưa vào phục vụ ${told.new} thủ tục; ${told.same} không đổi; ${told.not} chưa đưa vào.`)
    return codes.length > 0 && told.not > 0 ? 1 : 0
  } finally {
    await install.close()
  }
}

const reasons: Readonly<Record<Extract<PutIntoService, { ok: false }>['because'], string>> = {
  unknown: 'không có trong danh mục quốc gia',
  elsewhere: 'hệ thống khác giải quyết, hoặc chưa ai quyết định',
  authored: 'đã có bản do cán bộ soạn, giữ nguyên',
  gaps: 'cán bộ phải bổ sung trước',
}

export const cataloguePublish: Verb = {
  name: 'catalogue publish',
  about: 'đưa thủ tục của danh mục quốc gia vào phục vụ theo giấy tờ, trường hợp, kết quả trong danh mục',
  options: {
    code: { type: 'string', about: 'các mã thủ tục, cách nhau bằng dấu phẩy' },
    ours: { type: 'boolean', about: 'mọi thủ tục do ta giải quyết' },
  },
  run,
}
