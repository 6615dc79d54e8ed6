import type { VNode } from 'preact'
import type { Substitution } from '#modules/directory'
import { addMinutes, localDate } from '#platform/clock'
import { newRandomKey } from '#platform/id'
import { dateText } from '#platform/text'
import {
  AskForm,
  Button,
  Buttons,
  Card,
  DateInput,
  type DateParts,
  Form,
  type OfficeFrame,
  type Problem,
  Select,
  Table,
  Textarea,
} from '../components/index.ts'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

export type Filled = {
  unit: string
  post: string
  account: string
  from: DateParts
  to: DateParts
  reason: string
  problems: readonly Problem[]
}
export type Choice = { value: string; label: string }
export type Recorded = Substitution & { title: string; place: string }

export type SubstitutesProps = {
  frame: OfficeFrame
  path: string
  substitutions: readonly Recorded[]
  /** Among which an administrator chooses first; none for a leader, who has his own. */
  units: readonly Choice[]
  posts: readonly Choice[]
  people: readonly Choice[]
  filled: Filled
  done: string | undefined
}

/** Who covers whom, and the form for another. */
export function SubstitutesPage(props: SubstitutesProps): VNode {
  const { frame, path, substitutions, units, posts, filled, done } = props
  const say = words(frame.lang)
  return (
    <Shell
      frame={frame}
      title={say('substitutes')}
      lead={say('substitutesLead')}
      problems={filled.problems}
      done={done}
      top={units.length === 0}
    >
      <Present path={path} substitutions={substitutions} lang={frame.lang} />
      {units.length > 0 && (
        <Card title={say('whereAppoint')}>
          <AskForm action={path} label={say('whereAppoint')}>
            <Select name="don-vi" label={say('unit')} options={units} value={filled.unit} />
            <Buttons>
              <Button kind={posts.length > 0 ? 'secondary' : 'primary'}>{say('showUnit')}</Button>
            </Buttons>
          </AskForm>
        </Card>
      )}
      {posts.length > 0 && <Appointing {...props} />}
    </Shell>
  )
}

function Appointing({ frame, path, posts, people, filled }: SubstitutesProps) {
  const say = words(frame.lang)
  const errorOf = (field: string) => filled.problems.find((one) => one.field === field)?.text
  return (
    <Card title={say('appoint')}>
      <Form action={path} formKey={newRandomKey()}>
        <input type="hidden" name="unit" value={filled.unit} />
        <Select name="post" label={say('post')} options={posts} value={filled.post} error={errorOf('post')} />
        <Select name="account" label={say('substitute')} options={people} value={filled.account} error={errorOf('account')} />
        <DateInput name="from" label={say('from')} value={filled.from} error={errorOf('from')} />
        <DateInput name="to" label={say('to')} value={filled.to} error={errorOf('to')} />
        <Textarea
          name="reason"
          label={say('reason')}
          hint={say('appointHint')}
          rows={2}
          value={filled.reason}
          error={errorOf('reason')}
          maxLength={500}
        />
        <Button>{say('appoint')}</Button>
      </Form>
    </Card>
  )
}

function Present({ path, substitutions, lang }: Pick<SubstitutesProps, 'path' | 'substitutions'> & { lang: 'vi' | 'en' }) {
  const say = words(lang)
  const columns = [
    ...[say('post'), say('substitute'), say('span'), say('reason')].map((label) => ({ label })),
    { label: say('doing'), acts: true },
  ]
  // A span ends at midnight: its last day is the one before.
  const spanOf = ({ from, to }: Substitution) =>
    say('fromTo', { from: dateText(localDate(from)), to: dateText(localDate(addMinutes(to, -1))) })
  const rows = substitutions.map((one) => [
    <>
      {one.title}
      <br />
      <span class="lt-muted">{one.place}</span>
    </>,
    one.name,
    <span class="lt-num">{spanOf(one)}</span>,
    one.reason,
    <Form action={`${path}/${one.id}/ket-thuc`} formKey={newRandomKey()}>
      <Button kind="secondary">
        {say('end')}
        <span class="lt-vh">: {one.name}</span>
      </Button>
    </Form>,
  ])
  return (
    <Card title={say('substitutesNow')}>
      {rows.length === 0 ? (
        <p class="govuk-body">{say('substitutesNone')}</p>
      ) : (
        <Table caption={say('substitutesNow')} columns={columns} rows={rows} />
      )}
    </Card>
  )
}
