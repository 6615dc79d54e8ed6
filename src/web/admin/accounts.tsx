import type { VNode } from 'preact'
import { createStaff, type NewStaff, type StaffAccount, staffAccounts } from '#modules/identity'
import type { Doors, Reply, Req } from '#platform/http'
import { newRandomKey } from '#platform/id'
import { fold, momentText } from '#platform/text'
import { AskForm, Button, Buttons, Card, Empty, Form, type OfficeFrame, type Problem, Table, TextInput } from '../components/index.ts'
import { officeFrameOf } from '../office/frame.ts'
import type { Services } from '../services.ts'
import { asked, typedIn } from '../typed.ts'
import { OneTimePage } from './one-time.tsx'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

const path = '/quan-tri/can-bo'

type Filled = { login: string; name: string; problems: readonly Problem[] }
const nothing: Filled = { login: '', name: '', problems: [] }

export function accountListRoutes(doors: Doors, services: Services): void {
  doors.get(path, { may: 'administer' }, async (req, reply) => reply.page(await listPage(req, services, nothing)))
  doors.post(path, { may: 'administer' }, (req, reply) => create(req, reply, services))
}

async function create(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const typed = typedIn(req)
  const given = { login: typed.line('login'), name: typed.line('name') }
  const made = await createStaff(req.ctx, given)
  if (!made.ok) {
    const say = words(req.lang)
    const problems = made.problems.map(({ field, rule }) => ({ field, text: say(problemKey(field, rule)) }))
    return reply.code(422).page(await listPage(req, services, { ...given, problems }))
  }
  const frame = { ...(await officeFrameOf(req, services)), path }
  return reply.page(OneTimePage({ frame, given: made, back: `${path}/${(made satisfies NewStaff).account}` }))
}

function problemKey(field: 'login' | 'name', rule: 'pattern' | 'taken' | 'not-letters') {
  if (field === 'name') return 'problem.name.not-letters' as const
  return rule === 'taken' ? ('problem.login.taken' as const) : ('problem.login.pattern' as const)
}

async function listPage(req: Req, services: Services, filled: Filled) {
  const query = asked(req, 'q')
  const wanted = fold(query)
  const accounts = (await staffAccounts(req.ctx)).filter((one) => fold(`${one.name} ${one.login}`).includes(wanted))
  const frame = { ...(await officeFrameOf(req, services)), path }
  return ListPage({ frame, accounts, query, filled })
}

/** How an account stands, in words. */
export function stateOf(account: StaffAccount, lang: 'vi' | 'en'): string {
  const say = words(lang)
  if (account.disabled) return say('state.disabled')
  return account.lockedUntil === undefined ? say('state.open') : say('state.locked', { until: momentText(account.lockedUntil) })
}

type ListProps = { frame: OfficeFrame; accounts: readonly StaffAccount[]; query: string; filled: Filled }

function ListPage({ frame, accounts, query, filled }: ListProps): VNode {
  const say = words(frame.lang)
  const errorOf = (field: string) => filled.problems.find((one) => one.field === field)?.text
  const columns = [say('person'), say('login'), say('state')].map((label) => ({ label }))
  const rows = accounts.map((one) => [
    <a class="govuk-link govuk-link--no-visited-state" href={`${path}/${one.account}`}>
      {one.name}
    </a>,
    <code>{one.login}</code>,
    stateOf(one, frame.lang),
  ])
  return (
    <Shell frame={frame} title={say('accounts')} lead={say('accountsLead')} problems={filled.problems}>
      <AskForm action={path} label={say('findAccount')}>
        <TextInput name="q" id="find-account" type="search" label={say('findAccount')} value={query} autocomplete="off" width={20} />
        <Buttons>
          <Button kind="secondary">{say('find')}</Button>
        </Buttons>
      </AskForm>
      {accounts.length === 0 ? <Empty>{say('noAccounts')}</Empty> : <Table caption={say('accounts')} columns={columns} rows={rows} />}
      <Card title={say('newAccount')}>
        <Form action={path} formKey={newRandomKey()}>
          <TextInput name="name" label={say('fullName')} value={filled.name} autocomplete="off" width={20} error={errorOf('name')} />
          <TextInput
            name="login"
            label={say('login')}
            hint={say('loginHint')}
            value={filled.login}
            autocomplete="off"
            width={20}
            maxLength={60}
            error={errorOf('login')}
          />
          <Button>{say('create')}</Button>
        </Form>
      </Card>
    </Shell>
  )
}
