import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type FindingKind, verifyAudit } from '#platform/audit'
import { keysOf, openInstall } from './install.ts'
import { CliProblem, counting, type Task, textOf, type Verb } from './verb.ts'

/** What is wrong, in words; the case and the entry are told beside it. */
const words: Record<FindingKind, string> = {
  'entry-changed': 'bước ghi trong chuỗi đã bị sửa hoặc đổi chỗ',
  'entry-missing': 'thiếu bước ghi trong chuỗi',
  'act-missing': 'có bước ghi nhưng việc tương ứng đã mất',
  'act-changed': 'việc không khớp với bước ghi của nó',
  'act-without-entry': 'có việc không có bước ghi trong chuỗi',
  'case-missing': 'chuỗi còn nhưng hồ sơ đã mất',
  'payload-missing': 'nội dung bị lấy đi mà không theo quy định nào',
  'payload-changed': 'nội dung không khớp mã băm',
  'payload-unreadable': 'nội dung không mở được bằng khóa hiện có',
  'payload-without-entry': 'có nội dung không thuộc bước ghi nào',
  'erasure-not-in-chain': 'ghi là đã xóa nhưng không có bước xóa trong chuỗi',
  'chain-missing': 'cả chuỗi đã mất so với mốc bên ngoài',
  'tail-missing': 'đuôi chuỗi bị cắt so với mốc bên ngoài',
  'chain-rewritten': 'chuỗi đã bị viết lại so với mốc bên ngoài',
  'checkpoint-signature': 'chữ ký của mốc sai',
  'checkpoint-root': 'danh sách trong mốc không khớp gốc đã ký',
  'checkpoint-unreadable': 'tệp mốc không đọc được',
  'checkpoint-order': 'mốc không nối tiếp mốc trước',
  'checkpoint-gap': 'thiếu tệp mốc',
  'checkpoint-key': 'mốc do khóa lạ ký',
  'checkpoint-time-stamp': 'dấu thời gian của mốc sai',
  'checkpoint-not-in-database': 'mốc bên ngoài không có trong cơ sở dữ liệu',
  'checkpoint-not-outside': 'mốc đã ghi ra ngoài nay không còn ở đó',
}

async function run(task: Task): Promise<0 | 1> {
  const { config, now, say } = task
  const given = textOf(task, 'checkpoints')
  if (given !== undefined && !existsSync(given)) throw new CliProblem(`không có thư mục mốc ${given}`)
  const install = await openInstall(task)
  try {
    const checkpoints = given ?? config.auditCheckpoints ?? join(config.dataDir, 'checkpoints')
    const keys = await keysOf(install, now())
    const progress = counting(task, 'bước đã kiểm')
    const found = await verifyAudit({ pool: install.owner, keys, checkpoints, now: now(), progress })
    for (const { kind, chain, seq, checkpoint } of found.findings) {
      const where = [
        ...(chain === undefined ? [] : [`chuỗi ${chain}`]),
        ...(seq === undefined ? [] : [`bước ${seq}`]),
        ...(checkpoint === undefined ? [] : [`mốc ${checkpoint}`]),
      ]
      say(`${where.join(', ')}: ${words[kind]}`)
    }
    const { chains, entries, openTail, last } = found
    say(
      `${chains} chuỗi, ${entries} bước, ${found.checkpoints} mốc bên ngoài${last === undefined ? '' : `, mốc cuối số ${last.no} lúc ${last.at}`}.`,
    )
    say(`Phần chưa chốt ra ngoài: ${openTail.entries} bước, ${openTail.seconds} giây.`)
    say(found.findings.length === 0 ? 'Nguyên vẹn.' : `KHÔNG nguyên vẹn: ${found.findings.length} chỗ sai.`)
    return found.findings.length === 0 ? 0 : 1
  } finally {
    await install.close()
  }
}

export const auditVerify: Verb = {
  name: 'audit verify',
  about: 'kiểm mọi chuỗi ghi nhận và các mốc đã ghi ra ngoài',
  options: { checkpoints: { type: 'string', about: 'thư mục mốc bên ngoài (mặc định: AUDIT_CHECKPOINTS)' } },
  run,
}
