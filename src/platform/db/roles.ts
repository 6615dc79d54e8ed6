import pg from 'pg'
import type { Connect } from './pool.ts'

/** The roles of an install. The program's role owns nothing, is no superuser and cannot pass row-level security. */
export const roleNames = { owner: 'lien_thong_owner', program: 'lien_thong_program', worker: 'lien_thong_worker' } as const

export type RolePasswords = { owner: string; program: string; worker: string }
export type RoleConnects = { owner: Connect; program: Connect; worker: Connect }

/**
 * Makes the roles where they are missing, sets their passwords, and gives the database to the owner role.
 * @param admin a role that may create roles: the superuser of the embedded server
 */
export async function prepareRoles(admin: Connect, passwords: RolePasswords): Promise<RoleConnects> {
  const client = new pg.Client({ ...admin, application_name: 'lien-thong roles' })
  client.on('error', () => {})
  await client.connect()
  try {
    for (const kind of ['owner', 'program', 'worker'] as const) await prepareRole(client, roleNames[kind], passwords[kind])
    const database = client.escapeIdentifier(admin.database)
    await client.query(`alter database ${database} owner to ${roleNames.owner}`)
    await client.query(`grant connect on database ${database} to ${roleNames.program}, ${roleNames.worker}`)
    await client.query(`alter schema public owner to ${roleNames.owner}`)
    await client.query(`grant usage on schema public to ${roleNames.program}, ${roleNames.worker}`)
  } finally {
    await client.end()
  }
  const as = (kind: keyof RolePasswords): Connect => ({ ...admin, user: roleNames[kind], password: passwords[kind] })
  return { owner: as('owner'), program: as('program'), worker: as('worker') }
}

async function prepareRole(client: pg.Client, name: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
  const attributes = 'login nosuperuser nocreatedb nocreaterole nobypassrls'
  const verb = rowCount === 0 ? 'create' : 'alter'
  await client.query(`${verb} role ${name} ${attributes} password ${client.escapeLiteral(password)}`)
  // A statement under row-level security costs more to plan than to run.
  await client.query(`alter role ${name} set timezone to 'UTC'`)
  if (name === roleNames.program) await client.query(`alter role ${name} set plan_cache_mode to force_generic_plan`)
}

/** @throws when the role of a connection could pass row-level security: asked at every start */
export async function assertHarmless(connect: Connect): Promise<void> {
  const client = new pg.Client({ ...connect, application_name: 'lien-thong check' })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ bad: boolean; owns: string }>(
      `select r.rolsuper or r.rolbypassrls as bad, (select count(*) from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as owns
       from pg_roles r where r.rolname = current_user`,
    )
    if (rows[0] === undefined || rows[0].bad || Number(rows[0].owns) > 0) {
      throw new Error(`vai trò ${connect.user} là chủ bảng hoặc vượt được phân quyền theo dòng; chương trình không chạy bằng vai trò ấy`)
    }
  } finally {
    await client.end()
  }
}
