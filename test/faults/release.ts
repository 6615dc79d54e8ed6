import { cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repository } from './product.ts'

/** A copy of the built program with its migrations, to which later versions may add their own. */
export type Release = {
  entry: string
  /** The next version of the program: one migration more. */
  add: (no: number, sql: string) => Promise<void>
}

/** Makes the copy; packages and the web's files are linked. */
export async function releaseIn(folder: string): Promise<Release> {
  const build = join(folder, 'build')
  await mkdir(build, { recursive: true })
  for (const file of ['main.mjs', 'signing-worker.mjs']) await cp(join(repository, 'build', file), join(build, file))
  await symlink(join(repository, 'build/public'), join(build, 'public'))
  await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'))
  await cp(join(repository, 'package.json'), join(folder, 'package.json'))
  await cp(join(repository, 'db/migrations'), join(folder, 'db/migrations'), { recursive: true })
  return {
    entry: join(build, 'main.mjs'),
    add: (no, sql) => writeFile(join(folder, `db/migrations/${no}_next.sql`), sql),
  }
}
