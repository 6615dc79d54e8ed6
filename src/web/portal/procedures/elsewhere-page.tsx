import type { NationalRow } from '#modules/procedures'
import {
  Card,
  Facts,
  type Frame,
  links,
  Notice,
  Page,
  PrintButton,
  ProcedureLayout,
  Row,
  Rows,
  Section,
  StartButton,
  Title,
} from '../../components/index.ts'
import { words } from './words.ts'

export type ElsewhereProps = {
  frame: Frame
  row: NationalRow
  /** The system whose it is; undefined: ours, done at a counter until its form is published here. */
  system: { readonly name: string; readonly link: string; readonly bring: string | undefined } | undefined
  canonical: string
}

/** A procedure that is not filed here: what it is, where it is done, what to have at hand. */
export function ElsewherePage(props: ElsewhereProps) {
  const { frame, row, system, canonical } = props
  const say = words(frame.lang)
  const name = row.name.replace(/\s+/g, ' ').trim()
  return (
    <Page {...frame} title={name} canonical={canonical} back={{ href: links.procedures, label: say('back') }}>
      <Title lead={system ? say('elsewhereLead', { system: system.name }) : say('counterLead')}>{name}</Title>
      <Facts facts={factsOf(props)} />
      <ProcedureLayout
        start={<Where {...props} />}
        more={<p class="lt-muted">{say('decision', { code: row.code, basis: row.decision })}</p>}
      >
        {system?.bring && (
          <Section title={say('atHand')}>
            <p class="govuk-body">{system.bring}</p>
          </Section>
        )}
        <Papers {...props} />
      </ProcedureLayout>
    </Page>
  )
}

function factsOf({ frame, row, system }: ElsewhereProps) {
  const say = words(frame.lang)
  const listed = row.components.filter(({ original, copy }) => original + copy > 0)
  return [
    { name: say('whose'), answer: system?.name ?? say('where.counter'), condition: row.ministry },
    { name: say('area'), answer: row.field },
    { name: say('levelOf'), answer: row.levels.map((level) => say(`level.${level}`)).join(', ') },
    { name: say('papers'), answer: row.listed ? say('paperCount', { count: listed.length }) : say('seeThere') },
  ]
}

function Where({ frame, row, system }: ElsewhereProps) {
  const say = words(frame.lang)
  if (system === undefined) {
    return (
      <Card start>
        <p class="govuk-body">{say('counterHow')}</p>
        <StartButton href={links.counters}>{say('seeCounters')}</StartButton>
        <PrintButton>{say('print')}</PrintButton>
      </Card>
    )
  }
  return (
    <Card start>
      <StartButton href={system.link}>{say('openThere')}</StartButton>
      <p class="govuk-body">{say('openThereHow', { code: row.code })}</p>
      <PrintButton>{say('print')}</PrintButton>
    </Card>
  )
}

function Papers({ frame, row }: ElsewhereProps) {
  const say = words(frame.lang)
  if (row.components.length === 0) return null
  const groups = [...new Set(row.components.map(({ group }) => group))]
  return (
    <Section title={say('needed')}>
      <Notice kind="info">
        <p>{say('asPublished')}</p>
      </Notice>
      {groups.map((group) => (
        <div key={group}>
          {groups.length > 1 && <h3 class="lt-group">{group === '' || group === '--' ? say('otherGroup') : group}</h3>}
          <Rows>
            {row.components
              .filter((one) => one.group === group)
              .map(({ name, original, copy }) => (
                <Row key={name} icon={original + copy > 0 ? 'paper' : 'info'} title={name}>
                  <p class="lt-muted">{original + copy > 0 ? say('copies', { original, copy }) : say('onlyNote')}</p>
                </Row>
              ))}
          </Rows>
        </div>
      ))}
    </Section>
  )
}
