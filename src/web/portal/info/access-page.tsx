import { type Frame, links, lookHref, Page, Section, Title } from '../../components/index.ts'
import { words } from './access-words.ts'
import { Bullets, Go } from './reading.tsx'

/** Who can use these pages, as far as it was checked; and what was not. */
export function AccessibilityPage({ frame }: { frame: Frame }) {
  const say = words(frame.lang)
  return (
    <Page {...frame} title={say('title')}>
      <Title lead={say('lead')}>{say('title')}</Title>
      <Section title={say('help')}>
        <Bullets lines={[say('help1'), say('help2'), say('help3'), say('help4')]} />
        <Go href={lookHref(links.accessibility)}>{say('toLook')}</Go>
      </Section>
      <Section title={say('checked')}>
        <p class="govuk-body">{say('checkedLead')}</p>
        <Bullets lines={[say('checked1'), say('checked2'), say('checked3'), say('checked4')]} />
      </Section>
      <Section title={say('notChecked')}>
        <Bullets lines={[say('notChecked1'), say('notChecked2'), say('notChecked3'), say('notChecked4')]} />
      </Section>
      <Section title={say('aim')}>
        <Bullets lines={[say('aim1'), say('aim2')]} />
      </Section>
      <Section title={say('stuck')}>
        <p class="govuk-body">{say('stuckText')}</p>
        <Go href={links.counters}>{say('toCounters')}</Go>
        <Go href={links.feedback}>{say('toReport')}</Go>
      </Section>
    </Page>
  )
}
