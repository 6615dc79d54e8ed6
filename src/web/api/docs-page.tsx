import type { TObject } from 'typebox'
import { type Column, type Frame, Page, Section, Table, Title } from '../components/index.ts'
import type { AnyDoor, Example } from './door.ts'
import { idOf } from './openapi.ts'
import { ProblemSchema } from './schemas.ts'
import { groups, words } from './words.ts'

/** What the machine doors are, for people who write programs: every schema and every example as it is checked. */
export function DocsPage({ frame, doors, publicUrl }: { frame: Frame; doors: readonly AnyDoor[]; publicUrl: string }) {
  const say = words(frame.lang)
  return (
    <Page {...frame} title={say('title')} unlisted>
      <Title lead={say('intro')}>{say('title')}</Title>
      {([say('who'), say('once'), say('problems')] as const).map((text) => (
        <p class="govuk-body">{text}</p>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href="/api/openapi.json">
          {say('file')}
        </a>
      </p>
      <Section title={say('contents')}>
        <Contents doors={doors} frame={frame} />
      </Section>
      {doors.map((door) => (
        <Described door={door} frame={frame} publicUrl={publicUrl} />
      ))}
    </Page>
  )
}

function Contents({ doors, frame: { lang } }: { doors: readonly AnyDoor[]; frame: Frame }) {
  return (
    <>
      {Object.entries(groups).map(([group, title]) => (
        <>
          <h3 class="govuk-heading-s">{title[lang]}</h3>
          <ul class="govuk-list">
            {doors
              .filter((door) => door.group === group)
              .map((door) => (
                <li>
                  <a class="govuk-link" href={`#${idOf(door)}`}>
                    {door.does[lang]}
                  </a>{' '}
                  <code class="lt-code-name">
                    {door.method} {door.path}
                  </code>
                </li>
              ))}
          </ul>
        </>
      ))}
    </>
  )
}

type DoorProps = { door: AnyDoor; frame: Frame; publicUrl: string }

function Described({ door, frame, publicUrl }: DoorProps) {
  const { lang } = frame
  const say = words(lang)
  return (
    <Section id={idOf(door)} title={door.does[lang]}>
      <p class="govuk-body">
        <code class="lt-code-name">
          {door.method} {door.path}
        </code>{' '}
        · {say('may')}: {say(mayKey(door.may))}
      </p>
      {door.explains !== undefined && <p class="govuk-body">{door.explains[lang]}</p>}
      <Asked door={door} frame={frame} publicUrl={publicUrl} />
      <h3 class="govuk-heading-s">{say('answer')}</h3>
      {Object.entries(door.answers).map(([status, { says, schema }]) => (
        <>
          <p class="govuk-body">
            <b>{status}</b> {says[lang]}
          </p>
          {schema !== undefined && schema !== ProblemSchema && <Code of={schema} />}
        </>
      ))}
      {door.examples.map((example) => (
        <Shown door={door} example={example} frame={frame} publicUrl={publicUrl} />
      ))}
    </Section>
  )
}

const mays = ['anyone', 'citizen', 'staff', 'signed-in'] as const

function mayKey(may: string): `may.${(typeof mays)[number]}` {
  const found = mays.find((one) => one === may)
  if (found === undefined) throw new Error(`the documentation has no words for «${may}»`)
  return `may.${found}`
}

function Asked({ door, frame: { lang } }: DoorProps) {
  const say = words(lang)
  const rows = [...rowsOf(door.params, 'path', lang), ...rowsOf(door.query, 'query', lang), ...headerRows(door, lang)]
  if (rows.length === 0 && door.body === undefined) return null
  const columns: Column[] = [{ label: say('name') }, { label: say('place') }, { label: say('what') }]
  return (
    <>
      <h3 class="govuk-heading-s">{say('request')}</h3>
      {rows.length > 0 && <Table caption={`${say('request')}: ${door.does[lang]}`} columns={columns} rows={rows} />}
      {door.body !== undefined &&
        ('bytes' in door.body ? <p class="govuk-body">{say('bytes', { type: door.body.bytes })}</p> : <Code of={door.body.schema} />)}
    </>
  )
}

function rowsOf(schema: TObject | undefined, place: string, lang: Frame['lang']): string[][] {
  const required = new Set(schema?.required ?? [])
  return Object.entries(schema?.properties ?? {}).map(([name, { description, ...type }]: [string, { description?: string }]) => [
    name,
    required.has(name) ? `${place}, ${words(lang)('required')}` : place,
    [description, JSON.stringify(type)].filter(Boolean).join(' · '),
  ])
}

function headerRows({ headers = {}, once }: AnyDoor, lang: Frame['lang']): string[][] {
  const say = words(lang)
  const place = `header, ${say('required')}`
  const own = Object.entries(headers).map(([name, says]) => [name, place, says[lang]])
  return once === true ? [...own, ['Idempotency-Key', place, say('key')]] : own
}

function Shown({ door, example, frame: { lang }, publicUrl }: DoorProps & { example: Example }) {
  const say = words(lang)
  const { status, body, headers = {} } = example.answer
  const answer = [
    `HTTP ${status}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : ['', pretty(body)]),
  ]
  return (
    <>
      <h3 class="govuk-heading-s">{say('example', { shows: example.shows[lang] })}</h3>
      <Code text={curl(door, example, publicUrl)} />
      <Code text={answer.join('\n')} />
    </>
  )
}

/** The request as a command that anybody can try. */
function curl(door: AnyDoor, { as, params = {}, query, headers = {}, body }: Example, publicUrl: string): string {
  const path = door.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''))
  const asked = query === undefined ? '' : `?${new URLSearchParams(query)}`
  const lines = [`curl -X ${door.method} '${publicUrl}${path}${asked}'`]
  if (as !== 'public') lines.push(`-H 'Authorization: Bearer …'`)
  for (const [name, value] of Object.entries(headers)) lines.push(`-H '${name}: ${value}'`)
  if (body !== undefined && 'json' in body) lines.push(`-H 'Content-Type: application/json'`, `-d '${pretty(body.json)}'`)
  else if (body !== undefined && door.body !== undefined && 'bytes' in door.body) {
    lines.push(
      `-H 'Content-Type: ${door.body.bytes}'`,
      `--data-binary @${'base64' in body ? `<(echo ${body.base64} | base64 -d)` : 'giay-khai-sinh.pdf'}`,
    )
  }
  return lines.join(' \\\n  ')
}

function Code({ of: schema, text }: { of?: object; text?: string }) {
  return <pre class="lt-code">{text ?? pretty(schema)}</pre>
}

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2)
}
