import { formsIn, linksIn, textOf } from './page.ts'
import { type Answers, type Page, Stuck, type Walker } from './walker.ts'

/** What the start page of a sample prints of an account. */
export type Account = { login: string; password: string; code: string }

/** The accounts that the start page lists, by login; its code is the one of this half minute and serves once. */
export async function accountsOn(walker: Walker, base: string): Promise<Map<string, Account>> {
  const { html } = await walker.get(`${base}/mau`)
  const accounts = new Map<string, Account>()
  for (const [, row = ''] of html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)) {
    const cells = [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => textOf(cell))
    const login = cells.find((cell) => /^[a-z0-9]+\.[a-z0-9]+$/.test(cell))
    const code = cells.find((cell) => /^\d{6}$/.test(cell.replaceAll(' ', '')))
    const password = cells[cells.indexOf(login ?? '') + 1]
    if (login !== undefined && code !== undefined && password !== undefined)
      accounts.set(login, { login, password, code: code.replaceAll(' ', '') })
  }
  return accounts
}

/** Where the played systems of a sample answer: the start page links to them. */
export async function sandboxOn(walker: Walker, base: string): Promise<string> {
  const { html } = await walker.get(`${base}/mau`)
  const link = linksIn(html).find(({ href }) => /^http:\/\/127\.0\.0\.1:\d+\/?$/.test(href))
  if (link === undefined) throw new Stuck('trang /mau không dẫn tới các hệ thống đóng thế')
  return link.href.replace(/\/$/, '')
}

/** Signs an official in by password and code, unless he is in already. A code that served already is waited out: the next one comes within half a minute. */
export async function signInStaff(walker: Walker, base: string, login: string): Promise<Page> {
  const work = await walker.look(`${base}/viec`)
  if (work.status === 200) return work
  let last = ''
  for (;;) {
    const account = (await accountsOn(walker, base)).get(login)
    if (account === undefined) throw new Stuck(`trang /mau không có tài khoản ${login}`)
    if (account.code !== last) {
      last = account.code
      const form = await walker.get(`${base}/can-bo/dang-nhap`)
      const come = await walker.offer(form, '/can-bo/dang-nhap', { ...account })
      if (come.status === 200) return come
    }
    await walker.pause(`mã mới của ${login}`)
  }
}

/**
 * Does an act at the desk: opens its page and sends its form.
 * @param awaits what has to be done elsewhere before the act can be done; without it the act must be possible now
 */
export async function act(walker: Walker, base: string, code: string, verb: string, answers: Answers = {}, awaits?: string): Promise<Page> {
  const path = `/viec/${code}/${verb}`
  for (;;) {
    const page = await walker.get(`${base}${path}`)
    const isPossible = formsIn(page.html).some((form) => form.method === 'POST' && form.action.endsWith(path))
    if (isPossible || awaits === undefined) return walker.send(page, path, answers)
    await walker.pause(awaits)
  }
}
