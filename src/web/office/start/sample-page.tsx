import type { VNode } from 'preact'
import { type Frame, LinkButton, Page, Section, Table, Title } from '../../components/index.ts'
import type { Services } from '../../services.ts'
import { words } from './words.ts'

export type ShownAccount = { login: string; name: string; post: string; unit: string; password: string; code: string }

/** The start page of a sample: every account with password and present code, and the played systems. */
export function SamplePage({
  frame,
  accounts,
  sandbox,
}: {
  frame: Frame
  accounts: readonly ShownAccount[]
  sandbox: Services['sandbox']
}): VNode {
  const say = words(frame.lang)
  const units = [...new Set(accounts.map((one) => one.unit))]
  const columns = [say('who'), say('login'), say('password'), say('code')].map((label) => ({ label }))
  return (
    <Page {...frame} title={say('title')} unlisted>
      <Title lead={say('lead')}>{say('title')}</Title>
      <Section title={say('officials')}>
        <p class="govuk-body">
          {say('codeNote')}{' '}
          <a class="govuk-link" href="/can-bo/dang-nhap">
            {say('signIn')}
          </a>
        </p>
        {units.map((unit) => (
          <Table key={unit} caption={unit} captionSeen columns={columns} rows={accounts.filter((one) => one.unit === unit).map(rowOf)} />
        ))}
      </Section>
      <Section title={say('citizens')}>
        <p class="govuk-body">{say('citizensLead')}</p>
        <p>
          <LinkButton kind="secondary" href="/dang-nhap">
            {say('citizenSignIn')}
          </LinkButton>
        </p>
      </Section>
      {sandbox !== undefined && (
        <Section title={say('systems')}>
          <ul class="govuk-list">
            {(
              [
                [sandbox.url, 'overview'],
                [sandbox.mail, 'mail'],
                [sandbox.inbox, 'inbox'],
              ] as const
            ).map(([href, label]) => (
              <li key={label}>
                <a class="govuk-link" href={href}>
                  {say(label)}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

function rowOf({ name, post, login, password, code }: ShownAccount) {
  return [
    <>
      {name}
      <br />
      <span class="lt-muted">{post}</span>
    </>,
    <code>{login}</code>,
    <code>{password}</code>,
    <span class="lt-num">{code}</span>,
  ]
}
