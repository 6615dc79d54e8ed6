import assert from 'node:assert/strict'
import { formIn, textOf, type Visitor } from '../visitor.ts'
import { said } from './catalogue-row.ts'

/** Who handles a derived dossier in one commune, signed in. */
export type Officials = Record<'receptionist' | 'specialist' | 'chair' | 'clerk', Visitor>

export type Handled = {
  /** What the receptionist was asked because no source says it. */
  asked: { due: boolean; fee: boolean }
  /** The desk after the receipt, as text: term and promised hour stand there. */
  desk: string
  /** The results that could be issued, as the specialist was offered them. */
  offered: string[]
}

const dueSaid = { 'due-day': '18', 'due-month': '12', 'due-year': '2026' }

/** Leads a dossier from the counter to the counter, with every result issued. */
export async function handle(officials: Officials, code: string, results: readonly string[]): Promise<Handled> {
  const { receptionist, specialist, chair, clerk } = officials
  const asked = await receive(receptionist, code)
  const desk = textOf((await receptionist.get(`/viec/${code}`)).html)
  const offered = await propose(specialist, code, results)
  await act(chair, code, 'ky')
  await act(clerk, code, 'phat-hanh')
  await pay(receptionist, code)
  await act(receptionist, code, 'tra-ket-qua', { way: 'counter' })
  return { asked, desk: said(desk), offered }
}

async function receive(visitor: Visitor, code: string): Promise<Handled['asked']> {
  const path = `/viec/${code}/nhan`
  const { html } = await visitor.get(path)
  const form = formIn(html, path)
  const fees = [...html.matchAll(/\sname="(fee-[^"]+)"/g)].map(([, name = '']) => name)
  const asked = { due: /\sname="due-day"/.test(html), fee: fees.length > 0 }
  if (asked.due || asked.fee) {
    const refused = await visitor.post(form)
    assert.equal(refused.status, 422, `${code} was received without what had to be said: ${refused.status}`)
  }
  const fresh = formIn((await visitor.get(path)).html, path)
  const typed = { ...(asked.due ? dueSaid : {}), ...Object.fromEntries(fees.map((name) => [name, '50.000'])) }
  await done(await visitor.post(fresh, typed), code, 'nhan')
  return asked
}

async function propose(visitor: Visitor, code: string, results: readonly string[]): Promise<string[]> {
  const path = `/viec/${code}/de-xuat`
  const { html } = await visitor.get(path)
  const codes = [...html.matchAll(/\sname="content-([^"]+)"/g)].map(([, name = '']) => name)
  const labels = [...html.matchAll(/<label[^>]*for="issue[^"]*"[^>]*>(.*?)<\/label>/gs)].map(([, text = '']) => said(textOf(text)))
  const texts = codes.map((one) => [`content-${one}`, `Chấp thuận đề nghị theo quy định.\nKết quả này có giá trị từ ngày ký.`])
  await done(
    await visitor.post(formIn(html, path), { issue: codes, ...Object.fromEntries(texts), opinion: 'Đủ điều kiện' }),
    code,
    'de-xuat',
  )
  return codes.length === 1 ? results.slice(0, 1) : labels
}

async function act(visitor: Visitor, code: string, slug: string, answers: Record<string, string> = {}): Promise<void> {
  const path = `/viec/${code}/${slug}`
  await done(await visitor.send(path, path, answers), code, slug)
}

async function pay(visitor: Visitor, code: string): Promise<void> {
  const path = `/viec/${code}/thu-phi`
  const page = await visitor.get(path)
  if (page.status !== 200) return
  const form = formIn(page.html, path)
  if (form.fields.amount === '' || form.fields.amount === '0') return
  await done(await visitor.post(form, { kind: 'paid', receipt: `BL-${code}` }), code, 'thu-phi')
}

async function done(answer: { status: number; html: string }, code: string, slug: string): Promise<void> {
  assert.equal(answer.status, 303, `${slug} of ${code} answered ${answer.status}: ${textOf(answer.html).slice(0, 900)}`)
}
