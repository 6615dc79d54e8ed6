import { Type } from 'typebox'
import { momentText } from '../dates.ts'
import { html, page } from '../page.ts'
import { people, personNumbered } from '../people.ts'
import { answered } from '../questions.ts'
import type { Call, Reply, Routes } from '../routes.ts'

const Notice = Type.Object({
  messageId: Type.String({ minLength: 8, maxLength: 64 }),
  number: Type.String({ pattern: '^\\d{12}$' }),
  title: Type.String({ minLength: 1, maxLength: 200 }),
  link: Type.String({ pattern: '^https?://', maxLength: 500 }),
})

type Kept = { messageId: string; at: string; title: string; link: string }

const mostForOne = 200

/**
 * Plays the inbox of the VNeID app. The product posts to /tin (title and link, nothing else); anybody at the machine reads at / and
 * /{person}. The newest two hundred of each person are kept.
 */
export function inbox(now: () => string): Routes {
  const boxes = new Map<string, Kept[]>()
  const read = (call: Call): Reply => {
    const person = people.find((one) => one.key === call.params.key)
    if (!person) return { status: 404, body: page('Không có người mẫu này', system, html`<p><a href="/hop-thu">Mọi hộp thư</a></p>`) }
    const notices = boxes.get(person.key) ?? []
    return call.wantsJson ? { json: { notices } } : { body: boxPage(person.name, notices) }
  }
  return {
    'POST /tin': (call) =>
      answered(call, Notice, now, ({ number, ...notice }) => {
        const person = personNumbered(number)
        if (!person || person.identityLevel === null) return { status: 404, json: { result: 'no-account' } }
        const box = boxes.get(person.key) ?? []
        if (!box.some((kept) => kept.messageId === notice.messageId)) box.unshift({ ...notice, at: now() })
        boxes.set(person.key, box.slice(0, mostForOne))
        return { status: 201, json: { result: 'delivered' } }
      }),
    'GET /': () => ({ body: overviewPage(boxes) }),
    'GET /:key': read,
  }
}

const system = 'Hộp thư VNeID'

function overviewPage(boxes: Map<string, Kept[]>): string {
  const holders = people.filter((person) => person.identityLevel !== null)
  return page(
    'Mọi hộp thư',
    system,
    html`<ul>${holders.map(
      (person) => html`<li><a href="/hop-thu/${person.key}">${person.name}</a>: ${boxes.get(person.key)?.length ?? 0} tin</li>`,
    )}</ul>`,
  )
}

function boxPage(name: string, notices: readonly Kept[]): string {
  const list = notices.map(
    (notice) => html`<div class="card"><p><a href="${notice.link}">${notice.title}</a></p><p>${momentText(notice.at)}</p></div>`,
  )
  return page(name, system, html`${notices.length === 0 ? html`<p>Chưa có tin nào.</p>` : list}<p><a href="/hop-thu">Mọi hộp thư</a></p>`)
}
