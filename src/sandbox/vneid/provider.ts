import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import type { KeyStore } from '../keys.ts'
import { html, page } from '../page.ts'
import { accountOf } from './accounts.ts'
import { claimsOf, scopes } from './claims.ts'
import { memory } from './memory.ts'

export type Client = { id: string; secret: string; redirectUris: readonly string[]; postLogoutRedirectUris: readonly string[] }

/** Where the sign-in page of an interaction stands, seen from the root of the server. */
export const signInPath = '/vneid/dang-nhap/'

/** The provider: authorization code with PKCE, pushed requests, tokens of minutes. `client` is asked anew for each request. */
export function vneidProvider(issuer: string, client: () => Client, keys: KeyStore): Provider {
  const provider = new Provider(issuer, {
    adapter: memory((id) => (id === client().id ? metadata(client()) : undefined)),
    jwks: { keys: [{ ...keys.signing('vneid'), use: 'sig', alg: 'ES256' }] },
    cookies: {
      keys: [keys.secret('vneid-cookies')],
      names: { session: 'vneid_mau', interaction: 'vneid_mau_buoc', resume: 'vneid_mau_tiep' },
    },
    scopes: Object.keys(scopes),
    claims: Object.fromEntries(Object.entries(scopes).map(([scope, { claims }]) => [scope, ['sub', 'TechID', 'LoaiTaiKhoan', ...claims]])),
    acrValues: ['urn:vneid:loa:1', 'urn:vneid:loa:2'],
    pkce: { required: () => true },
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    features: {
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: signOutPage, postLogoutSuccessSource: signedOutPage },
    },
    findAccount: (_ctx, sub) => {
      const account = accountOf(sub)
      return account && { accountId: sub, claims: () => claimsOf(account) }
    },
    interactions: { url: (_ctx, interaction) => `${signInPath}${interaction.uid}` },
    renderError: errorPage,
    routes,
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 900, Session: 1800, Grant: 1800 },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
  })
  provider.proxy = true
  return provider
}

const routes: NonNullable<Configuration['routes']> = {
  authorization: '/oauth2/authorize',
  token: '/oauth2/token',
  userinfo: '/oauth2/userinfo',
  pushed_authorization_request: '/oauth2/par',
  end_session: '/oauth2/logout',
  jwks: '/oauth2/jwks',
}

function metadata({ id, secret, redirectUris, postLogoutRedirectUris }: Client) {
  return {
    client_id: id,
    client_secret: secret,
    client_name: 'Liên Thông',
    redirect_uris: [...redirectUris],
    post_logout_redirect_uris: [...postLogoutRedirectUris],
    grant_types: ['authorization_code'],
    response_types: ['code' as const],
  }
}

async function errorPage(ctx: KoaContextWithOIDC, out: { error: string }): Promise<void> {
  secure(ctx)
  ctx.body = page(
    'Không đăng nhập được',
    'VNeID',
    html`<p class="problem">Yêu cầu đăng nhập không hợp lệ hoặc đã hết hạn.</p>
<p>Quay lại trang dịch vụ công và đăng nhập lại. Mã lỗi: ${out.error}.</p>`,
  )
}

async function signOutPage(ctx: KoaContextWithOIDC, form: string): Promise<void> {
  const xsrf = /name="xsrf" value="([0-9a-f]+)"/.exec(form)?.[1] ?? ''
  const action = /action="([^"]+)"/.exec(form)?.[1] ?? ''
  secure(ctx)
  ctx.body = page(
    'Đăng xuất khỏi VNeID?',
    'VNeID',
    html`<form method="post" action="${action}">
<input type="hidden" name="xsrf" value="${xsrf}">
<p class="acts"><button name="logout" value="yes">Đăng xuất</button> <button class="plain">Ở lại</button></p>
</form>`,
  )
}

async function signedOutPage(ctx: KoaContextWithOIDC): Promise<void> {
  secure(ctx)
  ctx.body = page('Đã đăng xuất', 'VNeID', html`<p>Bạn đã đăng xuất khỏi VNeID.</p>`)
}

function secure(ctx: KoaContextWithOIDC): void {
  ctx.type = 'html'
  ctx.set('content-security-policy', "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'")
}
