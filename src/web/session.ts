import { epochMs } from '#platform/clock'
import type { Reply } from '#platform/http'

/** Name of the cookie that holds the session. */
export const sessionCookie = '__Host-lt-phien'

/**
 * Hands the browser the session's token, for as long as the session can last: a span, since the browser's clock is not ours. Scripts
 * never see it.
 */
export function letIn(reply: Reply, token: string, { createdAt, expiresAt }: { createdAt: string; expiresAt: string }): void {
  const maxAge = Math.floor((epochMs(expiresAt) - epochMs(createdAt)) / 1000)
  reply.setCookie(sessionCookie, token, { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge })
}

/** Takes the token back out of the browser. */
export function letOut(reply: Reply): void {
  reply.clearCookie(sessionCookie, { path: '/', httpOnly: true, secure: true, sameSite: 'lax' })
}

/** Where to go after signing in: a path of this site, whatever the link said. */
export function wayBack(asked: unknown, otherwise: string): string {
  return typeof asked === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(asked) ? asked : otherwise
}
