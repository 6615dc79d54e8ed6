import { join } from 'node:path'
import pg from 'pg'
import { newVault, type Vault } from '#modules/papers'
import { FileStore, folderShelf } from '#platform/files'
import type { Install } from '../install.ts'
import { castOf, clientsOf, type Learnt, learn } from './cast.ts'
import type { Client } from './clients.ts'
import { copyPrepared } from './copies.ts'
import { openOwnDoors } from './doors.ts'
import { prepareDraft } from './drafts.ts'
import type { Writing } from './writer.ts'

/** Everything that rounds need: who asks, what is written, and the database beside the product's own. */
export type Stage = {
  install: Install
  learnt: Learnt[]
  /** Fills the clients' hands with drafts of their own, so many in all. */
  clientsWith(drafts: number): Promise<Client[]>
  /** The same for the ceiling, in the clone. */
  officesWith(drafts: number): Promise<Writing['offices']>
  clone: Writing['connect']
  close(): Promise<void>
}

/** Learns the journey behind doors of our own while the product rests, clones the database, and lets the product go on. */
export async function openStage(install: Install, clients: number): Promise<Stage> {
  const offices = await castOf(install, clients)
  const doors = await openOwnDoors(install)
  const learnt: Learnt[] = []
  for (const office of offices) learnt.push(await learn(install, doors, office))
  await doors.close()
  const clone = await install.clone('bench_ceiling')
  const inClone = new pg.Pool({ ...install.postgres.connection, database: clone.database, max: 1, application_name: 'bench' })
  const vault = newVault(new FileStore(await folderShelf(join(install.dataDir, 'files')), install.house.keys))
  const everybody = await clientsOf(install, offices)
  return {
    install,
    learnt,
    clone,
    clientsWith: (drafts) =>
      Promise.all(
        everybody.map(async ({ people, mother, office }): Promise<Client> => {
          const unit = offices[office]?.unit ?? ''
          return { people, drafts: await draftsFor(vault, mother, unit, Math.ceil(drafts / everybody.length)) }
        }),
      ),
    officesWith: (drafts) =>
      Promise.all(
        learnt.map(async ({ recorded, before, seed }) => ({
          recorded,
          before,
          drafts: await copyPrepared(inClone, seed, Math.ceil(drafts / learnt.length)),
        })),
      ),
    close: () => inClone.end(),
  }
}

type Mother = Awaited<ReturnType<typeof clientsOf>>[number]['mother']

async function draftsFor(vault: Vault, { key, who }: Mother, unit: string, count: number): Promise<string[]> {
  const drafts: string[] = []
  for (let made = 0; made < count; made += 1) drafts.push((await prepareDraft(who.ctx(), vault, key, { unit })).draft)
  return drafts
}
