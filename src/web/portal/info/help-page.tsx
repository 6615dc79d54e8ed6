import { Card, Chips, type Frame, Icon, links, Page, PlainList, ProcedureLayout, Section, Title } from '../../components/index.ts'
import { Details } from '../details.tsx'
import { words } from './help-words.ts'
import { Bullets, Go } from './reading.tsx'

type Say = ReturnType<typeof words>

/** Somebody stuck: what to do first, then the answer to what people ask; beside it whom to ask. */
export function HelpPage({ frame }: { frame: Frame }) {
  const say = words(frame.lang)
  const parts = ['file', 'vneid', 'after', 'track', 'questions'] as const
  return (
    <Page {...frame} title={say('title')}>
      <Title lead={say('lead')}>{say('title')}</Title>
      <Chips label={say('onThisPage')} items={parts.map((part) => ({ href: `#${part}`, label: say(part) }))} />
      <ProcedureLayout start={<WhomToAsk frame={frame} />} more={null}>
        <Section id="file" title={say('file')}>
          <ol class="govuk-list govuk-list--number">
            {([1, 2, 3, 4, 5, 6, 7] as const).map((no) => (
              <li key={no}>{say(`file${no}`)}</li>
            ))}
          </ol>
          <Go href={links.procedures}>{say('toProcedures')}</Go>
        </Section>
        <Vneid say={say} />
        <Section id="after" title={say('after')}>
          <Bullets lines={[say('after1'), say('after2'), say('after3'), say('after4')]} />
          <Go href={links.verify}>{say('toVerify')}</Go>
        </Section>
        <Section id="track" title={say('track')}>
          <Bullets lines={[say('track1'), say('track2'), say('track3')]} />
          <Go href="/tra-cuu">{say('toTrack')}</Go>
        </Section>
        <Section id="questions" title={say('questions')}>
          {([1, 2, 3, 4, 5, 6] as const).map((no) => (
            <Details key={no} summary={say(`q${no}`)}>
              {say(`a${no}`)}
            </Details>
          ))}
        </Section>
      </ProcedureLayout>
    </Page>
  )
}

function Vneid({ say }: { say: Say }) {
  return (
    <Section id="vneid" title={say('vneid')}>
      <p class="govuk-body">{say('vneid1')}</p>
      <Bullets lines={[say('vneid2'), say('vneid3')]} />
      <p class="govuk-body lt-muted">{say('vneidBasis')}</p>
    </Section>
  )
}

function WhomToAsk({ frame }: { frame: Frame }) {
  const say = words(frame.lang)
  return (
    <Card title={say('ask')}>
      <PlainList>
        {frame.hotline !== undefined && (
          <li>
            <Icon name="phone" />
            <span>
              <a class="govuk-link lt-num" href={`tel:${frame.hotline}`}>
                {say('call', { number: frame.hotline })}
              </a>
              {frame.sample && (
                <>
                  <br />
                  <span class="lt-muted">{say('callSample')}</span>
                </>
              )}
            </span>
          </li>
        )}
        <li>
          <Icon name="pin" />
          <a class="govuk-link" href={links.counters}>
            {say('anyCounter')}
          </a>
        </li>
        <li>
          <Icon name="flag" />
          <a class="govuk-link" href={links.feedback}>
            {say('report')}
          </a>
        </li>
      </PlainList>
    </Card>
  )
}
