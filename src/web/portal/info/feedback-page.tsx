import { type Frame, links, Notice, Page, Rows, Section, Title } from '../../components/index.ts'
import type { Counter } from '../counters.ts'
import { CounterLine, HowSure } from './counters-page.tsx'
import { words } from './feedback-words.ts'
import { Bullets, Go } from './reading.tsx'

const nationalPortal = 'https://dichvucong.gov.vn'

/** Somebody with something to say: which ways work today; nothing that only looks like a form. */
export function FeedbackPage({ frame, centre }: { frame: Frame; centre: readonly Counter[] }) {
  const say = words(frame.lang)
  return (
    <Page {...frame} title={say('title')}>
      <Title lead={say('lead')}>{say('title')}</Title>
      <Section title={say('dossier')}>
        <Bullets lines={[say('dossier1'), say('dossier2'), say('dossier3')]} />
        <Go href={links.dossiers}>{say('toDossiers')}</Go>
      </Section>
      <Section title={say('others')}>
        <Bullets lines={[say('others1'), say('others2')]} />
        <Go href={nationalPortal}>{say('portal')}</Go>
      </Section>
      <Section title={say('centre')}>
        <HowSure frame={frame} counters={centre} />
        <Rows>
          {centre.map((counter) => (
            <CounterLine key={counter.code} frame={frame} counter={counter} />
          ))}
        </Rows>
      </Section>
      <Section title={say('complaint')}>
        <Notice kind="info">
          <p>{say('complaintText')}</p>
        </Notice>
      </Section>
    </Page>
  )
}
