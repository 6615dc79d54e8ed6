import type { Ctx } from '#platform/act'
import type { Statement } from '#platform/db'
import { type Id, newId } from '#platform/id'
import { contentKeyOf, hashOf, keyOf } from './content.ts'
import { assertMay } from './policy.ts'
import { insertFile } from './store.ts'
import type { Vault } from './vault.ts'

/** A paper that the office made itself: a receipt, a draft, a signed result. */
export type MadePaper = { bytes: Uint8Array; name: string; mediaType: string; case: Id; system: string; unit: Id; owner?: Id }

/** Its bytes lie on disk; its row is stored by the act that issues it. */
export type Kept = { file: Id; sha256: Buffer; size: number; statements: Statement[] }

/** Stores the bytes of a paper made here; nobody else touched them, so they need no gate. If the act behind it fails, they have no row and are swept away. */
export async function keepPaper(ctx: Ctx, vault: Pick<Vault, 'store'>, made: MadePaper): Promise<Kept> {
  assertMay(ctx, 'keep')
  const file = newId(Date.parse(ctx.now))
  const contentKey = contentKeyOf(ctx.keys, made.case, hashOf(made.bytes))
  const { key, keyId, sha256, size } = await vault.store.put(keyOf(contentKey, file), [made.bytes])
  const row = insertFile({
    id: file,
    owner: made.owner ?? null,
    system: made.system,
    unit: made.unit,
    sha256,
    size,
    mediaType: made.mediaType,
    name: ctx.keys.seal(made.name, 'stored_file.name'),
    contentKey,
    key,
    keyId,
    scan: 'made-here',
    at: ctx.now,
  })
  return { file, sha256, size, statements: [row] }
}
