/** Cookies of one walker, kept by origin; paths and lifetimes do not matter on so short a walk. */
function cookieJar() {
  const jar = new Map<string, string>()
  return {
    header: () => [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
    take: (response: Response) => {
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (value === '') jar.delete(name)
        else jar.set(name, value)
      }
    },
  }
}

const mostSteps = 12

/**
 * Walks the sign-in as a browser without script would: opens the authorization address, posts the forms as the person `account`
 * (a key of the cast, or `person.organisation`), and gives the address of the product to which the answer is delivered. With
 * `refuse` the person declines to share.
 */
export async function walkSignIn(authorizationUrl: string, account: string, { refuse = false } = {}): Promise<URL> {
  const home = new URL(authorizationUrl).origin
  const cookies = cookieJar()
  let at = new URL(authorizationUrl)
  let form: URLSearchParams | undefined
  for (let step = 0; step < mostSteps; step++) {
    const response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: cookies.header() },
      signal: AbortSignal.timeout(10_000),
      ...(form && { method: 'POST', body: form }),
    })
    cookies.take(response)
    const location = response.headers.get('location')
    const body = await response.text()
    if (location) {
      at = new URL(location, at)
      form = undefined
      if (at.origin !== home) return at
      continue
    }
    if (!response.ok) throw new Error(`the sign-in walk met ${response.status} at ${at.pathname.split('/').slice(0, 3).join('/')}`)
    form = body.includes('value="dong-y"')
      ? new URLSearchParams({ viec: refuse ? 'tu-choi' : 'dong-y' })
      : new URLSearchParams({ viec: 'chon', tai_khoan: account })
  }
  throw new Error('the sign-in walk did not end')
}
