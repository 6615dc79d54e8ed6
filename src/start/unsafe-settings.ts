import { X509Certificate } from 'node:crypto'
import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import { relative } from 'node:path'
import { connectionFromUrl } from '#platform/postgres'
import type { Config } from '../config.ts'

const loopback = /^(127\.\d+\.\d+\.\d+|localhost|\[?::1\]?)$/
const shortestPassword = 12
const tls = 'phải là https, trừ dịch vụ trên chính máy này'

/** What production must be told and was not; a line each, beginning with the name of the setting. */
export function missingSettings(config: Config): string[] {
  const needed: [string, unknown, string][] = [
    ['DATABASE_URL', config.databaseUrl, 'thiếu địa chỉ máy chủ PostgreSQL'],
    ['DATABASE_ROLES_FILE', config.databaseRolesFile, 'thiếu tệp mật khẩu của các vai trò cơ sở dữ liệu (owner, program, worker)'],
    ['MASTER_KEY_FILE', config.masterKeyFile, 'thiếu tệp khóa chính; không được để chương trình tự tạo'],
    ['SMTP_URL', config.smtpUrl, 'thiếu máy chủ thư'],
    ['AUDIT_CHECKPOINTS', config.auditCheckpoints, 'thiếu nơi ghi mốc kiểm toán bên ngoài cơ sở dữ liệu'],
    ['CLAMD', config.clamd, 'thiếu địa chỉ bộ quét mã độc (máy:cổng hoặc đường dẫn socket)'],
    ['VNEID_ISSUER', config.vneid, 'thiếu kết nối VNeID (VNEID_ISSUER, VNEID_CLIENT_ID, VNEID_CLIENT_SECRET_FILE)'],
    ['VNEID_INBOX_URL', config.vneidInbox, 'thiếu dịch vụ gửi thông báo VNeID (VNEID_INBOX_URL, VNEID_INBOX_SECRET_FILE)'],
    ['POPULATION_URL', config.population, 'thiếu kết nối CSDL quốc gia về dân cư (POPULATION_URL, POPULATION_SECRET_FILE)'],
    ['CIVIL_STATUS_URL', config.civilStatus, 'thiếu kết nối CSDL hộ tịch (CIVIL_STATUS_URL, CIVIL_STATUS_SECRET_FILE)'],
    ['TRUST_ROOTS_FILE', config.trust, 'thiếu chứng thư gốc và dịch vụ dấu thời gian (TRUST_ROOTS_FILE, TSA_URL)'],
  ]
  return needed.flatMap(([name, value, what]) => (value === undefined ? [`${name}: ${what}`] : []))
}

/** What production was told and must not stand on. A line never repeats a value: it may hold a password. */
export function unsafeSettings(config: Config, tlsChecksOff: boolean): string[] {
  return [
    ...publicOrigin(config.publicUrl),
    ...services(config),
    ...unless(
      config.smtpUrl,
      'SMTP_URL',
      'phải là smtps://… hoặc smtp://…?requireTLS=true, trừ máy chủ thư trên chính máy này',
      isSafeMail,
    ),
    ...unless(config.clamd, 'CLAMD', 'phải là máy:cổng hoặc đường dẫn đầy đủ của socket', isScanner),
    ...database(config.databaseUrl),
    ...unless(config.databaseRolesFile, 'DATABASE_ROLES_FILE', rolesWords, (file) => isPrivate(file) && haveRoles(file)),
    ...masterKey(config),
    ...checkpoints(config),
    ...unless(config.trust?.rootsFile, 'TRUST_ROOTS_FILE', 'tệp phải đọc được và chứa chứng thư gốc (PEM)', isCertificate),
    ...unless(config.wallet?.keysFile, 'WALLET_KEYS_FILE', 'tệp phải đọc được và là một danh sách khóa công khai (JSON)', isList),
    ...(tlsChecksOff ? ['NODE_TLS_REJECT_UNAUTHORIZED: không được tắt kiểm tra chứng thư của bên kia'] : []),
  ]
}

const rolesWords = `tệp phải chỉ chủ đọc được, có ba mật khẩu owner, program, worker khác nhau, mỗi mật khẩu từ ${shortestPassword} ký tự`

/** One line where a setting is given and does not hold what it must. */
function unless(value: string | undefined, name: string, words: string, holds: (value: string) => boolean): string[] {
  return value === undefined || holdsQuietly(value, holds) ? [] : [`${name}: ${words}`]
}

/** A file that cannot be read or understood does not hold either. */
function holdsQuietly(value: string, holds: (value: string) => boolean): boolean {
  try {
    return holds(value)
  } catch {
    return false
  }
}

function publicOrigin(publicUrl: string): string[] {
  const url = URL.canParse(publicUrl) ? new URL(publicUrl) : undefined
  if (url?.protocol === 'https:' && url.origin === publicUrl) return []
  return ['PUBLIC_URL: phải là địa chỉ https của cổng, không kèm đường dẫn']
}

function services({ population, civilStatus, health, land, tax, vneid, vneidInbox, wallet, s3 }: Config): string[] {
  const addresses: [string, string | undefined][] = [
    ['VNEID_ISSUER', vneid?.issuer],
    ['VNEID_INBOX_URL', vneidInbox?.url],
    ['POPULATION_URL', population?.url],
    ['CIVIL_STATUS_URL', civilStatus?.url],
    ['HEALTH_URL', health?.url],
    ['LAND_URL', land?.url],
    ['TAX_URL', tax?.url],
    ['WALLET_URL', wallet?.url],
    ['S3_ENDPOINT', s3?.endpoint],
  ]
  return addresses.flatMap(([name, address]) => unless(address, name, tls, isSafeService))
}

function isSafeService(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname))
}

function isSafeMail(address: string): boolean {
  const { protocol, hostname, searchParams } = new URL(address)
  if (protocol === 'smtps:') return true
  return protocol === 'smtp:' && hostname !== '' && (loopback.test(hostname) || searchParams.get('requireTLS') === 'true')
}

function isScanner(address: string): boolean {
  return address.startsWith('/') || /^[^\s:/]+:\d{1,5}$/.test(address)
}

/** The database's address, where it is none. */
export function malformed(databaseUrl: string): string[] {
  try {
    connectionFromUrl(databaseUrl)
    return []
  } catch (error) {
    return [`DATABASE_URL: ${error instanceof Error ? error.message.replace(/^DATABASE_URL /, '') : ''}`]
  }
}

function database(url: string | undefined): string[] {
  if (url === undefined) return []
  const wrong = malformed(url)
  if (wrong.length > 0) return wrong
  const { host, password, ssl } = connectionFromUrl(url)
  if (host.startsWith('/')) return []
  if (password.length < shortestPassword) return [`DATABASE_URL: mật khẩu phải từ ${shortestPassword} ký tự`]
  return loopback.test(host) || ssl === true ? [] : ['DATABASE_URL: máy chủ ở nơi khác phải dùng TLS (?sslmode=verify-full)']
}

function masterKey({ masterKeyFile: file, dataDir }: Config): string[] {
  if (file !== undefined && isBelow(file, dataDir))
    return ['MASTER_KEY_FILE: khóa chính không được nằm trong DATA_DIR, cạnh dữ liệu mà nó khóa']
  const holds = (path: string) => isPrivate(path) && Buffer.from(readFileSync(path, 'utf8').trim(), 'base64').length === 32
  return unless(file, 'MASTER_KEY_FILE', 'tệp phải chỉ chủ đọc được và chứa 32 byte viết theo base64', holds)
}

function checkpoints({ auditCheckpoints: folder, dataDir }: Config): string[] {
  if (folder !== undefined && isBelow(folder, dataDir)) return ['AUDIT_CHECKPOINTS: mốc kiểm toán phải nằm ngoài DATA_DIR']
  return unless(folder, 'AUDIT_CHECKPOINTS', 'phải là một thư mục đã có và ghi được', isWritableFolder)
}

function isWritableFolder(path: string): boolean {
  accessSync(path, constants.W_OK)
  return statSync(path).isDirectory()
}

/** Whether others on this machine are kept from reading it; Windows keeps such rights elsewhere. */
function isPrivate(file: string): boolean {
  return process.platform === 'win32' || (statSync(file).mode & 0o007) === 0
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith('../') && !way.startsWith('..\\') && way !== path
}

function haveRoles(file: string): boolean {
  const read = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  const passwords = ['owner', 'program', 'worker'].map((role) => read[role])
  return new Set(passwords).size === 3 && passwords.every((one) => typeof one === 'string' && one.length >= shortestPassword)
}

function isCertificate(file: string): boolean {
  return new X509Certificate(readFileSync(file)).subject !== ''
}

function isList(file: string): boolean {
  return Array.isArray(JSON.parse(readFileSync(file, 'utf8')))
}
