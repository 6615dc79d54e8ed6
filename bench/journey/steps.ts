import { newRandomKey } from '#platform/id'
import { type FormSeen, formIn, type Visitor } from '#test/visitor'

/** Who does a step: the mother from her phone, the receptionist of the one-stop centre, the registrar. */
export type Role = 'mother' | 'receptionist' | 'registrar'

/** One of the nine acts, as a form on a page: where it stands, where it goes, what is typed. `{code}` and `{draft}` are filled in. */
type Step = { who: Role; page: string; form: string; typed?: Record<string, string | string[]> }

/**
 * A birth from the filing to the register, with a request for more and one correction of the draft. Signing is left out: it would measure
 * Typst and the authorities for time and certificates.
 */
export const steps: readonly Step[] = [
  { who: 'mother', page: '/ho-so-nhap/{draft}/xem-lai', form: '/ho-so-nhap/{draft}/xem-lai' },
  { who: 'receptionist', page: '/viec/{code}', form: '/viec/{code}/nhan' },
  {
    who: 'registrar',
    page: '/viec/{code}/yeu-cau-bo-sung',
    form: '/viec/{code}/yeu-cau-bo-sung',
    typed: { defect: 'C06', 'note-C06': 'mờ ở góc phải' },
  },
  {
    who: 'mother',
    page: '/ho-so/{code}/bo-sung',
    form: '/ho-so/{code}/bo-sung',
    typed: { 'loi-nhan': 'Tôi đã hỏi lại bệnh viện: số trên giấy chứng sinh là đúng.', _lam: 'gui' },
  },
  { who: 'registrar', page: '/viec/{code}', form: '/viec/{code}/de-xuat', typed: { opinion: 'Đủ căn cứ đăng ký' } },
  { who: 'mother', page: '/ho-so/{code}/ban-nhap', form: '/sua-ban-nhap', typed: { loi: 'Tên đệm của bé là Minh, không phải Mính.' } },
  { who: 'registrar', page: '/viec/{code}', form: '/viec/{code}/de-xuat', typed: { opinion: 'Đã sửa theo lời người nộp' } },
  { who: 'mother', page: '/ho-so/{code}/ban-nhap', form: '/dong-y' },
  { who: 'registrar', page: '/viec/{code}', form: '/viec/{code}/ghi-so' },
]

/** A form as it was sent once, so that it can be sent again for other cases: its key, token, code and draft are put in anew. */
export type Sent = { who: Role; path: string; fields: Record<string, string | string[]> }

/** What is new each time a form is sent: the case, and the key under which it happens once. */
export type Filled = { code: string; draft: string; key: string; token?: string }

/** A recorded form filled in for another case: its path, and its fields as a browser encodes them. */
export function filled({ path, fields }: Sent, { code, draft, key, token }: Filled): { path: string; body: string } {
  const at = (text: string) => text.replaceAll('{code}', code).replaceAll('{draft}', draft)
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    const own = name === '_key' ? key : name === '_csrf' ? token : undefined
    for (const one of [own ?? value].flat()) body.append(name, at(one))
  }
  return { path: at(path), body: body.toString() }
}

/**
 * Walks the nine acts once over the product's own pages and forms.
 * @returns what was sent
 */
export async function walk(visitors: Record<Role, Visitor>, draft: string): Promise<Sent[]> {
  let code = ''
  const sent: Sent[] = []
  for (const step of steps) {
    const at = (text: string) => text.replaceAll('{code}', code).replaceAll('{draft}', draft)
    const visitor = visitors[step.who]
    const page = await visitor.get(at(step.page))
    const form = formIn(page.html, at(step.form))
    const whole: FormSeen = { action: form.action, fields: { ...form.fields, ...step.typed } }
    const answer = await visitor.post(whole)
    if (answer.status !== 303) throw new Error(`${at(step.form)} answered ${answer.status}`)
    const general = (text: string) => (code === '' ? text : text.replaceAll(code, '{code}')).replaceAll(draft, '{draft}')
    sent.push({ who: step.who, path: general(whole.action), fields: mapped(whole.fields, general) })
    code ||= codeIn(answer.location)
  }
  return sent
}

/**
 * Sends the forms of an earlier walk for another draft, without looking at a page in between: what the clients of the bench do.
 * @returns the number of the case
 */
export async function replay(visitors: Record<Role, Visitor>, sent: readonly Sent[], draft: string): Promise<string> {
  let code = ''
  for (const one of sent) {
    const { path, body } = filled(one, { code, draft, key: newRandomKey() })
    const fields: Record<string, string[]> = {}
    for (const [name, value] of new URLSearchParams(body)) fields[name] = [...(fields[name] ?? []), value]
    const answer = await visitors[one.who].post({ action: path, fields })
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`)
    code ||= codeIn(answer.location)
  }
  return code
}

/** The number of a case in the address to which the filing leads. */
export function codeIn(location: string | undefined): string {
  const code = /^\/ho-so\/([^/?]+)/.exec(location ?? '')?.[1]
  if (code === undefined) throw new Error(`filed, and led to ${location}`)
  return decodeURIComponent(code)
}

function mapped(fields: FormSeen['fields'], change: (text: string) => string): FormSeen['fields'] {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? value.map(change) : change(value)]))
}
