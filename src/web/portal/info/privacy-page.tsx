import { unusedDays } from '#modules/papers'
import { breachNotice, type DataTerm, dataTerms } from '#modules/rules'
import { dateText } from '#platform/text'
import { type Frame, links, Page, Rows, Section, Table, Title } from '../../components/index.ts'
import type { Counter } from '../counters.ts'
import { CounterLine, HowSure } from './counters-page.tsx'
import { words } from './privacy-words.ts'
import { Bullets, Go } from './reading.tsx'

/** What is kept of me, who sees it, how it is put right, and how long an answer may take. */
export function PrivacyPage({ frame, centre }: { frame: Frame; centre: readonly Counter[] }) {
  const say = words(frame.lang)
  return (
    <Page {...frame} title={say('title')}>
      <Title lead={say('lead')}>{say('title')}</Title>
      <Section title={say('kept')}>
        <Bullets lines={[say('kept1'), say('kept2'), say('kept3'), say('kept4'), say('kept5')]} />
        <p class="govuk-body">{say('sealed')}</p>
        <p class="govuk-body">{say('cookies')}</p>
      </Section>
      <Section title={say('who')}>
        <Bullets lines={[say('who1'), say('who2'), say('who3'), say('who4')]} />
        <Go href={links.dossiers}>{say('toDossiers')}</Go>
      </Section>
      <Section title={say('mend')}>
        <Bullets lines={[say('mend1'), say('mend2'), say('mend3'), say('mend4'), say('mend5'), say('mend6')]} />
        <Go href={links.account}>{say('toAccount')}</Go>
      </Section>
      <Section title={say('why')}>
        <Bullets lines={[say('why1'), say('why2')]} />
      </Section>
      <Section title={say('long')}>
        <Bullets lines={[say('long1', { days: unusedDays }), say('long2')]} />
      </Section>
      <Requests frame={frame} centre={centre} />
    </Page>
  )
}

function Requests({ frame, centre }: { frame: Frame; centre: readonly Counter[] }) {
  const say = words(frame.lang)
  const [first] = dataTerms
  return (
    <>
      <Section title={say('terms')}>
        <p class="govuk-body">{say('termsLead')}</p>
        <Table
          caption={say('terms')}
          columns={[{ label: say('request') }, { label: say('within') }, { label: say('withOthers') }, { label: say('extended') }]}
          rows={dataTerms.map((term) => rowOf(frame, term))}
        />
        {first && <p class="govuk-body lt-muted">{say('basis', { basis: first.basis, from: dateText(first.validFrom) })}</p>}
        <p class="govuk-body">{say('breach', breachNotice)}</p>
      </Section>
      <Section title={say('centre')}>
        <HowSure frame={frame} counters={centre} />
        <Rows>
          {centre.map((counter) => (
            <CounterLine key={counter.code} frame={frame} counter={counter} />
          ))}
        </Rows>
      </Section>
    </>
  )
}

function rowOf({ lang }: Frame, { request, days, counted, withProcessor, extension }: DataTerm): string[] {
  const say = words(lang)
  return [
    say(`request.${request}`),
    counted === 'days' ? say('days', { days }) : say('workingDays', { days }),
    withProcessor === undefined ? say('notSet') : say('days', { days: withProcessor }),
    extension === undefined ? say('notSet') : say('upTo', { days: extension }),
  ]
}
