import { newRandomKey } from '#platform/id'
import { DisplaySettings, Empty, type Frame, lookOf, Page, Row, Rows, SearchBox, Section, Title } from '../../components/index.ts'
import type { Counter } from '../counters.ts'
import { Details } from '../details.tsx'
import { openText } from '../home/home-page.tsx'
import { words } from './words.ts'

/** Somebody stuck: a number to call first, then the five things that people ask. */
export function HelpPage({ frame }: { frame: Frame }) {
  const say = words(frame.lang)
  return (
    <Page {...frame} title={say('help')}>
      <Title lead={say('helpCall')}>{say('help')}</Title>
      <p class="govuk-body">{say('helpCounter')}</p>
      {([1, 2, 3, 4, 5] as const).map((no) => (
        <Details key={no} summary={say(`q${no}`)}>
          {say(`a${no}`)}
        </Details>
      ))}
    </Page>
  )
}

/** What is kept of me, who sees it, what I can do. */
export function PrivacyPage({ frame }: { frame: Frame }) {
  const say = words(frame.lang)
  return (
    <Page {...frame} title={say('privacy')}>
      <Title lead={say('privacyLead')}>{say('privacy')}</Title>
      {([1, 2, 3, 4] as const).map((no) => (
        <Section key={no} title={say(`p${no}t`)}>
          <p class="govuk-body">{say(`p${no}`)}</p>
        </Section>
      ))}
    </Page>
  )
}

/** What was checked and what was not. */
export function AccessibilityPage({ frame }: { frame: Frame }) {
  const say = words(frame.lang)
  return (
    <Page {...frame} title={say('access')}>
      <Title lead={say('accessLead')}>{say('access')}</Title>
      {([1, 2, 3] as const).map((no) => (
        <Section key={no} title={say(`x${no}t`)}>
          <p class="govuk-body">{say(`x${no}`)}</p>
        </Section>
      ))}
    </Page>
  )
}

export function FeedbackPage({ frame, counters }: { frame: Frame; counters: readonly Counter[] }) {
  const say = words(frame.lang)
  return (
    <Page {...frame} title={say('feedback')}>
      <Title lead={say('feedbackLead')}>{say('feedback')}</Title>
      <CounterRows frame={frame} counters={counters} />
    </Page>
  )
}

/** The counters of the city, found by a commune's name of today or before. */
export function CountersPage({ frame, counters, asked }: { frame: Frame; counters: readonly Counter[]; asked: string }) {
  const say = words(frame.lang)
  return (
    <Page {...frame} title={say('counters')}>
      <Title lead={say('countersLead')}>{say('counters')}</Title>
      <SearchBox action="/quay" label={say('find')} example={say('example')} value={asked} />
      <h2 class="lt-vh">{say('counters')}</h2>
      {counters.length === 0 ? <Empty>{say('noneFound', { asked })}</Empty> : <CounterRows frame={frame} counters={counters} />}
    </Page>
  )
}

function CounterRows({ frame, counters }: { frame: Frame; counters: readonly Counter[] }) {
  const say = words(frame.lang)
  return (
    <Rows>
      {counters.map((one) => (
        <Row key={one.code} icon="pin" title={one.name}>
          <p>
            {one.address} · {openText(frame, one)}
          </p>
          <p class="lt-muted">
            {one.phone !== '' && say('phone', { phone: one.phone })} {one.written}
          </p>
        </Row>
      ))}
    </Rows>
  )
}

/** Larger letters, more contrast: two questions, one button. */
export function LookPage({ frame, back, cookie }: { frame: Frame; back: string; cookie: string | undefined }) {
  const say = words(frame.lang)
  return (
    <Page {...frame} title={say('look')} form back={{ href: back }}>
      <Title lead={say('lookLead')}>{say('look')}</Title>
      <DisplaySettings look={lookOf(cookie)} back={back} formKey={newRandomKey()} />
    </Page>
  )
}
