import { termText } from '#modules/dossiers'
import { howText, type Procedure } from '#modules/procedures'
import { type Instant, localDate, localTime } from '#platform/clock'
import { numberText, weekdayDate } from '#platform/text'
import {
  Card,
  Facts,
  type Frame,
  Icon,
  LinkButton,
  links,
  Page,
  PlainList,
  PrintButton,
  ProcedureLayout,
  Row,
  Rows,
  RowsTitle,
  Section,
  StartButton,
  Table,
  Title,
} from '../../components/index.ts'
import type { Counter } from '../counters.ts'
import { Details } from '../details.tsx'
import type { Forecast } from '../forecast.ts'
import { openText } from '../opening.ts'
import { PageNotes } from '../page-notes.tsx'
import { sourceName } from '../sources.ts'
import { applyHref } from './apply-href.ts'
import { LocalTerms } from './local-terms.tsx'
import { Cases, Fees, Law } from './more-about.tsx'
import { governmentService } from './structured-data.ts'
import { papersToTell, usualFee } from './usual.ts'
import { words } from './words.ts'

export type ProcedureProps = {
  frame: Frame
  procedure: Procedure
  now: Instant
  forecasts: readonly Forecast[]
  counters: readonly Counter[]
  publicUrl: string
}

/** A parent asking "what do I bring, when is it done?": four facts, the start before the reading, the day of result with its holidays. */
export function ProcedurePage(props: ProcedureProps) {
  const { frame, procedure, publicUrl, now } = props
  const say = words(frame.lang)
  const name = procedure.name[frame.lang]
  const data = governmentService({ procedure, publicUrl, area: frame.area, lang: frame.lang, now })
  return (
    <Page {...frame} title={name} canonical={data.url} data={data} back={{ href: links.procedures, label: say('back') }}>
      <Title lead={procedure.purpose[frame.lang]}>{name}</Title>
      <Facts facts={factsOf(props)} />
      <ProcedureLayout start={<Start {...props} />} more={<More {...props} />}>
        <Section title={say('who')}>
          <ul class="govuk-list govuk-list--bullet">
            {procedure.who.map((one) => (
              <li key={one.vi}>{one[frame.lang]}</li>
            ))}
          </ul>
        </Section>
        <Papers {...props} />
        <LocalTerms {...props} />
        <Fees {...props} />
        <Days {...props} />
        <Cases {...props} />
        <Law {...props} />
      </ProcedureLayout>
    </Page>
  )
}

function factsOf({ frame, procedure, now, forecasts }: ProcedureProps) {
  const say = words(frame.lang)
  const fee = usualFee(procedure, now)
  const papers = papersToTell(procedure, now)
  const [first] = forecasts
  return [
    {
      name: say('when'),
      answer: first ? readyText(frame, first, now) : say('daySaid'),
      condition: first ? conditionText(frame, first, now) : say('daySaidWhen'),
    },
    {
      name: say('fee'),
      answer: fee.total === null ? say('askClerk') : `${numberText(fee.total)} đồng`,
      condition: feeCondition(frame, fee),
    },
    {
      name: say('papers'),
      answer: say('paperCount', { count: papers.handIn.length }),
      condition: say('fromData', { count: papers.replaced.length }),
    },
    isOnline(procedure)
      ? { name: say('where'), answer: say(isPartly(procedure) ? 'partOnline' : 'online'), condition: say('orCounter') }
      : { name: say('where'), answer: say('where.counter') },
  ]
}

/** Set to be done only in part online, for all cases. */
const isPartly = ({ levels = [] }: Procedure) => levels.some(({ level, when }) => level === 'part' && when === undefined)

/** Taken in through the internet, and not at a counter alone. */
const isOnline = ({ channels }: Procedure) => channels?.includes('online') !== false

/** What the amount is for, and how it came about where there is one. */
function feeCondition({ lang }: Frame, { lines, total }: ReturnType<typeof usualFee>): string {
  const [first] = lines
  if (first === undefined) return ''
  const how = howText(first, lang)
  return how === '' || total === null ? first.fee.name[lang] : `${first.fee.name[lang]}: ${how}`
}

function readyText({ lang }: Frame, { dueAt }: Forecast, now: Instant): string {
  const say = words(lang)
  const [day, time] = [localDate(dueAt), localTime(dueAt)]
  return day === localDate(now) ? say('todayBefore', { time }) : say('dayBefore', { day: weekdayDate(day, lang), time })
}

function conditionText({ lang }: Frame, { on, until }: Forecast, now: Instant): string {
  const say = words(lang)
  if (on !== localDate(now)) return say('ifOn', { day: weekdayDate(on, lang) })
  return until === undefined ? say('ifNow') : say('ifBefore', { time: until })
}

function Start({ frame, procedure }: ProcedureProps) {
  const say = words(frame.lang)
  if (!isOnline(procedure)) {
    return (
      <Card start>
        <p class="govuk-body">{say('onlyCounter')}</p>
        <StartButton href={`/thu-tuc/${procedure.code}/huong-dan`}>{say('guide')}</StartButton>
      </Card>
    )
  }
  return (
    <Card start>
      <StartButton href={applyHref(frame, procedure)}>{say('start')}</StartButton>
      <PlainList>
        <li>
          <Icon name="clock" />
          {say('minutes', { count: procedure.minutesToFill })}
        </li>
        <li>
          <Icon name="person" />
          {say('level')}
        </li>
        <li>
          <Icon name="people" />
          {say('forOthers')}
        </li>
      </PlainList>
    </Card>
  )
}

function More({ frame, procedure, counters }: ProcedureProps) {
  const say = words(frame.lang)
  return (
    <>
      <Card title={say('atCounter')}>
        <p class="govuk-body">{say(procedure.counter ? `counterOf.${procedure.counter}` : 'anyCounter')}</p>
        {counters.map((one) => (
          <p key={one.code} class="govuk-body">
            <b>{one.name}</b>
            <br />
            <span class="lt-muted">{openText(frame.lang, one)}</span>
          </p>
        ))}
        <p class="govuk-body">
          <a class="govuk-link" href={links.counters}>
            {say('seeCounters')}
          </a>
        </p>
        <p class="govuk-body lt-noprint">{say('guideHow')}</p>
        <LinkButton kind="secondary" full href={`/thu-tuc/${procedure.code}/huong-dan`}>
          {say('guide')}
        </LinkButton>
        <PrintButton>{say('print')}</PrintButton>
      </Card>
      <p class="lt-muted">{say('decision', { code: procedure.code, basis: procedure.basis })}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="#can-cu">
          {say('law')}
        </a>
      </p>
    </>
  )
}

function Papers({ frame, procedure, now }: ProcedureProps) {
  const say = words(frame.lang)
  const { handIn, replaced, shown, otherwise } = papersToTell(procedure, now)
  const lang = frame.lang
  return (
    <Section title={say('needed')}>
      <RowsTitle title={say('handIn')} note={say('paperCount', { count: handIn.length })} />
      <Rows>
        {handIn.map(({ component }) => (
          <Row key={component.id} icon="paper" title={component.name[lang]}>
            {component.fallback && <p class="lt-muted">{component.fallback[lang]}.</p>}
            {component.note && <p class="lt-muted">{component.note[lang]}.</p>}
          </Row>
        ))}
      </Rows>
      {shown.length > 0 && (
        <>
          <RowsTitle title={say('toShow')} note={say('toShowNote')} />
          <Rows>
            {shown.map(({ component }) => (
              <Row key={component.id} icon="eye" title={component.name[lang]}>
                {component.note && <p class="lt-muted">{component.note[lang]}</p>}
              </Row>
            ))}
          </Rows>
        </>
      )}
      {replaced.length > 0 && (
        <>
          <RowsTitle title={say('notNeeded')} note={say('weLook')} />
          <Rows>
            {replaced.map(({ component, substitute }) => (
              <Row key={component.id} icon="data" tone="data" title={component.name[lang]}>
                {substitute && <p class="lt-muted">{sourceName(substitute.from, lang)}</p>}
              </Row>
            ))}
          </Rows>
        </>
      )}
      {(replaced.length > 0 || procedure.derived !== true) && (
        <p class="govuk-body">{say('missing', { within: termText(procedure.supplement.noticeWithin.online, lang) })}</p>
      )}
      <PageNotes notes={procedure.pages.flatMap(({ notes = [] }) => notes.map(({ text }) => text))} lang={lang} />
      {otherwise.length > 0 && (
        <Details summary={say('otherCases')}>
          <Rows>
            {otherwise.map((one) => (
              <Row key={one.id} icon="info" title={one.name[lang]}>
                {one.note && <p class="lt-muted">{one.note[lang]}</p>}
              </Row>
            ))}
          </Rows>
        </Details>
      )}
    </Section>
  )
}

function Days({ frame, procedure, now, forecasts }: ProcedureProps) {
  const say = words(frame.lang)
  const lang = frame.lang
  const receive = procedure.steps[procedure.begins]?.within
  const draft = Object.values(procedure.steps).find((step) => step.by === 'applicant')?.within
  return (
    <Section title={say('dayOfResult')}>
      {forecasts.length === 0 ? (
        <p class="govuk-body">{say('daySaidLong')}</p>
      ) : (
        <Table
          caption={say('dayOfResult')}
          columns={[{ label: say('youFile') }, { label: say('youGet') }, { label: say('why') }]}
          rows={forecasts.map((one) => [filedText(frame, one, now), readyText(frame, one, now), whyText(frame, one)])}
        />
      )}
      {receive && <p class="govuk-body">{say('accepted', { within: termText(receive, lang) })}</p>}
      {draft && <p class="govuk-body">{say('draft', { within: termText(draft, lang) })}</p>}
    </Section>
  )
}

function filedText({ lang }: Frame, { on, until, after }: Forecast, now: Instant): string {
  const say = words(lang)
  const day = weekdayDate(on, lang)
  const isToday = on === localDate(now)
  if (until !== undefined) return isToday ? say('beforeToday', { time: until, day }) : say('beforeDay', { time: until, day })
  return after === undefined ? say('now', { day }) : say('afterToday', { time: after })
}

function whyText({ lang }: Frame, { on, dueAt, closed, weekend }: Forecast): string {
  const say = words(lang)
  if (localDate(dueAt) === on) return say('sameDay')
  const reasons = closed.map((day) => say('holiday', { day: weekdayDate(day.on, lang), name: day.name }))
  const all = [...reasons, ...(weekend ? [say('weekend')] : [])]
  return all.length > 0 ? all.join('; ') : say('nextDays')
}
