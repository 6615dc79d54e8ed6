import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { machineClock } from '#platform/clock'
import { runCli } from './cli/run.ts'

process.exitCode = await runCli(process.argv.slice(2), process.env, process.cwd(), {
  migrations: fileURLToPath(new URL('../db/migrations', import.meta.url)),
  now: machineClock,
  wait,
  say: (line) => process.stdout.write(`${line}\n`),
  tell: (line) => process.stderr.write(`${line}\n`),
})
