import { lifeEvents } from '#modules/finding'
import { weekdayDate } from '#platform/text'
import {
  Button,
  Card,
  Chips,
  type Frame,
  Hero,
  Icon,
  type LifeEvent,
  LifeEventSheet,
  links,
  Notice,
  Page,
  Row,
  Rows,
  SearchBox,
  Section,
  Split,
  TextInput,
  Title,
} from '../../components/index.ts'
import type { Counter } from '../counters.ts'
import { eventIcons } from '../life-events.ts'
import { openText } from '../opening.ts'
import { words } from './words.ts'

export type ComingHoliday = { on: string; name: string; next: string }

export type HomeProps = {
  frame: Frame
  counters: readonly Counter[]
  holiday: ComingHoliday | undefined
  drafts: number
  /** What the administrators have to say to everybody today. */
  notice: string | undefined
  sandboxUrl: string | undefined
}

/** Somebody with a phone in a hurry: search first, the dossier second, then life in plain words. */
export function HomePage({ frame, counters, holiday, drafts, notice, sandboxUrl }: HomeProps) {
  const say = words(frame.lang)
  return (
    <Page {...frame} title={say('title')} bare>
      <Hero aside={<FindDossier frame={frame} />}>
        <Title>{say('question')}</Title>
        <SearchBox action={links.procedures} label={say('searchLabel')} example={say('example')} />
        <Chips
          label={say('often')}
          items={[
            { href: `${links.procedures}?q=giay+khai+sinh`, label: say('often.birth') },
            { href: `${links.procedures}?q=xac+nhan+doc+than`, label: say('often.single') },
            { href: `${links.procedures}?q=tam+tru`, label: say('often.stay') },
            { href: `${links.procedures}?q=chung+thuc`, label: say('often.copies') },
          ]}
        />
        {drafts > 0 && (
          <p class="govuk-body">
            <Icon name="pen" small /> {say('drafts', { count: drafts })}.{' '}
            <a class="govuk-link" href={links.dossiers}>
              {say('continue')}
            </a>
          </p>
        )}
      </Hero>
      <div class="govuk-width-container">
        {notice !== undefined && (
          <Notice>
            <p class="lt-typed">{notice}</p>
          </Notice>
        )}
        {sandboxUrl !== undefined && <Sample frame={frame} sandboxUrl={sandboxUrl} />}
        <Section title={say('events')}>
          <LifeEventSheet events={eventsOf(frame)} />
          <p class="govuk-body">
            <a class="govuk-link" href={links.procedures}>
              {say('all')}
            </a>
          </p>
        </Section>
        <Counters frame={frame} counters={counters} holiday={holiday} />
      </div>
    </Page>
  )
}

function FindDossier({ frame }: { frame: Frame }) {
  const say = words(frame.lang)
  return (
    <Card title={say('where')}>
      <form action="/tra-cuu" method="get">
        <TextInput name="so" label={say('number')} hint={say('numberHint')} autocomplete="off" code />
        <Button kind="secondary" icon="search" full>
          {say('see')}
        </Button>
      </form>
    </Card>
  )
}

function eventsOf({ lang }: Frame): LifeEvent[] {
  return lifeEvents.map(({ id, name, text }) => ({
    icon: eventIcons[id] ?? 'paper',
    title: name[lang],
    text: text[lang],
    href: `${links.procedures}?viec=${id}`,
  }))
}

function Counters({ frame, counters, holiday }: Pick<HomeProps, 'frame' | 'counters' | 'holiday'>) {
  const say = words(frame.lang)
  return (
    <Section title={say('counters')}>
      <Split aside={<BesideCounters frame={frame} holiday={holiday} />}>
        <Rows>
          {counters.map((counter) => (
            <Row key={counter.code} icon="pin" title={counter.name}>
              <p class="lt-muted">
                {counter.address} · {openText(frame.lang, counter)}
              </p>
            </Row>
          ))}
        </Rows>
        <p class="govuk-body">
          <a class="govuk-link" href={links.counters}>
            {say('allCounters')}
          </a>
        </p>
      </Split>
    </Section>
  )
}

function BesideCounters({ frame, holiday }: Pick<HomeProps, 'frame' | 'holiday'>) {
  const say = words(frame.lang)
  return (
    <>
      {holiday !== undefined && (
        <Notice icon="calendar">
          <p>
            <b>{say('holiday', { day: capital(weekdayDate(holiday.on, frame.lang)), name: holiday.name })}</b>
          </p>
          <p>{say('holidayMeans', { next: weekdayDate(holiday.next, frame.lang) })}</p>
        </Notice>
      )}
      <p class="govuk-body">{say('anywhere')}</p>
    </>
  )
}

function Sample({ frame, sandboxUrl }: { frame: Frame; sandboxUrl: string }) {
  const say = words(frame.lang)
  return (
    <section class="lt-section">
      <Notice kind="info">
        <p>{say('sample')}</p>
        <p>
          <a class="govuk-link" href="/can-bo/dang-nhap">
            {say('sampleStaff')}
          </a>{' '}
          ·{' '}
          <a class="govuk-link" href={sandboxUrl}>
            {say('samplePeople')}
          </a>
        </p>
      </Notice>
    </section>
  )
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
