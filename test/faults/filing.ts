import { createHash } from 'node:crypto'
import { type FormSeen, formIn } from '../visitor.ts'
import type { Patiently } from './patience.ts'
import { type Came, motherAnswers, type Walker } from './walker.ts'

/** Told of each promise the product makes, and of what is being done when it may be killed. */
export type Watch = {
  doing: (what: 'upload' | 'file' | 'sign' | 'act') => void
  uploaded: (upload: string, received: number) => void
  stored: (draft: string, file: string, sha256: string, size: number) => void
  filed: (draft: string, code: string, child: string, sha256: string) => void
  acted: (code: string, verb: string) => void
  broken: (what: string) => void
}

export type Mother = { walker: Walker; key: string; commune: string }

const procedure = '/nop/1.001193'
const noteField = 'clinicNote'

/** Files one birth over the pages, with the note sent in pieces; every step is repeated with the same key until it is answered. */
export async function fileBirth(
  mother: Mother,
  given: { child: string; bornOn: string; note: Buffer; pieceLength: () => number; again: () => boolean },
  watch: Watch,
  patiently: Patiently,
): Promise<string> {
  const { walker } = mother
  const form = await patiently(() => walker.form(procedure, procedure))
  const begun = await patiently(() => walker.send(form, { xa: mother.commune }))
  const draft = /^\/ho-so-nhap\/([0-9a-f-]{36})\//.exec(begun.location ?? '')?.[1]
  if (draft === undefined) throw new Error(`no draft was begun: ${begun.status} ${begun.location}`)
  const sha256 = await sendNote(walker, draft, given, watch, patiently)
  await answerPages(walker, draft, motherAnswers(mother.key, given.child, given.bornOn), patiently)
  return fileDraft(walker, { draft, sha256, child: given.child }, given.again, watch, patiently)
}

async function sendNote(
  walker: Walker,
  draft: string,
  { note, pieceLength }: { note: Buffer; pieceLength: () => number },
  watch: Watch,
  patiently: Patiently,
): Promise<string> {
  const base = `/ho-so-nhap/${draft}/tep`
  const token = tokenIn(await patiently(() => walker.form(`/ho-so-nhap/${draft}/giay-to`, '/giay-to')))
  const json = { accept: 'application/json', 'x-form-token': token }
  const announce = JSON.stringify({ field: noteField, name: 'giấy chứng sinh.pdf', size: note.length })
  const begun = await patiently(() =>
    walker.ask(base, { method: 'POST', headers: { ...json, 'content-type': 'application/json' }, body: announce }),
  )
  const { upload } = JSON.parse(begun.text)
  const at = `${base}/${upload}`
  for (let received = 0; received < note.length; ) {
    const piece = note.subarray(received, received + pieceLength())
    const headers = { ...json, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(received) }
    watch.doing('upload')
    const sent = await once(() => walker.ask(at, { method: 'PATCH', headers, body: new Uint8Array(piece) }))
    const now = Number(JSON.parse((sent?.status === 200 ? sent : await patiently(() => walker.ask(at, { headers: json }))).text).received)
    if (now < received) watch.broken(`upload ${upload} went back from ${received} to ${now}`)
    received = now
    watch.uploaded(upload, received)
  }
  const finished = await patiently(() => walker.ask(`${at}/xong`, { method: 'POST', headers: json }))
  if (finished.status !== 200) throw new Error(`the note was not taken: ${finished.status} ${finished.text.slice(0, 300)}`)
  const sha256 = createHash('sha256').update(note).digest('hex')
  watch.stored(draft, JSON.parse(finished.text).file, sha256, note.length)
  return sha256
}

function tokenIn({ fields }: FormSeen): string {
  return String(fields._csrf ?? '')
}

/** Undefined where nothing came back: the caller asks how far it got. */
async function once(asking: () => Promise<Came>): Promise<Came | undefined> {
  return asking().catch(() => undefined)
}

const mostPages = 40

async function answerPages(walker: Walker, draft: string, answers: Record<string, string>, patiently: Patiently): Promise<void> {
  let at = `/ho-so-nhap/${draft}`
  for (let count = 0; count < mostPages; count += 1) {
    const page = await patiently(() => walker.ask(at))
    if (page.location !== undefined) {
      at = page.location
      if (at.endsWith('/xem-lai')) return
      continue
    }
    const form = formIn(page.text, at.split('?')[0] ?? at)
    const next = await patiently(() => walker.send(form, { ...boxesOf(page.text, answers), _lam: 'tiep' }))
    // A page that opened further questions, or that was stored by a try whose answer was lost, is read and answered again.
    if (next.location !== undefined) at = next.location
    if (at.endsWith('/xem-lai')) return
  }
  throw new Error(`the pages of ${draft} do not end: stuck at ${at}`)
}

/** The answers to the boxes that the page has. */
function boxesOf(html: string, answers: Record<string, string>): Record<string, string> {
  const names = new Set([...html.matchAll(/\sname="([^"]+)"/g)].map(([, name]) => name))
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.has(name)))
}

async function fileDraft(
  walker: Walker,
  { draft, sha256, child }: { draft: string; sha256: string; child: string },
  again: () => boolean,
  watch: Watch,
  patiently: Patiently,
): Promise<string> {
  const review = `/ho-so-nhap/${draft}/xem-lai`
  const form = await patiently(() => walker.form(review, review))
  watch.doing('file')
  const filed = await patiently(() => walker.send(form))
  const code = codeIn(filed)
  watch.filed(draft, code, child, sha256)
  if (again()) {
    const repeated = await patiently(() => walker.send(form))
    if (codeIn(repeated) !== code) watch.broken(`the same key filed ${code} and then ${codeIn(repeated)}`)
  }
  return code
}

function codeIn({ status, location = '', text }: Came): string {
  const code = /^\/ho-so\/([^/?]+)/.exec(location)?.[1]
  if (code === undefined) throw new Error(`it was not filed: ${status} ${location} ${text.slice(0, 2000)}`)
  return decodeURIComponent(code)
}
