import type { KeyStore } from '../keys.ts'
import { doorTo, type Reply } from '../routes.ts'
import type { Door } from '../server.ts'
import { accountOf } from './accounts.ts'
import { type Client, vneidProvider } from './provider.ts'
import { showStep, takeStep } from './sign-in.ts'

export type { Client } from './provider.ts'

export type Vneid = {
  issuer: string
  door: Door
  /** The personal number behind an access token that carries this scope; undefined where there is none. */
  numberBehind: (token: string, scope: string) => Promise<string | undefined>
}

/** Plays VNeID: an OpenID Connect provider with its sign-in and consent pages. */
export function vneid(origin: string, client: () => Client, keys: KeyStore): Vneid {
  const issuer = `${origin}/vneid`
  const provider = vneidProvider(issuer, client, keys)
  const protocol = provider.callback()
  const { host, protocol: scheme } = new URL(origin)

  const withForms = (reply: Reply): Reply => ({ ...reply, headers: { ...reply.headers, 'content-security-policy': policy(client()) } })
  const pages: Door = (request, response) =>
    doorTo({
      'GET /dang-nhap/:uid': async () => withForms(await showStep({ provider, request, response })),
      'POST /dang-nhap/:uid': async (call) => withForms(await takeStep({ provider, request, response }, await call.form())),
    })(request, response)

  return {
    issuer,
    door: (request, response) => {
      if (request.url?.startsWith('/dang-nhap/')) return pages(request, response)
      // The addresses that the provider writes follow the issuer, not whatever name the request came by.
      request.headers.host = host
      request.headers['x-forwarded-proto'] = scheme.replace(':', '')
      Object.assign(request, { originalUrl: `/vneid${request.url ?? '/'}` })
      return protocol(request, response)
    },
    numberBehind: async (token, scope) => {
      const found = await provider.AccessToken.find(token)
      if (!found?.scopes.has(scope)) return undefined
      return accountOf(found.accountId)?.person.number
    },
  }
}

/** A browser follows a form's redirects only to origins that the page names. */
function policy(client: Client): string {
  const origins = new Set(client.redirectUris.map((uri) => new URL(uri).origin))
  return `default-src 'none'; style-src 'self'; form-action 'self' ${[...origins].join(' ')}; base-uri 'none'; frame-ancestors 'none'`
}
