import { readFileSync } from 'node:fs'
import { isAbsolute, resolve } from 'node:path'
import { malformed, missingSettings, unsafeSettings } from './start/unsafe-settings.ts'

/** What a program start is told from outside. Only this file reads the environment. */
export type Config = {
  install: 'sample' | 'production'
  host: string
  port: number
  /** Origin of every absolute link, QR code, redirection, cookie and passkey. */
  publicUrl: string
  dataDir: string
  databaseUrl: string | undefined
  /** Passwords of the database roles where a server is used: JSON with owner, program, worker. */
  databaseRolesFile: string | undefined
  masterKeyFile: string | undefined
  referenceData: string
  smtpUrl: string | undefined
  mailFrom: string
  /** What people dial for help; without it pages lead to the counters. */
  hotline: string | undefined
  auditCheckpoints: string | undefined
  clamd: string | undefined
  s3: { endpoint: string; bucket: string; region: string; accessKey: string; secretKey: string } | undefined
  vneid: { issuer: string; clientId: string; clientSecret: string } | undefined
  vneidInbox: { url: string; secret: string } | undefined
  population: { url: string; secret: string } | undefined
  civilStatus: { url: string; secret: string } | undefined
  /** The health data service that holds signed death notices; without it they are asked for on paper. */
  health: { url: string; secret: string } | undefined
  /** The land database and the register of household businesses with the tax system behind it; nothing stands without them but what they tell. */
  land: { url: string; secret: string } | undefined
  tax: { url: string; secret: string } | undefined
  wallet: { url: string; keysFile: string } | undefined
  trust: { rootsFile: string; tsaUrl: string; ocspUrl?: string; crlUrls: string[] } | undefined
  pkcs11: { module: string; pin: string } | undefined
  otlpEndpoint: string | undefined
  /** Bearer token with which a collector on another machine reads /metrics. */
  metricsToken: string | undefined
  sandboxPort: number
}

export type Env = Readonly<Record<string, string | undefined>>

/** Everything that is missing or unsafe, a line each, every line beginning with the name of the setting. */
export class ConfigProblem extends Error {
  readonly lines: readonly string[]

  constructor(lines: readonly string[]) {
    super(lines.join('\n'))
    this.name = 'ConfigProblem'
    this.lines = lines
  }
}

/** A sample shows how a number looks; its pages say that nobody answers. A real install names its own. */
const sampleHotline = '1022'

const loopback = /^(127\.\d+\.\d+\.\d+|localhost|::1)$/

/**
 * Reads and checks the settings before a port is opened or a file is written.
 * @param cwd the folder to which relative paths belong
 * @throws ConfigProblem naming every missing or unsafe setting at once
 */
export function readConfig(env: Env, cwd: string): Config {
  const lines: string[] = []
  const install = env.INSTALL === 'production' ? 'production' : 'sample'
  if (env.INSTALL !== undefined && env.INSTALL !== 'production' && env.INSTALL !== 'sample')
    lines.push('INSTALL: chỉ nhận «sample» hoặc «production»')
  const given = reading(env, cwd, lines)
  const port = wholeNumber('PORT', env.PORT ?? '3000', lines)
  const host = env.HOST ?? '127.0.0.1'
  const publicUrl = (env.PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/$/, '')
  if (!URL.canParse(publicUrl)) lines.push('PUBLIC_URL: phải là địa chỉ đầy đủ, ví dụ https://dichvucong.bacninh.example')
  if (install === 'sample' && !loopback.test(host) && env.SAMPLE_PUBLIC !== '1') {
    lines.push('HOST: bản mẫu chỉ mở trên máy này (127.0.0.1); muốn mở ra ngoài phải đặt SAMPLE_PUBLIC=1')
  }
  const config: Config = {
    install,
    host,
    port,
    publicUrl,
    dataDir: given.path('DATA_DIR') ?? resolve(cwd, 'data'),
    databaseUrl: given.secret('DATABASE_URL'),
    databaseRolesFile: given.path('DATABASE_ROLES_FILE'),
    masterKeyFile: given.path('MASTER_KEY_FILE'),
    referenceData: given.path('REFERENCE_DATA') ?? resolve(cwd, '../shared/data'),
    smtpUrl: given.secret('SMTP_URL'),
    mailFrom: env.MAIL_FROM ?? 'khong-tra-loi@lien-thong.example',
    hotline: hotlineOf(env.HOTLINE, install, lines),
    auditCheckpoints: given.path('AUDIT_CHECKPOINTS'),
    clamd: env.CLAMD,
    s3: given.s3(),
    vneid: given.vneid(),
    vneidInbox: given.endpoint('VNEID_INBOX'),
    population: given.endpoint('POPULATION'),
    civilStatus: given.endpoint('CIVIL_STATUS'),
    health: given.endpoint('HEALTH'),
    land: given.endpoint('LAND'),
    tax: given.endpoint('TAX'),
    wallet: given.wallet(),
    trust: given.trust(),
    pkcs11: given.pkcs11(),
    otlpEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    metricsToken: given.secret('METRICS_TOKEN'),
    sandboxPort: wholeNumber('SANDBOX_PORT', env.SANDBOX_PORT ?? '0', lines),
  }
  if (install === 'production') lines.push(...missingSettings(config), ...unsafeSettings(config, env.NODE_TLS_REJECT_UNAUTHORIZED === '0'))
  else if (config.databaseUrl !== undefined) lines.push(...malformed(config.databaseUrl))
  if (lines.length > 0) throw new ConfigProblem(lines)
  return config
}

function hotlineOf(given: string | undefined, install: Config['install'], lines: string[]): string | undefined {
  if (given === undefined || given === '') return install === 'sample' ? sampleHotline : undefined
  if (!/^\d{3,11}$/.test(given)) lines.push('HOTLINE: chỉ gồm từ 3 đến 11 chữ số, như người dân bấm')
  return given
}

function wholeNumber(name: string, text: string, lines: string[]): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) lines.push(`${name}: phải là số cổng từ 0 đến 65535`)
  return Number(text)
}

/** Readers that note what is wrong instead of stopping at the first. */
function reading(env: Env, cwd: string, lines: string[]) {
  const path = (name: string): string | undefined => {
    const value = env[name]
    return value === undefined || value === '' ? undefined : isAbsolute(value) ? value : resolve(cwd, value)
  }
  /** A secret stands in the environment or, better, in a file named by NAME_FILE. */
  const secret = (name: string): string | undefined => {
    const file = path(`${name}_FILE`)
    if (file === undefined) return env[name] === '' ? undefined : env[name]
    try {
      return readFileSync(file, 'utf8').trim()
    } catch {
      lines.push(`${name}_FILE: không đọc được tệp ${file}`)
      return undefined
    }
  }
  const together = <T>(names: string[], make: () => T): T | undefined => {
    const missing = names.filter((name) => secret(name) === undefined)
    if (missing.length === names.length) return undefined
    for (const name of missing) lines.push(`${name}: thiếu, trong khi ${names.filter((one) => !missing.includes(one)).join(', ')} đã có`)
    return missing.length === 0 ? make() : undefined
  }
  const text = (name: string): string => secret(name) ?? ''
  return {
    path,
    secret,
    endpoint: (name: string) =>
      together([`${name}_URL`, `${name}_SECRET`], () => ({ url: text(`${name}_URL`), secret: text(`${name}_SECRET`) })),
    vneid: () =>
      together(['VNEID_ISSUER', 'VNEID_CLIENT_ID', 'VNEID_CLIENT_SECRET'], () => ({
        issuer: text('VNEID_ISSUER'),
        clientId: text('VNEID_CLIENT_ID'),
        clientSecret: text('VNEID_CLIENT_SECRET'),
      })),
    wallet: () =>
      together(['WALLET_URL', 'WALLET_KEYS_FILE'], () => ({ url: text('WALLET_URL'), keysFile: path('WALLET_KEYS_FILE') ?? '' })),
    trust: () =>
      together(['TRUST_ROOTS_FILE', 'TSA_URL'], () => ({
        rootsFile: path('TRUST_ROOTS_FILE') ?? '',
        tsaUrl: text('TSA_URL'),
        ...(env.OCSP_URL === undefined ? {} : { ocspUrl: env.OCSP_URL }),
        crlUrls: (env.CRL_URLS ?? '').split(' ').filter((one) => one !== ''),
      })),
    pkcs11: () => together(['PKCS11_MODULE', 'PKCS11_PIN'], () => ({ module: path('PKCS11_MODULE') ?? '', pin: text('PKCS11_PIN') })),
    s3: () =>
      together(['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'], () => ({
        endpoint: text('S3_ENDPOINT'),
        bucket: text('S3_BUCKET'),
        region: env.S3_REGION ?? 'us-east-1',
        accessKey: text('S3_ACCESS_KEY'),
        secretKey: text('S3_SECRET_KEY'),
      })),
  }
}
