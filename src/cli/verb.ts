import type { Config } from '../config.ts'

/** A verb cannot go on; one line in Vietnamese says why. */
export class CliProblem extends Error {
  /** 2 when the command was written wrongly, else 1. */
  readonly exitCode: 1 | 2

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message)
    this.name = 'CliProblem'
    this.exitCode = exitCode
  }
}

export type Options = Readonly<Record<string, { type: 'string' | 'boolean'; needed?: true; about: string }>>
export type Given = Readonly<Record<string, string | boolean | undefined>>

/** What a verb is given to work with. */
export type Task = World & {
  config: Config
  given: Given
}

/** What the command line has around it. */
export type World = {
  /** The folder of the SQL files. */
  migrations: string
  now: () => string
  wait: (ms: number) => Promise<void>
  /** A line of the answer. */
  say: (line: string) => void
  /** A line about what is going on. */
  tell: (line: string) => void
}

export type Verb = {
  name: string
  about: string
  options: Options
  /** The option that may also be written without its name, right behind the verb. */
  operand?: string
  /** Answers the exit code: 1 when what was asked about is not in order. */
  run: (task: Task) => Promise<0 | 1>
}

/** An option's text. */
export function textOf({ given }: Task, name: string): string | undefined {
  const value = given[name]
  return typeof value === 'string' ? value : undefined
}

/** The same, for one that was demanded. */
export function neededText(task: Task, name: string): string {
  const value = textOf(task, name)
  if (value === undefined) throw new CliProblem(`thiếu --${name}`, 2)
  return value
}

/** Tells a growing count, once a second at most. */
export function counting(task: Task, what: string): (done: number) => void {
  let told = task.now()
  return (done) => {
    const now = task.now()
    if (Date.parse(now) - Date.parse(told) < 1_000) return
    told = now
    task.tell(`${done.toLocaleString('vi-VN')} ${what}`)
  }
}
