import { parseArgs } from 'node:util'
import { Refusal } from '#platform/act'
import { BackupProblem } from '#platform/backup'
import { MigrationProblem } from '#platform/db'
import { MasterKeyProblem } from '#platform/keys'
import { PostgresStartError } from '#platform/postgres'
import { ConfigProblem, type Env, readConfig } from '../config.ts'
import { auditVerify } from './audit.ts'
import { calendarAdd } from './calendar.ts'
import { backupVerb, exportVerb, importVerb, restoreVerb } from './carry.ts'
import { catalogueCount, catalogueImport } from './catalogue.ts'
import { cataloguePublish } from './catalogue-publish.ts'
import { catalogueReplacements } from './catalogue-replacements.ts'
import { desksVerify } from './desks.ts'
import { keysRotate } from './keys.ts'
import { CliProblem, type Given, type Verb, type World } from './verb.ts'

const verbs: readonly Verb[] = [
  backupVerb,
  restoreVerb,
  exportVerb,
  importVerb,
  auditVerify,
  desksVerify,
  keysRotate,
  calendarAdd,
  catalogueImport,
  catalogueCount,
  cataloguePublish,
  catalogueReplacements,
]

/**
 * Does what a command line asks: `<verb> [--option value]…`.
 * @param cwd the folder to which relative paths in the settings belong
 * @returns the exit code: 0 done, 1 not in order or not possible, 2 written wrongly
 */
export async function runCli(args: readonly string[], env: Env, cwd: string, world: World): Promise<number> {
  try {
    const [verb, rest] = verbIn(args)
    if (verb === undefined || rest.includes('--help')) {
      for (const line of verb === undefined ? overview() : helpOn(verb)) world.say(line)
      return verb === undefined && !asksForHelp(args) ? 2 : 0
    }
    const given = givenTo(verb, rest)
    // What the command line needs are folders, keys and the database; the settings of doors and other systems are the program's to check.
    const config = readConfig({ ...env, INSTALL: 'sample', HOST: undefined }, cwd)
    return await verb.run({ ...world, config, given })
  } catch (error) {
    world.tell(reasonOf(error))
    return error instanceof CliProblem ? error.exitCode : 1
  }
}

function asksForHelp(args: readonly string[]): boolean {
  return args.length === 0 || args[0] === 'help' || args.includes('--help')
}

function verbIn(args: readonly string[]): [Verb | undefined, string[]] {
  const verb = verbs.find(({ name }) => name.split(' ').every((word, place) => args[place] === word))
  if (verb === undefined && !asksForHelp(args)) throw new CliProblem(`không có lệnh «${args.slice(0, 2).join(' ')}»; xem --help`, 2)
  return [verb, args.slice(verb?.name.split(' ').length ?? 0)]
}

function givenTo(verb: Verb, rest: string[]): Given {
  const options = Object.fromEntries(Object.entries(verb.options).map(([name, { type }]) => [name, { type }]))
  const given = parsed(rest, options, verb.operand)
  const missing = Object.entries(verb.options).find(([name, { needed }]) => needed === true && given[name] === undefined)
  if (missing !== undefined) throw new CliProblem(`thiếu --${missing[0]}: ${missing[1].about}`, 2)
  return given
}

function parsed(args: string[], options: Record<string, { type: 'string' | 'boolean' }>, operand: string | undefined): Given {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: operand !== undefined })
    const [first, ...more] = positionals
    if (more.length > 0) throw new Error(more.join(' '))
    return operand === undefined || first === undefined ? values : { ...values, [operand]: first }
  } catch (error) {
    throw new CliProblem(`không hiểu «${args.join(' ')}» (${error instanceof Error ? error.message : ''}); xem --help`, 2)
  }
}

function overview(): string[] {
  const width = Math.max(...verbs.map(({ name }) => name.length))
  return [
    'npm run cli -- <lệnh> [tùy chọn]',
    '',
    ...verbs.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`),
    '',
    'Lệnh làm việc trên bản cài mà DATA_DIR hoặc DATABASE_URL chỉ, kể cả khi nó đang chạy. «<lệnh> --help» cho biết tùy chọn.',
  ]
}

function helpOn({ name, about, options }: Verb): string[] {
  const lines = Object.entries(options).map(
    ([option, { type, needed, about: what }]) =>
      `  --${option}${type === 'string' ? ' …' : ''}  ${what}${needed === true ? ' (bắt buộc)' : ''}`,
  )
  return [`npm run cli -- ${name}${lines.length > 0 ? ' [tùy chọn]' : ''}`, about, ...lines]
}

/** One line: our own refusals in their words, anything else with what the machine said. */
function reasonOf(error: unknown): string {
  const known = [CliProblem, BackupProblem, MasterKeyProblem, MigrationProblem, PostgresStartError, ConfigProblem]
  if (known.some((kind) => error instanceof kind)) return `Không làm được: ${messageOf(error)}`
  if (error instanceof Refusal)
    return `Không làm được: ${refusals[error.reason] ?? error.reason} ${Object.values(error.params).join(' ')}`.trim()
  return `Không làm được, lỗi ngoài dự kiến: ${messageOf(error)}`
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s*\n\s*/g, '; ')
}

const refusals: Readonly<Record<string, string>> = {
  'day-stands-already': 'ngày này đã có trong lịch',
  'not-a-date': 'không phải ngày',
  'make-up-for-what': 'ngày làm bù phải nói bù cho ngày nào, và chỉ ngày làm bù mới nói',
  'source-needed': 'thiếu tên hoặc văn bản thông báo của ngày',
  'no-day-named': 'chưa nêu ngày nào',
  'catalogue-changed': 'danh mục vừa được nạp ở nơi khác; hãy chạy lại',
}
