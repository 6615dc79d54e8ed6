/** Where a PostgreSQL is and as whom to sign in; the shape that `pg` takes. `host` is a folder when it is a Unix socket. */
export type Connection = { host: string; port: number; user: string; password: string; database: string; ssl?: boolean }

const modesWithTls = new Set(['require', 'verify-ca', 'verify-full'])

/**
 * Reads a `DATABASE_URL` (`postgresql://user:password@host:port/database?sslmode=…`); a socket folder may stand in `?host=`.
 * Throws a TypeError naming what is wrong, never the value: the URL holds a password.
 */
export function connectionFromUrl(text: string): Connection {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'postgres:' && url?.protocol !== 'postgresql:') {
    throw new TypeError('DATABASE_URL phải có dạng postgresql://người-dùng:mật-khẩu@máy-chủ:cổng/cơ-sở-dữ-liệu')
  }
  const host = url.searchParams.get('host') ?? url.hostname.replace(/^\[|\]$/g, '')
  const database = decodeURIComponent(url.pathname.slice(1))
  if (host === '' || database === '' || url.username === '')
    throw new TypeError('DATABASE_URL thiếu máy chủ, người dùng hoặc tên cơ sở dữ liệu')
  const connection = {
    host: decodeURIComponent(host),
    port: Number(url.searchParams.get('port') ?? (url.port || 5432)),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database,
  }
  return modesWithTls.has(url.searchParams.get('sslmode') ?? '') ? { ...connection, ssl: true } : connection
}
