import type { VNode } from 'preact'
import { Buttons, type Frame, LinkButton, Page, Section, Table, Title } from '../../components/index.ts'
import type { Services } from '../../services.ts'
import { words } from './words.ts'

export type ShownAccount = { login: string; name: string; post: string; unit: string; password: string; totpSecret: string; code: string }
type Citizen = ReturnType<NonNullable<Services['sampleCitizens']>>[number]

type SampleProps = {
  frame: Frame
  accounts: readonly ShownAccount[]
  citizens: readonly Citizen[]
  sandbox: Services['sandbox']
}

/** The start page of a sample: every account with what opens it, the citizens of the played VNeID, and the played systems. */
export function SamplePage({ frame, accounts, citizens, sandbox }: SampleProps): VNode {
  const say = words(frame.lang)
  return (
    <Page {...frame} title={say('title')} unlisted>
      <Title lead={say('lead')}>{say('title')}</Title>
      {sandbox !== undefined && <Systems sandbox={sandbox} lang={frame.lang} />}
      <Officials accounts={accounts} lang={frame.lang} />
      <Citizens citizens={citizens} lang={frame.lang} />
    </Page>
  )
}

function Officials({ accounts, lang }: { accounts: readonly ShownAccount[]; lang: Frame['lang'] }) {
  const say = words(lang)
  const units = Map.groupBy(accounts, ({ unit }) => officeOf(unit))
  const columns = [say('who'), say('login'), say('password'), say('code'), say('secret')].map((label) => ({ label }))
  return (
    <Section title={say('officials')}>
      <p class="govuk-body">
        {say('codeNote')}{' '}
        <a class="govuk-link" href="/can-bo/dang-nhap">
          {say('signIn')}
        </a>
      </p>
      {[...units].map(([unit, staff]) => (
        <Table
          key={unit}
          caption={unit}
          captionSeen
          columns={columns}
          rows={staff.map(rowOf)}
          data={staff.map((one) => ({ 'data-login': one.login, 'data-secret': one.totpSecret, 'data-code': one.code }))}
        />
      ))}
    </Section>
  )
}

/** A one-stop centre stands with the office that it serves. */
function officeOf(unit: string): string {
  const place = unit.replace(/^Trung tâm Phục vụ hành chính công /, '')
  return place.charAt(0).toUpperCase() + place.slice(1)
}

function rowOf({ name, post, login, password, totpSecret, code }: ShownAccount) {
  return [
    <>
      {name}
      <br />
      <span class="lt-muted">{post}</span>
    </>,
    <code>{login}</code>,
    <code>{password}</code>,
    <span class="lt-num">{code}</span>,
    <code class="lt-hash">{totpSecret}</code>,
  ]
}

function Citizens({ citizens, lang }: { citizens: readonly Citizen[]; lang: Frame['lang'] }) {
  const say = words(lang)
  const columns = [say('who'), say('number'), say('passcode'), say('lives')].map((label) => ({ label }))
  const rows = citizens.map(({ name, number, passcode, lives, level, acts }) => [
    <>
      {name} <span class="lt-muted">{acts === undefined ? level < 2 && say('levelOne') : say('actsFor', { organisation: acts })}</span>
    </>,
    <code>{number}</code>,
    <code>{passcode}</code>,
    lives,
  ])
  return (
    <Section title={say('citizens')}>
      <p class="govuk-body">{say('citizensLead')}</p>
      <Buttons>
        <LinkButton kind="secondary" href="/dang-nhap">
          {say('citizenSignIn')}
        </LinkButton>
      </Buttons>
      <Table caption={say('citizens')} columns={columns} rows={rows} data={citizens.map(({ number }) => ({ 'data-number': number }))} />
    </Section>
  )
}

function Systems({ sandbox, lang }: { sandbox: NonNullable<Services['sandbox']>; lang: Frame['lang'] }) {
  const say = words(lang)
  const systems = [
    [sandbox.url, say('overview')],
    [sandbox.inbox, say('inbox')],
    [sandbox.mail, say('mail')],
    [`${sandbox.pki}/root.crt`, say('root')],
    ['/api/docs', say('api')],
  ] as const
  return (
    <Section title={say('systems')}>
      <ul class="govuk-list">
        {systems.map(([href, label]) => (
          <li key={label}>
            <a class="govuk-link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
