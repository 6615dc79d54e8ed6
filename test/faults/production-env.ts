import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPki } from '#sandbox'

/** A folder with the files that a production install is given: master key, passwords of the roles, roots, a place for checkpoints. */
export async function productionFolder(folder: string): Promise<string> {
  const secret = (name: string, text: string) => writeFile(join(folder, name), text, { mode: 0o600 })
  const password = () => randomBytes(24).toString('base64url')
  await mkdir(join(folder, 'checkpoints'), { mode: 0o700 })
  await secret('master.key', `${randomBytes(32).toString('base64')}\n`)
  await secret('roles.json', JSON.stringify({ owner: password(), program: password(), worker: password() }))
  await writeFile(join(folder, 'roots.pem'), createPki({ now: () => '2026-11-20T01:00:00.000Z' }).rootPem)
  return folder
}

/** Settings with which a production install starts; the services behind them are on this machine. */
export function productionEnv(folder: string): Record<string, string> {
  const local = 'http://127.0.0.1:9'
  return {
    INSTALL: 'production',
    DATA_DIR: join(folder, 'data'),
    PUBLIC_URL: 'https://dichvucong.bacninh.example',
    DATABASE_URL: 'postgresql://chu:mat-khau-rat-dai-that@127.0.0.1:5432/lien_thong',
    DATABASE_ROLES_FILE: join(folder, 'roles.json'),
    MASTER_KEY_FILE: join(folder, 'master.key'),
    AUDIT_CHECKPOINTS: join(folder, 'checkpoints'),
    TRUST_ROOTS_FILE: join(folder, 'roots.pem'),
    TSA_URL: `${local}/tsa`,
    SMTP_URL: 'smtp://127.0.0.1:9',
    CLAMD: '127.0.0.1:9',
    VNEID_ISSUER: `${local}/vneid`,
    VNEID_CLIENT_ID: 'lien-thong',
    VNEID_CLIENT_SECRET: 'c',
    VNEID_INBOX_URL: `${local}/hop-thu`,
    VNEID_INBOX_SECRET: 'a',
    POPULATION_URL: `${local}/dan-cu`,
    POPULATION_SECRET: 'a',
    CIVIL_STATUS_URL: `${local}/ho-tich`,
    CIVIL_STATUS_SECRET: 'a',
  }
}
