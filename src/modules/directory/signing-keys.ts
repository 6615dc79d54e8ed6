import { type Ctx, Refusal } from '#platform/act'
import type { Instant } from '#platform/clock'
import type { Statement } from '#platform/db'
import type { Id } from '#platform/id'
import { newId } from '#platform/id'
import type { Keyring } from '#platform/keys'

const sealedAt = 'signing_key.private'

/** A key to sign with. `sealed` opens with `openSigningKey` in the moment of signing; null where a device keeps the key. */
export type SigningKey = {
  id: Id
  kind: 'person' | 'agency'
  unit: Id
  post?: Id
  account?: Id
  provider: 'software' | 'pkcs11'
  /** PEM: the certificate, and those above it up to the root. */
  certificate: string
  chain: string
  sealed: Buffer | null
  /** How the device calls the key. */
  label?: string
  validFrom: Instant
  validTo: Instant
}

/**
 * The actor's own key for a post he holds or covers, or the seal of a unit in his scope, valid now; the newest where there are
 * several. Undefined where none was issued.
 */
export async function signingKeyFor(ctx: Ctx, whose: { post: Id } | { seal: Id }): Promise<SigningKey | undefined> {
  const of =
    'post' in whose
      ? ctx.db
          .selectFrom('signing_key')
          .where('kind', '=', 'person')
          .where('post_id', '=', whose.post)
          .where('account_id', '=', ctx.actor.id)
      : ctx.db.selectFrom('signing_key').where('kind', '=', 'agency').where('unit_id', '=', whose.seal)
  const row = await of
    .where('valid_from', '<=', ctx.now)
    .where('valid_to', '>', ctx.now)
    .orderBy('valid_from', 'desc')
    .selectAll()
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    id: row.id,
    kind: row.kind as SigningKey['kind'],
    unit: row.unit_id,
    ...(row.post_id !== null && { post: row.post_id }),
    ...(row.account_id !== null && { account: row.account_id }),
    provider: row.provider as SigningKey['provider'],
    certificate: row.certificate,
    chain: row.chain,
    sealed: row.private,
    ...(row.label !== null && { label: row.label }),
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }
}

/** The private half of a software key as PKCS#8 in PEM: in memory, for this one signature. */
export function openSigningKey(keys: Keyring, { sealed }: SigningKey): string {
  if (sealed === null) throw new Refusal(409, 'key-in-device')
  return keys.openText(sealed, sealedAt)
}

/** The row of a new key; `pkcs8` (PEM) is sealed here and nowhere else kept; null where a device keeps it. */
export function signingKeyRow(keys: Keyring, key: Omit<SigningKey, 'id' | 'sealed'> & { pkcs8: string | null }, now: Instant): Statement {
  const sealed = key.pkcs8 === null ? null : keys.seal(key.pkcs8, sealedAt)
  return {
    text: `insert into signing_key (id, kind, post_id, account_id, unit_id, provider, certificate, chain, private, label, valid_from, valid_to)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    values: [
      newId(Date.parse(now)),
      key.kind,
      key.post ?? null,
      key.account ?? null,
      key.unit,
      key.provider,
      key.certificate,
      key.chain,
      sealed,
      key.label ?? null,
      key.validFrom,
      key.validTo,
    ],
  }
}
