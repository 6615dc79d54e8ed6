import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

type Entry = { payload: AdapterPayload; until: number }

const most = 20_000

/**
 * What the provider must remember (sessions, codes, tokens), in memory and bounded: the oldest go first. A restart signs everybody
 * out, as an outage of the real system would.
 */
export function memory(client: (id: string) => AdapterPayload | undefined): AdapterFactory {
  const entries = new Map<string, Entry>()

  const live = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key)
    if (entry && entry.until > Date.now()) return entry.payload
    entries.delete(key)
    return undefined
  }
  const put = (key: string, payload: AdapterPayload, expiresIn: number | undefined) => {
    entries.delete(key)
    entries.set(key, { payload, until: expiresIn === undefined ? Number.POSITIVE_INFINITY : Date.now() + expiresIn * 1000 })
    for (const oldest of entries.keys()) {
      if (entries.size <= most) break
      entries.delete(oldest)
    }
  }
  const first = (kind: string, holds: (payload: AdapterPayload) => boolean) => {
    for (const [key, { payload }] of entries) if (key.startsWith(`${kind}:`) && holds(payload)) return live(key)
    return undefined
  }

  return (kind): Adapter => ({
    find: async (id) => (kind === 'Client' ? client(id) : live(`${kind}:${id}`)),
    findByUid: async (uid) => first(kind, (payload) => payload.uid === uid),
    findByUserCode: async (code) => first(kind, (payload) => payload.userCode === code),
    upsert: async (id, payload, expiresIn) => put(`${kind}:${id}`, payload, expiresIn),
    consume: async (id) => {
      const payload = live(`${kind}:${id}`)
      if (payload) payload.consumed = Math.floor(Date.now() / 1000)
    },
    destroy: async (id) => void entries.delete(`${kind}:${id}`),
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key)
    },
  })
}
