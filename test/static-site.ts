import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, extname, join } from 'node:path'
import type { TestContext } from 'node:test'

const types: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** As strict as the product's own: nothing inline, nothing from elsewhere. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'"

/**
 * Serves pages made by a function, and the files that the build left in `folder` under `/public/`, until the test ends.
 * Gives the address. A path for which `pageAt` has nothing is answered 404.
 */
export async function staticSite(t: TestContext, folder: string, pageAt: (url: URL) => string | undefined): Promise<string> {
  const server = createServer(async (request, reply) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const isFile = url.pathname.startsWith('/public/')
    const body = isFile ? await readFile(join(folder, basename(url.pathname))).catch(() => undefined) : pageAt(url)
    reply.writeHead(body === undefined ? 404 : 200, {
      'content-type': isFile ? (types[extname(url.pathname)] ?? 'application/octet-stream') : 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
    })
    reply.end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
