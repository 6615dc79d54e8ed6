import type { VNode } from 'preact'
import { namesOf } from '#modules/identity'
import type { Doors, Reply, Req } from '#platform/http'
import { type Id, newRandomKey } from '#platform/id'
import { type Setting, setSwitch, settingsOf } from '#platform/operator'
import { momentText } from '#platform/text'
import { Button, Buttons, Card, Form, type OfficeFrame, type Problem, Radios, Table, Textarea } from '../components/index.ts'
import { officeFrameOf } from '../office/frame.ts'
import { type NoticeWords, portalNotice, valueOfNotice, wordsOfNotice } from '../portal-notice.ts'
import type { Services } from '../services.ts'
import { asked, type Typed, typedIn } from '../typed.ts'
import { Shell } from './shell.tsx'
import { switchNames, words } from './words.ts'

const path = '/quan-tri/cong-tac'
const noticePath = `${path}/thong-bao`

type Filled = { name: string; value: string; reason: string; notice: NoticeWords; problems: readonly Problem[] }
const nothing: Filled = { name: '', value: '', reason: '', notice: { vi: '', en: '' }, problems: [] }

export function switchRoutes(doors: Doors, services: Services): void {
  doors.get(path, { may: 'administer' }, async (req, reply) => reply.page(await switchesPage(req, services, nothing)))
  doors.post(path, { may: 'administer' }, (req, reply) => keep(req, reply, services, turned(typedIn(req), req)))
  doors.post(noticePath, { may: 'administer' }, (req, reply) => keep(req, reply, services, written(typedIn(req), req)))
}

/** A switch that is turned on or off. */
function turned(typed: Typed, { lang }: Req): Filled {
  const say = words(lang)
  const name = switchNames.find((one) => one === typed.raw('name')) ?? switchNames[0]
  const [value, reason] = [typed.raw('value'), typed.lines('reason')]
  const problems: Problem[] = [
    ...(value === 'on' || value === 'off' ? [] : [{ field: `value-${name}`, text: say('choose') }]),
    ...(reason === '' ? [{ field: `reason-${name}`, text: say('reasonMissing') }] : []),
  ]
  return { ...nothing, name, value, reason, problems }
}

/** The notice for citizens: words in both languages, or none to take it away. */
function written(typed: Typed, { lang }: Req): Filled {
  const say = words(lang)
  const notice = typed.raw('away') === '' ? { vi: typed.lines('vi'), en: typed.lines('en') } : { vi: '', en: '' }
  const reason = typed.lines('reason')
  const needsWords = typed.raw('away') === ''
  const problems: Problem[] = [
    ...(needsWords && notice.vi === '' ? [{ field: 'vi', text: say('noticeMissing') }] : []),
    ...(needsWords && notice.en === '' ? [{ field: 'en', text: say('noticeMissing') }] : []),
    ...(reason === '' ? [{ field: `reason-${portalNotice}`, text: say('reasonMissing') }] : []),
  ]
  return { ...nothing, name: portalNotice, value: valueOfNotice(notice), reason, notice, problems }
}

async function keep(req: Req, reply: Reply, services: Services, filled: Filled): Promise<unknown> {
  if (filled.problems.length > 0) return reply.code(422).page(await switchesPage(req, services, filled))
  await setSwitch(req.ctx, filled)
  return reply.redirect(`${path}?xong=1`, 303)
}

async function switchesPage(req: Req, services: Services, filled: Filled) {
  const settings = await settingsOf(req.ctx, [...switchNames, portalNotice])
  const names = await namesOf(req.ctx, [...new Set(settings.map((one) => one.setBy))])
  const frame = { ...(await officeFrameOf(req, services)), path }
  return SwitchesPage({ frame, settings, names, filled, done: asked(req, 'xong') !== '' })
}

type SwitchesProps = { frame: OfficeFrame; settings: readonly Setting[]; names: ReadonlyMap<Id, string>; filled: Filled; done: boolean }
type SwitchProps = { lang: OfficeFrame['lang']; history: readonly Setting[]; names: SwitchesProps['names']; filled: Filled }

/** Every switch with its history: what held from when on, set by whom, and why. */
function SwitchesPage({ frame, settings, names, filled, done }: SwitchesProps): VNode {
  const { lang } = frame
  const say = words(lang)
  const about = (name: string) => ({
    lang,
    names,
    history: settings.filter((one) => one.name === name),
    filled: filled.name === name ? filled : nothing,
  })
  return (
    <Shell
      frame={frame}
      title={say('switches')}
      lead={say('switchesLead')}
      done={done ? say('setDone') : undefined}
      problems={filled.problems}
    >
      <PortalNotice {...about(portalNotice)} />
      {switchNames.map((name) => (
        <Switch key={name} name={name} {...about(name)} />
      ))}
    </Shell>
  )
}

function PortalNotice({ lang, history, names, filled }: SwitchProps) {
  const say = words(lang)
  const errorOf = (field: string) => filled.problems.find((one) => one.field === field)?.text
  const shown = history[0] === undefined ? undefined : wordsOfNotice(history[0])
  const notice = filled.problems.length > 0 ? filled.notice : (shown ?? nothing.notice)
  return (
    <Card title={say('switch.portal-notice')}>
      <p class="govuk-body">{say('switchHint.portal-notice')}</p>
      <History
        name={portalNotice}
        lang={lang}
        history={history}
        names={names}
        shownAs={(one) => wordsOfNotice(one)?.[lang] ?? say('off')}
      />
      <Form action={noticePath} formKey={newRandomKey()}>
        <Textarea name="vi" label={say('noticeVi')} rows={2} value={notice.vi} error={errorOf('vi')} maxLength={300} />
        <Textarea name="en" label={say('noticeEn')} rows={2} value={notice.en} error={errorOf('en')} maxLength={300} />
        <Reason name={portalNotice} lang={lang} filled={filled} />
        <Buttons>
          <Button>{say('noticeShow')}</Button>
          {shown !== undefined && (
            <Button kind="secondary" name="away" value="1">
              {say('noticeAway')}
            </Button>
          )}
        </Buttons>
      </Form>
    </Card>
  )
}

function Switch({ name, lang, history, names, filled }: SwitchProps & { name: (typeof switchNames)[number] }) {
  const say = words(lang)
  const word = (value: string) => say(value === 'on' ? 'on' : 'off')
  return (
    <Card title={say(`switch.${name}`)}>
      <p class="govuk-body">{say(`switchHint.${name}`)}</p>
      <History name={name} lang={lang} history={history} names={names} shownAs={(one) => word(one.value)} />
      <Form action={path} formKey={newRandomKey()}>
        <input type="hidden" name="name" value={name} />
        <Radios
          name="value"
          id={`value-${name}`}
          label={say('setTo')}
          inline
          value={filled.value}
          error={filled.problems.find((one) => one.field === `value-${name}`)?.text}
          options={[
            { value: 'on', label: say('on') },
            { value: 'off', label: say('off') },
          ]}
        />
        <Reason name={name} lang={lang} filled={filled} />
        <Buttons>
          <Button kind="secondary">{say('set')}</Button>
        </Buttons>
      </Form>
    </Card>
  )
}

function Reason({ name, lang, filled }: { name: string; lang: OfficeFrame['lang']; filled: Filled }) {
  const id = `reason-${name}`
  const error = filled.problems.find((one) => one.field === id)?.text
  return <Textarea name="reason" id={id} label={words(lang)('reason')} rows={2} value={filled.reason} error={error} maxLength={500} />
}

type HistoryProps = Omit<SwitchProps, 'filled'> & { name: 'outage' | typeof portalNotice; shownAs: (one: Setting) => string }

function History({ name, lang, history, names, shownAs }: HistoryProps) {
  const say = words(lang)
  if (history.length === 0) return <p class="govuk-body lt-muted">{say('neverSet')}</p>
  const columns = [say('since'), say('value'), say('who'), say('reason')].map((label) => ({ label }))
  const rows = history.map((one) => [
    <span class="lt-num">{momentText(one.from)}</span>,
    shownAs(one),
    names.get(one.setBy) ?? '–',
    one.reason,
  ])
  return <Table caption={say(`switch.${name}`)} columns={columns} rows={rows} />
}
