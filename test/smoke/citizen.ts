import { formsIn } from './page.ts'
import { type Brought, type Page, Stuck, type Walker } from './walker.ts'

/** The mother of the sample; her number and the secret are printed by the played VNeID. */
export const mother = { number: '027198990001', secret: '246810', bornOn: '1998-03-14' }

/** Signs a citizen in through the played VNeID, with its own sign-in and consent pages. */
export async function signInCitizen(walker: Walker, base: string, back: string): Promise<Page> {
  const asked = await walker.get(`${base}/dang-nhap?ve=${encodeURIComponent(back)}`)
  let page = await walker.send(asked, '/dang-nhap')
  // VNeID remembers who signed in a moment ago and leads on at once.
  if (page.url.origin === new URL(base).origin) return page
  page = await walker.send(page, page.url.pathname, { so_dinh_danh: mother.number, ma_so: mother.secret, viec: 'dang-nhap' })
  const consents = formsIn(page.html).some((form) => form.offers.get('viec')?.some(({ value }) => value === 'dong-y'))
  if (consents) page = await walker.send(page, page.url.pathname, { viec: 'dong-y' })
  if (page.url.origin !== new URL(base).origin) throw new Stuck(`VNeID đóng thế dừng ở ${page.url.pathname}`)
  return page
}

/** Answers by field; a page takes those that it asks. */
export type Answers = Readonly<Record<string, string>>

/**
 * Goes through the pages of a draft, answering what each asks, until the page on which all is checked. A page that complains once is
 * answered again: an answer may open further questions.
 */
export async function fillPages(walker: Walker, first: Page, answers: Answers, file: Brought): Promise<Page> {
  let page = first
  for (let turn = 0; turn < 40; turn += 1) {
    if (page.url.pathname.endsWith('/xem-lai')) return page
    const path = page.url.pathname
    const form = formsIn(page.html).find((one) => one.method === 'POST' && new URL(one.action, page.url).pathname === path)
    if (form === undefined) throw new Stuck(`trang ${path} không có biểu mẫu của nó`)
    const asked = Object.fromEntries(Object.entries(answers).filter(([name]) => form.names.has(name)))
    const brings = form.names.has(file.field) && !form.text.includes(file.name)
    const next = await walker.offer(page, path, asked, brings ? [file] : [])
    if (next.status >= 400 && next.html === page.html) throw new Stuck(`trang ${path} không nhận câu trả lời: ${form.text.slice(0, 300)}`)
    page = next
  }
  throw new Stuck(`biểu mẫu không đi tới trang xem lại; đang ở ${page.url.pathname}`)
}
