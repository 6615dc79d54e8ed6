import type { TestContext } from 'node:test'
import { askForMore, confirmDraft, consult, deliver, enter, propose, receive, refuse, seal, sign } from '#modules/dossiers'
import { fileBirth } from './birth.ts'
import { type WebWorld, webWorld } from './web-world.ts'

/** Cases of commune `a` at every place where a page looks different; all of them Hồng's. */
export type Cases = {
  submitted: string
  received: string
  asked: string
  draft: string
  toEnter: string
  waitingNumber: string
  toSign: string
  toSeal: string
  ready: string
  delivered: string
  toRefuse: string
}

export type PageWorld = WebWorld & { cases: Cases }

/** A web world with cases at every step, for pages that are looked at rather than walked through. */
export async function pageWorld(t: Pick<TestContext, 'after'>, options: { seen?: boolean } = {}): Promise<PageWorld> {
  const w = await webWorld(t, options)
  return Object.assign(w, { cases: await casesOf(w) })
}

async function casesOf(w: WebWorld): Promise<Cases> {
  const { a } = w
  const filed = async (child: string) => {
    const one = await fileBirth(w, { childName: child })
    if (!one.ok) throw new Error(JSON.stringify(one))
    return one.code
  }
  const received = async (child: string) => {
    const code = await filed(child)
    await receive(w.as(a.receptionist), code)
    return code
  }
  const drafted = async (child: string) => {
    const code = await received(child)
    await propose(w.as(a.registrar), code, 'Đủ điều kiện đăng ký')
    return code
  }
  const agreed = async (child: string) => {
    const code = await drafted(child)
    await confirmDraft(w.as(w.hong), code)
    return code
  }
  const entered = async (child: string) => {
    const code = await agreed(child)
    await enter(w.as(a.registrar), code)
    await w.runJobs()
    return code
  }
  const signed = async (child: string) => {
    const code = await entered(child)
    await sign(w.as(a.chair), w.means, code, undefined)
    return code
  }
  const sealed = async (child: string) => {
    const code = await signed(child)
    await seal(w.as(a.clerk), w.means, code)
    return code
  }
  const asked = await received('Trần Nguyễn Bảo Ngọc')
  await askForMore(w.as(a.registrar), asked, [{ code: 'KS01' }, { code: 'C06', note: 'Trang hai bị mờ' }], undefined)
  const inquired = await received('Trần Minh Quân')
  await consult(w.as(a.registrar), inquired, {
    consultation: 'marriage',
    toUnit: w.units.b,
    text: 'Đề nghị tra sổ đăng ký kết hôn năm 2023.',
  })
  const toRefuse = await received('Trần Gia Huy')
  await refuse(w.as(a.registrar), toRefuse, { reason: 'Trẻ đã được đăng ký khai sinh', basis: 'Luật Hộ tịch, Điều 12' })
  const delivered = await sealed('Trần Thị Thu Hằng')
  await deliver(w.as(a.receptionist), delivered, 'online')
  const cases = {
    submitted: await filed('Trần Nguyễn Minh Khuê'),
    received: inquired,
    asked,
    draft: await drafted('Trần Nguyễn An Nhiên'),
    toEnter: await agreed('Trần Nguyễn Hoàng Long'),
    toSign: await entered('Trần Nguyễn Phương Thảo Quỳnh Hương'),
    toSeal: await signed('Trần Nguyễn Khánh Linh'),
    ready: await sealed('Trần Nguyễn Đức Anh'),
    delivered,
    toRefuse,
  }
  const waitingNumber = await agreed('Trần Nguyễn Tuệ Lâm')
  w.sandbox.setMode('population', 'dead')
  await enter(w.as(a.registrar), waitingNumber)
  await w.runJobs().catch(() => 0)
  w.sandbox.setMode('population', 'ok')
  return { ...cases, waitingNumber }
}
