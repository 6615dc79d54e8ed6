import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newVault, type Vault } from '#modules/papers'
import { openSigning } from '#modules/signing'
import { FileStore, folderShelf } from '#platform/files'
import type { Doors } from '#platform/http'
import { openWeb } from '#web'
import type { Install } from '../install.ts'

/** The product's doors inside this process, on the install's own database and files, for recording what a journey writes. */
export type OwnDoors = Doors & { vault: Vault; close(): Promise<void> }

export async function openOwnDoors({ house, dataDir }: Pick<Install, 'house' | 'dataDir'>): Promise<OwnDoors> {
  const vault = newVault(new FileStore(await folderShelf(join(dataDir, 'files')), house.keys))
  // Nothing is signed and nobody outside is asked on the recorded way.
  const nowhere = { url: 'http://127.0.0.1:9', secret: '' }
  const signing = openSigning({ rootsPem: '', tsaUrl: nowhere.url })
  const assetsFolder = await mkdtemp(join(tmpdir(), 'lt-bench-assets-'))
  const doors = await openWeb(
    {
      house,
      now: () => new Date().toISOString(),
      publicUrl: 'http://localhost',
      sample: true,
      assetsFolder,
      assets: (name) => `/public/${name}`,
      vault,
      means: { vault, signing, publicUrl: 'http://localhost' },
      sources: { population: nowhere, civilStatus: nowhere },
      vneid: { issuer: nowhere.url, clientId: 'bench', clientSecret: '', redirectUri: 'http://localhost/x' },
      scanner: undefined,
      nudge: () => {},
      trustRootsPem: '',
    },
    false,
  )
  const close = async () => {
    await doors.app.close()
    await signing.close()
    await rm(assetsFolder, { recursive: true, force: true })
  }
  return { ...doors, vault, close }
}
