import type { Reply, Req } from '#platform/http'

type Purpose = 'sign-in' | 'consent'

// One cookie for each purpose of a trip to VNeID; beginning one forgets the other, so that a return is never taken for the wrong one.
const cookies: Record<Purpose, string> = { 'sign-in': '__Host-lt-vneid', consent: '__Host-lt-xin' }
const options = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const
const minutes = 15

/** Remembers in the browser that leaves that it may come back. */
export function keepTrip(reply: Reply, purpose: Purpose, browserKey: string): void {
  clearTrips(reply, purpose)
  reply.setCookie(cookies[purpose], browserKey, { ...options, maxAge: minutes * 60 })
}

export function tripOf(req: Req): { purpose: Purpose; browserKey: string } | undefined {
  for (const purpose of ['consent', 'sign-in'] as const) {
    const browserKey = req.cookies[cookies[purpose]]
    if (browserKey !== undefined) return { purpose, browserKey }
  }
  return undefined
}

export function clearTrips(reply: Reply, but?: Purpose): void {
  for (const purpose of ['consent', 'sign-in'] as const) if (purpose !== but) reply.clearCookie(cookies[purpose], options)
}
