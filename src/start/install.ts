import pg from 'pg'
import { shippedRules } from '#modules/national'
import { proposing } from '#modules/procedures'
import { type Actor, asActor, type Connect, type Pool, rowsOf } from '#platform/db'
import type { Keyring } from '#platform/keys'
import { catalogue } from '../catalogue/index.ts'
import { provinceCode } from '../sample/index.ts'

/** The program itself, at its start: no person stands behind it. */
export const starter: Actor = { id: '00000000-0000-7000-8000-000000000001', kind: 'job', system: 'state', posts: [], units: [] }

/** An install that was begun as a sample is never a production install, nor the other way round. */
export class WrongInstall extends Error {
  constructor(sample: boolean) {
    super(
      sample
        ? 'INSTALL: cơ sở dữ liệu này được tạo làm bản mẫu; không dùng cho vận hành thật. Hãy dùng một cơ sở dữ liệu mới.'
        : 'INSTALL: cơ sở dữ liệu này là bản vận hành thật; không chạy chế độ mẫu trên đó.',
    )
    this.name = 'WrongInstall'
  }
}

/** No connection to the database that the settings name; the line says by which code, never with which password. */
export class DatabaseUnreachable extends Error {
  constructor(cause: unknown) {
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? ` (${cause.code})` : ''
    super(`DATABASE_URL: không kết nối được PostgreSQL${code}. Hãy kiểm tra máy chủ, tài khoản và mật khẩu.`, { cause })
    this.name = 'DatabaseUnreachable'
  }
}

/**
 * Looks at a database before anything in it is touched, not even the passwords of its roles: the install that lives there goes on unharmed.
 * @param admin the connection that would make the roles
 * @throws WrongInstall · DatabaseUnreachable
 */
export async function refuseOther(admin: Connect, sample: boolean): Promise<void> {
  const client = new pg.Client({ ...admin, application_name: 'lien-thong look', connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect().catch((error: unknown) => {
    throw new DatabaseUnreachable(error)
  })
  try {
    const { rows: there } = await client.query<{ there: boolean }>("select to_regclass('public.install') is not null as there")
    if (there[0]?.there !== true) return
    const { rows } = await client.query<{ sample: boolean }>('select sample from public.install')
    if (rows[0] !== undefined && rows[0].sample !== sample) throw new WrongInstall(rows[0].sample)
  } finally {
    await client.end()
  }
}

/** Writes at the first start whether this is a sample, and at every later one compares. @throws WrongInstall */
export async function markInstall(owner: Pool, sample: boolean, now: string): Promise<void> {
  const [, found] = await owner.trip([
    {
      text: 'insert into install (sample, province_code, started_at) values ($1, $2, $3) on conflict do nothing',
      values: [sample, provinceCode, now],
    },
    { text: 'select sample from install', values: [] },
  ])
  const [row] = rowsOf<{ sample: boolean }>(found)
  if (row?.sample !== sample) throw new WrongInstall(row?.sample === true)
}

/** Proposes the catalogue's files: published on a sample, offered for approval elsewhere; and the rules by which procedures are routed. */
export async function proposeCatalogue(house: { pool: Pool; keys: Keyring }, sample: boolean, now: string): Promise<void> {
  await house.pool.trip([asActor(starter), ...proposing(catalogue, sample ? 'published' : 'offered', now), ...shippedRules(now)])
}
