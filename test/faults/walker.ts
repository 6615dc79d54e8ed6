import { totpAt } from '#modules/identity'
import { people, walkSignIn } from '#sandbox'
import { samplePassword, sampleTotpSecret } from '../../src/sample/index.ts'
import { type FormSeen, formIn } from '../visitor.ts'

/** What came back over HTTP. */
export type Came = { status: number; location: string | undefined; text: string; bytes: Buffer; headers: Headers }

/** Nothing came back, or nothing that says what happened: the program was killed, or asks to try again. */
export class NoAnswer extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'NoAnswer'
  }
}

const patienceMs = 20_000

/** Somebody with cookies and no script who walks the product over HTTP. */
export class Walker {
  readonly url: string
  private readonly cookies: Map<string, string>

  constructor(url: string, cookies: Record<string, string> = {}) {
    this.url = url
    this.cookies = new Map(Object.entries(cookies))
  }

  /** @throws NoAnswer where the connection broke or the product said 503 */
  async ask(path: string, init: RequestInit = {}): Promise<Came> {
    const came = await this.knock(path, init)
    if (came.status === 503 || came.status === 502) throw new NoAnswer(`${came.status} at ${path}`)
    return came
  }

  /** Whatever comes back. @throws NoAnswer where the connection broke */
  async knock(path: string, init: RequestInit = {}): Promise<Came> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { accept: 'text/html', ...(cookie === '' ? {} : { cookie }), ...init.headers }
    try {
      const signal = AbortSignal.timeout(patienceMs)
      const response = await fetch(new URL(path, this.url), { redirect: 'manual', ...init, headers, signal })
      const bytes = Buffer.from(await response.arrayBuffer())
      this.remember(response)
      const location = response.headers.get('location') ?? undefined
      return { status: response.status, location, text: bytes.toString('utf8'), bytes, headers: response.headers }
    } catch (error) {
      throw new NoAnswer(`${error instanceof Error ? `${error.message} ${error.cause ?? ''}` : error} at ${path}`)
    }
  }

  private remember(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }

  /** Sends a form as it stood on a page, with these answers put in. */
  send(form: FormSeen, answers: Record<string, string> = {}): Promise<Came> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...form.fields, ...answers })) for (const one of [value].flat()) body.append(name, one)
    return this.ask(form.action, { method: 'POST', body })
  }

  /** Opens a page and gives the form on it that leads to `action`. */
  async form(path: string, action: string): Promise<FormSeen> {
    const page = await this.ask(path)
    if (page.status !== 200) throw new Error(`${path} answered ${page.status}`)
    return formIn(page.text, action)
  }
}

/** A citizen of the played VNeID, signed in. */
export async function citizenIn(url: string, key: string): Promise<Walker> {
  const walker = new Walker(url)
  const leaving = await walker.send(await walker.form('/dang-nhap', '/dang-nhap'))
  const back = await walkSignIn(leaving.location ?? '', key)
  const arrived = await walker.ask(`${back.pathname}${back.search}`)
  if (arrived.status !== 303) throw new Error(`${key} was not let in: ${arrived.status}`)
  return walker
}

/** An official of the sample, signed in by password and code. */
export async function officialIn(url: string, login: string): Promise<Walker> {
  const walker = new Walker(url)
  const form = await walker.form('/can-bo/dang-nhap', '/can-bo/dang-nhap')
  const code = totpAt(sampleTotpSecret(login), new Date().toISOString())
  const arrived = await walker.send(form, { login, password: samplePassword, code })
  if (arrived.status !== 303) throw new Error(`${login} was not let in: ${arrived.status}`)
  return walker
}

/** Answers of a mother who files alone, by the names of the boxes on the pages. A box that a page does not have is not sent. */
export function motherAnswers(key: string, child: string, bornOn: string): Record<string, string> {
  const mother = people.find((one) => one.key === key)
  if (mother === undefined) throw new Error(`no sample person is called ${key}`)
  return {
    relation: 'mother',
    applicantName: mother.name,
    applicantId: mother.number,
    applicantPhone: mother.phone,
    childName: child,
    ...date('childBornOn', bornOn),
    childSex: 'female',
    bornIn: 'facility',
    birthFacility: 'Bệnh viện mẫu',
    'birthPlace-noi': mother.residence.commune.name,
    parents: 'motherOnly',
    surrogacy: 'no',
    motherId: mother.number,
    motherName: mother.name,
    ...date('motherBornOn', mother.bornOn),
    motherEthnicity: '01',
    motherNationality: 'VN',
    motherDead: 'no',
    'motherResidence-noi': mother.residence.commune.name,
    'motherResidence-detail': mother.residence.detail,
    childEthnicity: '01',
    hometownFrom: 'mother',
    'hometown-noi': mother.residence.commune.name,
    proof: 'clinic',
    clinicNoteNumber: '01327.GCS.12096.26',
    receiveBy: 'online',
    copies: '0',
    agreedByParents: 'yes',
    truthful: 'yes',
  }
}

function date(name: string, day: string): Record<string, string> {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}
