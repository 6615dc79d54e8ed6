import type { VNode } from 'preact'
import { namesOf } from '#modules/identity'
import type { Doors, Reply, Req } from '#platform/http'
import { type Id, newRandomKey } from '#platform/id'
import { type Setting, setSwitch, settingsOf } from '#platform/operator'
import { momentText } from '#platform/text'
import { Button, Card, Form, type OfficeFrame, type Problem, Radios, Table, Textarea } from '../components/index.ts'
import { officeFrameOf } from '../office/frame.ts'
import type { Services } from '../services.ts'
import { asked, typedIn } from '../typed.ts'
import { Shell } from './shell.tsx'
import { switchNames, words } from './words.ts'

const path = '/quan-tri/che-do'

type Filled = { name: string; value: string; reason: string; problems: readonly Problem[] }
const nothing: Filled = { name: '', value: '', reason: '', problems: [] }

export function switchRoutes(doors: Doors, services: Services): void {
  doors.get(path, { may: 'administer' }, async (req, reply) => reply.page(await switchesPage(req, services, nothing)))
  doors.post(path, { may: 'administer' }, (req, reply) => set(req, reply, services))
}

async function set(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const typed = typedIn(req)
  const say = words(req.lang)
  const name = switchNames.find((one) => one === typed.raw('name')) ?? switchNames[0]
  const [value, reason] = [typed.raw('value'), typed.lines('reason')]
  const problems: Problem[] = [
    ...(value === 'on' || value === 'off' ? [] : [{ field: `value-${name}`, text: say('choose') }]),
    ...(reason === '' ? [{ field: `reason-${name}`, text: say('reasonMissing') }] : []),
  ]
  if (problems.length > 0) return reply.code(422).page(await switchesPage(req, services, { name, value, reason, problems }))
  await setSwitch(req.ctx, { name, value, reason })
  return reply.redirect(`${path}?xong=1`, 303)
}

async function switchesPage(req: Req, services: Services, filled: Filled) {
  const settings = await settingsOf(req.ctx, switchNames)
  const names = await namesOf(req.ctx, [...new Set(settings.map((one) => one.setBy))])
  const frame = { ...(await officeFrameOf(req, services)), path }
  return SwitchesPage({ frame, settings, names, filled, done: asked(req, 'xong') !== '' })
}

type SwitchesProps = { frame: OfficeFrame; settings: readonly Setting[]; names: ReadonlyMap<Id, string>; filled: Filled; done: boolean }

/** Every switch with its history: what held from when on, set by whom, and why. */
function SwitchesPage({ frame, settings, names, filled, done }: SwitchesProps): VNode {
  const say = words(frame.lang)
  return (
    <Shell frame={frame} title={say('switches')} done={done ? say('setDone') : undefined} problems={filled.problems}>
      {switchNames.map((name) => (
        <Switch
          key={name}
          name={name}
          lang={frame.lang}
          history={settings.filter((one) => one.name === name)}
          names={names}
          filled={filled}
        />
      ))}
    </Shell>
  )
}

type SwitchProps = {
  name: (typeof switchNames)[number]
  lang: OfficeFrame['lang']
  history: readonly Setting[]
  names: SwitchesProps['names']
  filled: Filled
}

function Switch({ name, lang, history, names, filled }: SwitchProps) {
  const say = words(lang)
  const mine = filled.name === name ? filled : nothing
  const errorOf = (field: string) => mine.problems.find((one) => one.field === field)?.text
  const word = (value: string) => say(value === 'on' ? 'on' : 'off')
  const columns = [say('since'), say('value'), say('who'), say('reason')].map((label) => ({ label }))
  const rows = history.map((one) => [
    <span class="lt-num">{momentText(one.from)}</span>,
    word(one.value),
    names.get(one.setBy) ?? '–',
    one.reason,
  ])
  return (
    <Card title={say(`switch.${name}`)}>
      <p class="govuk-body">{say(`switchHint.${name}`)}</p>
      <Form action={path} formKey={newRandomKey()}>
        <input type="hidden" name="name" value={name} />
        <Radios
          name="value"
          id={`value-${name}`}
          label={say('setTo')}
          inline
          value={mine.value}
          error={errorOf(`value-${name}`)}
          options={[
            { value: 'on', label: say('on') },
            { value: 'off', label: say('off') },
          ]}
        />
        <Textarea
          name="reason"
          id={`reason-${name}`}
          label={say('reason')}
          rows={2}
          value={mine.reason}
          error={errorOf(`reason-${name}`)}
          maxLength={500}
        />
        <Button>{say('set')}</Button>
      </Form>
      {history.length === 0 ? (
        <p class="govuk-body lt-muted">{say('neverSet')}</p>
      ) : (
        <Table caption={say(`switch.${name}`)} columns={columns} rows={rows} />
      )}
    </Card>
  )
}
