import { catalogueToday } from '#modules/finding'
import type { Ctx } from '#platform/act'

/** What search engines may read: everything but what belongs to somebody, or is made anew at each look. */
export function robotsText(publicUrl: string): string {
  const closed = [
    '/ho-so',
    '/ho-so-nhap',
    '/nop',
    '/viec',
    '/tep',
    '/q/',
    '/tra-cuu',
    '/tai-khoan',
    '/thong-bao',
    '/quan-tri',
    '/can-bo',
    '/api/',
  ]
  return `User-agent: *\n${closed.map((path) => `Disallow: ${path}\n`).join('')}\nSitemap: ${publicUrl}/sitemap.xml\n`
}

const pages = ['/', '/thu-tuc', '/quay', '/tro-giup', '/xac-minh', '/du-lieu-ca-nhan', '/kha-nang-tiep-can']

/** Every page that a search engine should know: the fixed ones, and a page a procedure. */
export async function sitemap(ctx: Ctx, publicUrl: string): Promise<string> {
  const { all } = await catalogueToday(ctx)
  const paths = [...pages, ...all.map(({ code }) => `/thu-tuc/${code}`)]
  const urls = paths.map((path) => `<url><loc>${escaped(publicUrl + path)}</loc></url>`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
