import { appearanceIn, type Procedure } from '#modules/procedures'
import type { Instant } from '#platform/clock'
import { type Frame, Row, Rows, Section } from '../../components/index.ts'
import { papersToTell } from './usual.ts'
import { words } from './words.ts'

type Props = { frame: Frame; procedure: Procedure; now: Instant }

/** How much of it is done online and where else it is taken in, where that was set, with its ground. */
export function LocalTerms({ frame, procedure, now }: Props) {
  const say = words(frame.lang)
  const { levels = [], places = [] } = procedure
  if (levels.length + places.length === 0) return null
  return (
    <Section title={say('local')}>
      <Rows>
        {levels.map((one) => (
          <Row key={JSON.stringify(one)} icon="info" title={levelTitle(frame, procedure, one)}>
            {one.level === 'part' && <p>{inPerson(frame, procedure, now)}</p>}
            <Ground frame={frame} {...one} />
          </Row>
        ))}
        {places.map((one) => (
          <Row key={one.unit} icon="pin" title={one.name[frame.lang]}>
            <p>{say('alsoTaken')}</p>
            <Ground frame={frame} {...one} />
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

function levelTitle({ lang }: Frame, { cases }: Procedure, { level, when }: NonNullable<Procedure['levels']>[number]): string {
  const title = words(lang)(`online.${level}`)
  const about = cases.find((one) => when !== undefined && JSON.stringify(one.when) === JSON.stringify(when))
  return about === undefined ? title : `${about.name[lang]}: ${title}`
}

/** What has to be done in person, as far as the procedure itself says it; the rest is asked of the office, never guessed. */
function inPerson({ lang }: Frame, procedure: Procedure, now: Instant): string {
  const say = words(lang)
  const { shown, handIn } = papersToTell(procedure, now)
  const brought = [...shown, ...handIn.filter(({ standing }) => standing === 'toBring')].map(({ component }) => component.name[lang])
  const who = appearanceIn(procedure)?.appointment.attends.flatMap((name) => procedure.fields[name]?.label[lang] ?? []) ?? []
  const told = [
    ...(who.length > 0 ? [say('mustCome', { who: who.join(', ') })] : []),
    ...(brought.length > 0 ? [say('mustBring', { papers: brought.join('; ') })] : []),
  ]
  return told.length > 0 ? told.join(' ') : say('askWhat')
}

function Ground({ frame, basis, unverified }: { frame: Frame; basis: string; unverified?: true }) {
  return (
    <p class="lt-muted">
      {basis}
      {unverified && ` · ${words(frame.lang)('notCompared')}`}
    </p>
  )
}
