import type { Round } from '#modules/dossiers'
import { appearanceIn } from '#modules/procedures'
import { newRandomKey } from '#platform/id'
import { appointmentText } from '#platform/text'
import {
  Button,
  ErrorSummary,
  Form,
  type Frame,
  LinkButton,
  links,
  Page,
  type Problem,
  Radios,
  SummaryList,
  Textarea,
  Title,
} from '../../components/index.ts'
import type { Counter } from '../counters.ts'
import type { Seen } from '../dossier/gather.ts'
import { allows } from '../dossier/status.ts'
import { words } from './words.ts'

export type AppointmentProps = {
  frame: Frame
  seen: Seen
  /** The offered times that nobody has taken. */
  free: readonly string[]
  open: (Round & { chosen: NonNullable<Round['chosen']> }) | undefined
  counter: Counter | undefined
  problems: readonly Problem[]
}

const to = ({ found }: Seen, path = '') => `${links.dossiers}/${found.code}${path}`

/** Who must come, as they were declared. */
export function attendants({ found, answers, lang }: Seen): string {
  const names = (appearanceIn(found.procedure)?.appointment.attends ?? [])
    .map((name) => answers[name])
    .filter((name) => typeof name === 'string')
  return names.join(` ${words(lang)('and')} `)
}

export function placeOf(counter: Counter | undefined): string {
  return counter === undefined ? '' : [counter.name, counter.address].filter((part) => part !== '').join(', ')
}

/** Two people who must come together: choose one of the offered times, or see the one that was chosen. */
export function AppointmentPage(props: AppointmentProps) {
  const { frame, seen, problems, open } = props
  const say = words(seen.lang)
  const title = say(open === undefined ? 'chooseTitle' : 'agreedTitle')
  return (
    <Page {...frame} title={title} form unlisted problems={problems.length} back={{ href: to(seen), label: seen.found.code }}>
      <ErrorSummary problems={problems} />
      <Title lead={open === undefined ? leadOf(seen) : undefined}>{title}</Title>
      {open === undefined ? <Choose {...props} /> : <Agreed {...props} open={open} />}
      {allows(seen.found, 'askOtherTime') && <Other seen={seen} later={open !== undefined} />}
    </Page>
  )
}

function leadOf(seen: Seen): string {
  const minutes = appearanceIn(seen.found.procedure)?.appointment.minutes ?? 0
  return words(seen.lang)('chooseLead', { names: attendants(seen), minutes })
}

function Choose({ seen, free, counter, problems }: AppointmentProps) {
  const say = words(seen.lang)
  return (
    <>
      {counter !== undefined && <p class="govuk-body">{say('where', { place: counter.name, address: counter.address })}</p>}
      <p class="govuk-body lt-muted">{say('standsStill')}</p>
      {free.length === 0 ? (
        <p class="govuk-body">{say('noneLeft')}</p>
      ) : (
        <Form action={to(seen, '/hen')} formKey={newRandomKey()}>
          <input type="hidden" name="_ban" value={String(seen.found.version)} />
          <Radios
            name="gio"
            label={say('times')}
            error={problems[0]?.text}
            options={free.map((time) => ({ value: time, label: appointmentText(time, seen.lang) }))}
          />
          <Button full>{say('keep')}</Button>
        </Form>
      )}
    </>
  )
}

function Agreed({ seen, open, counter }: AppointmentProps & { open: NonNullable<AppointmentProps['open']> }) {
  const say = words(seen.lang)
  return (
    <>
      <SummaryList
        rows={[
          { key: say('at'), value: <b>{appointmentText(open.chosen.startsAt, seen.lang)}</b> },
          { key: say('placeKey'), value: placeOf(counter) },
          { key: say('comes'), value: attendants(seen) },
          { key: say('bring'), value: say('bringWhat') },
        ]}
      />
      <p class="govuk-body">
        <LinkButton kind="secondary" icon="calendar" href={to(seen, '/hen.ics')}>
          {say('addToCalendar')}
        </LinkButton>
      </p>
    </>
  )
}

function Other({ seen, later }: { seen: Seen; later: boolean }) {
  const say = words(seen.lang)
  return (
    <>
      <h2 class="govuk-heading-m">{say(later ? 'otherTitleLater' : 'otherTitle')}</h2>
      <Form action={to(seen, '/hen/khac')} formKey={newRandomKey()}>
        <input type="hidden" name="_ban" value={String(seen.found.version)} />
        <Textarea name="mong-muon" label={say('wish')} hint={say('wishHint')} rows={2} maxLength={500} optional />
        <Button kind="secondary">{say('askOther')}</Button>
      </Form>
    </>
  )
}
