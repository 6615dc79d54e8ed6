import assert from 'node:assert/strict'
import type { FastifyInstance } from 'fastify'
import { formIn, textOf, type Visitor } from '../visitor.ts'
import { said } from './catalogue-row.ts'

/** One thing that a form asks for or tells, as a reader sees it. */
export type Seen = { label: string; hint: string }

export type Walked = {
  draft: string
  /** Uploads by their question. */
  uploads: Seen[]
  notes: string[]
  /** The papers of the last page: what it is, and how it stands. */
  papers: { name: string; standing: string }[]
  review: string
}

export type Answers = { case?: string; proxy?: boolean }

export type Options = { cases: { value: string; label: string }[]; proxy: boolean }

/** A citizen at the doors of one product. */
export type Citizen = { visitor: Visitor; app: FastifyInstance; paper: Buffer; commune: string }

const mostPages = 60

/** Begins a dossier and answers page after page as somebody in this situation would, up to the last page. */
export async function walk(citizen: Citizen, code: string, answers: Answers): Promise<Walked & Options> {
  const { visitor, commune } = citizen
  const begun = await visitor.send(`/nop/${code}`, `/nop/${code}`, { xa: commune })
  const draft = /^\/ho-so-nhap\/([0-9a-f-]{36})/.exec(begun.location ?? '')?.[1]
  assert.ok(draft, `no draft was begun for ${code}: ${begun.status} ${textOf(begun.html).slice(0, 300)}`)
  const walked: Walked & Options = { draft, uploads: [], notes: [], papers: [], review: '', cases: [], proxy: false }
  let at = begun.location ?? ''
  for (let count = 0; count < mostPages && !at.endsWith('/xem-lai'); count += 1) {
    const page = await visitor.get(at)
    if (page.location !== undefined) {
      at = page.location
      continue
    }
    assert.equal(page.status, 200, `${at} answered ${page.status}`)
    at = await answer(citizen, at.split('?')[0] ?? at, page.html, answers, walked)
  }
  const review = await visitor.get(`/ho-so-nhap/${draft}/xem-lai`)
  assert.equal(review.status, 200, `the pages of ${code} do not end: ${at}`)
  return { ...walked, papers: papersIn(review.html), review: textOf(review.html) }
}

async function answer(
  citizen: Citizen,
  at: string,
  html: string,
  answers: Answers,
  walked: Walked & Options,
  again = false,
): Promise<string> {
  const form = formIn(html, at)
  const questions = questionsIn(html)
  walked.notes.push(...notesIn(html).filter((note) => !walked.notes.includes(note)))
  for (const option of optionsOf(html, 'case')) if (!walked.cases.some(({ value }) => value === option.value)) walked.cases.push(option)
  walked.proxy ||= optionsOf(html, 'filedBy').length > 0
  for (const { name, label, hint } of questions.filter(({ kind }) => kind === 'file')) {
    walked.uploads.push({ label, hint })
    await upload(citizen, walked.draft, name, String(form.fields._csrf ?? ''))
  }
  const typed = Object.fromEntries(
    questions.flatMap(({ name }) => (known(name, answers) === undefined ? [] : [[name, known(name, answers) ?? '']])),
  )
  const next = await citizen.visitor.post(form, { ...typed, _lam: 'tiep' })
  // The answer opened further questions of the same page.
  if (next.status === 200 && !again) return answer(citizen, at, next.html, answers, walked, true)
  assert.equal(next.status, 303, `${at} was not stored: ${next.status} ${textOf(next.html).slice(0, 500)}`)
  return next.location ?? ''
}

function known(name: string, answers: Answers): string | undefined {
  const said: Record<string, string> = {
    case: answers.case ?? 'other',
    otherCase: 'Trường hợp thử của tôi',
    filedBy: answers.proxy === true ? 'proxy' : 'self',
    request: 'Đề nghị giải quyết theo quy định: thửa đất số 12, tổ 3, từ tháng 01/2026.',
    receiveBy: 'counter',
    truthful: 'yes',
    applicantPhone: '0912345678',
    applicantHome: 'Phường Kinh Bắc',
  }
  return said[name]
}

type Question = Seen & { name: string; kind: string }

/** Questions that are not hidden, by the name of their box. */
function questionsIn(html: string): Question[] {
  const open = html.replace(/<div data-when="[^"]*" hidden[^>]*>.*?<\/div><\/div>/gs, ' ')
  const boxes = [...open.matchAll(/<(input|textarea|select)([^>]*)>/g)].flatMap(([, tag = '', inside = '']) => {
    const name = /\sname="([^"]+)"/.exec(inside)?.[1]
    const id = /\sid="([^"]+)"/.exec(inside)?.[1]
    return name === undefined || id === undefined || name.startsWith('_')
      ? []
      : [{ tag, name, id, type: /\stype="([^"]+)"/.exec(inside)?.[1] ?? tag }]
  })
  const seen = new Set<string>()
  return boxes
    .filter(({ name }) => !seen.has(name) && seen.add(name))
    .map(({ name, id, type }) => {
      const label = new RegExp(`<label[^>]*for="${id}"[^>]*>(.*?)</label>`, 's').exec(open)?.[1] ?? ''
      const hint = new RegExp(`<div[^>]*id="${id}-hint"[^>]*>(.*?)</div>`, 's').exec(open)?.[1] ?? ''
      return { name, kind: type, label: said(textOf(label)).replace(/ \(không bắt buộc\)$/, ''), hint: said(textOf(hint)) }
    })
}

function optionsOf(html: string, name: string): { value: string; label: string }[] {
  return [...html.matchAll(/<input([^>]*)>/g)].flatMap(([, inside = '']) => {
    if (/\sname="([^"]+)"/.exec(inside)?.[1] !== name) return []
    const id = /\sid="([^"]+)"/.exec(inside)?.[1] ?? ''
    const value = /\svalue="([^"]*)"/.exec(inside)?.[1] ?? ''
    const label = new RegExp(`<label[^>]*for="${id}"[^>]*>(.*?)</label>`, 's').exec(html)?.[1] ?? ''
    return [{ value, label: said(textOf(label)) }]
  })
}

function notesIn(html: string): string[] {
  return [...html.matchAll(/<details[^>]*>(.*?)<\/details>/gs)].flatMap(([, inside = '']) =>
    [...inside.matchAll(/<li>(.*?)<\/li>/gs)].map(([, text = '']) => said(textOf(text))),
  )
}

/** A row's last line says how the paper stands; what is above it is its name, with the rest of a long one. */
function papersIn(html: string): { name: string; standing: string }[] {
  return [...html.matchAll(/<li[^>]*class="[^"]*lt-row[^"]*"[^>]*>(.*?)<\/li>/gs)].map(([, inside = '']) => {
    const standing = [...inside.matchAll(/<p class="lt-muted">(.*?)<\/p>/gs)].at(-1)?.[0] ?? ''
    return { name: said(textOf(inside.replace(standing, ' '))), standing: said(textOf(standing)) }
  })
}

async function upload({ app, visitor, paper }: Citizen, draft: string, field: string, token: string): Promise<void> {
  const base = `/ho-so-nhap/${draft}/tep`
  const common = { cookies: visitor.cookies }
  const json = { accept: 'application/json', 'x-form-token': token }
  const payload = { field, name: 'giay-to.pdf', size: paper.length }
  const begun = await app.inject({ ...common, method: 'POST', url: base, headers: json, payload })
  assert.equal(begun.statusCode, 201, `${field}: ${begun.body.slice(0, 300)}`)
  const at = `${base}/${begun.json<{ upload: string }>().upload}`
  const bytes = { ...json, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }
  await app.inject({ ...common, method: 'PATCH', url: at, headers: bytes, payload: paper })
  const finished = await app.inject({ ...common, method: 'POST', url: `${at}/xong`, headers: json })
  assert.equal(finished.statusCode, 200, `${field}: ${finished.body.slice(0, 300)}`)
}

/** Sends what was answered; gives the dossier's number. */
export async function file({ visitor }: Citizen, draft: string): Promise<string> {
  const review = `/ho-so-nhap/${draft}/xem-lai`
  const filed = await visitor.send(review, review)
  const code = /^\/ho-so\/([^/?]+)/.exec(filed.location ?? '')?.[1]
  assert.ok(code, `it was not filed: ${filed.status} ${textOf(filed.html).slice(0, 600)}`)
  return decodeURIComponent(code)
}
