import { type AskedAtReceipt, askedAtReceipt, asksResults, type Case, type Proposed, type ToldAtReceipt } from '#modules/dossiers'
import { asksContent, beginning } from '#modules/procedures'
import { Refusal } from '#platform/act'
import { parseDate } from '#platform/text'
import { Checkboxes, DateInput, datePartsIn, Notice, Textarea, TextInput, writtenDate } from '../../components/index.ts'
import type { Typed } from '../../typed.ts'
import type { AtDesk } from '../desk/gather.ts'
import type { FormsProps } from './forms.tsx'
import type { Verb } from './verbs.ts'
import { words } from './words.ts'

/** Whether an act of this case must be told something that the procedure leaves open. */
export function leavesOpen(verb: Verb, found: Case): boolean {
  if (verb === 'propose') return asksResults(found.procedure)
  return verb === 'receive' && asks(askedAtReceipt(found))
}

const asks = ({ due, fees }: AskedAtReceipt): boolean => due || fees.length > 0

export const feeName = (id: string): string => `fee-${id}`
export const contentName = (result: string): string => `content-${result}`

/** The receptionist says the day and the amounts that no source says. */
export function Receive({ desk: { found, lang }, filling }: FormsProps) {
  const say = words(lang)
  const open = askedAtReceipt(found)
  return (
    <>
      <Notice kind="info">
        <p>{say('leftOpen')}</p>
      </Notice>
      {open.due && (
        <DateInput name="due" label={say('dueSaid')} hint={say('dueSaidHint')} value={filling.date('due')} error={filling.error('due')} />
      )}
      {open.fees.map(({ id, name, basis }) => (
        <TextInput
          key={id}
          name={feeName(id)}
          label={`${name[lang]} (đồng)`}
          hint={say('feeSaidHint', { basis })}
          value={filling.text(feeName(id))}
          error={filling.error(feeName(id))}
          inputMode="numeric"
          autocomplete="off"
          width={10}
          maxLength={15}
        />
      ))}
    </>
  )
}

/** The specialist ticks what is issued and writes each paper; what he wrote before it was sent back stands there again. */
export function Propose({ desk, filling }: FormsProps) {
  const { found, lang } = desk
  const say = words(lang)
  const { results } = found.procedure
  const before = writtenBefore(desk)
  const [only] = results
  const chosen = filling.all('issue')
  const several = results.length > 1
  return (
    <>
      {several ? (
        <Checkboxes
          name="issue"
          label={say('issue')}
          hint={say('issueHint')}
          error={filling.error('issue')}
          options={results.map(({ code, name }) => ({ value: code, label: name[lang] }))}
          values={chosen.length > 0 ? chosen : [...before.keys()]}
        />
      ) : (
        only && <input type="hidden" name="issue" value={only.code} />
      )}
      {results.filter(asksContent).map((result) => (
        <Textarea
          key={result.code}
          name={contentName(result.code)}
          label={several ? say('contentOf', { result: beginning(result.name[lang], 90) }) : say('content')}
          hint={several ? say('contentOfHint') : say('contentHint')}
          value={filling.text(contentName(result.code)) || (before.get(result.code) ?? '')}
          error={filling.error(contentName(result.code))}
          rows={several ? 6 : 10}
          maxLength={20_000}
        />
      ))}
      <Textarea name="opinion" label={say('opinion')} value={filling.text('opinion')} rows={3} maxLength={2000} optional />
    </>
  )
}

function writtenBefore({ around }: AtDesk): ReadonlyMap<string, string> {
  const contents = around.events.findLast(({ name }) => name === 'propose')?.private.contents
  const texts = typeof contents === 'object' && contents !== null ? Object.entries(contents) : []
  return new Map(texts.flatMap(([code, text]) => (typeof text === 'string' ? [[code, text] as const] : [])))
}

/** What was typed at receipt; nothing where the form asked nothing. `closeOn` gives the close of office on a day. */
export async function toldIn(
  typed: Typed,
  body: Readonly<Record<string, unknown>>,
  closeOn: (date: string | null) => Promise<string>,
): Promise<ToldAtReceipt> {
  const date = writtenDate(datePartsIn(body, 'due'))
  const names = Object.keys(body).filter((name) => name.startsWith(feeName('')) && typed.line(name) !== '')
  const fees = Object.fromEntries(names.map((name) => [name.slice(feeName('').length), moneyIn(typed, name)]))
  return { ...(date === '' ? {} : { dueAt: await closeOn(parseDate(date)) }), ...(names.length > 0 ? { fees } : {}) }
}

/** @throws Refusal 422 for what is no whole amount */
function moneyIn(typed: Typed, name: string): bigint {
  const digits = typed.line(name).replace(/[\s.]|đồng|đ$/g, '')
  if (!/^\d{1,12}$/.test(digits)) throw new Refusal(422, 'fee-not-money', { fee: name.slice(feeName('').length) })
  return BigInt(digits)
}

/** The results that were ticked, each with its text. */
export function proposedIn(typed: Typed): Proposed[] {
  return [...new Set(typed.all('issue'))].map((code) => ({ code, content: typed.lines(contentName(code)) }))
}

/** The field that can mend what an act was refused for; undefined for what is not about these forms. */
export function openField({ reason, params }: Refusal): string | undefined {
  switch (reason) {
    case 'due-needed':
    case 'due-must-be-later':
      return 'due'
    case 'fee-needed':
    case 'fee-not-money':
      return feeName(String(params.fee))
    case 'result-needed':
      return 'issue'
    case 'content-needed':
    case 'content-too-long':
      return contentName(String(params.result))
    default:
      return undefined
  }
}
