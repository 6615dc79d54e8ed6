import { termText } from '#modules/dossiers'
import { type Fee, feeRuleText, howText, isInForce, type Procedure } from '#modules/procedures'
import { type Instant, localDate, localTime } from '#platform/clock'
import { moneyText, numberText, weekdayDate } from '#platform/text'
import {
  Card,
  Facts,
  type Frame,
  Icon,
  links,
  Page,
  PlainList,
  ProcedureLayout,
  Row,
  Rows,
  RowsTitle,
  Section,
  StartButton,
  Table,
  Title,
} from '../../components/index.ts'
import { Details } from '../details.tsx'
import type { Forecast } from '../forecast.ts'
import { sourceName } from '../sources.ts'
import { straightWay } from '../way.ts'
import { papersToTell, usualAnswers, usualFee } from './usual.ts'
import { words } from './words.ts'

export type ProcedureProps = { frame: Frame; procedure: Procedure; now: Instant; forecasts: readonly Forecast[] }

/** A parent asking "what do I bring, when is it done?": four facts, the start before the reading, the day of result with its holidays. */
export function ProcedurePage(props: ProcedureProps) {
  const { frame, procedure } = props
  const say = words(frame.lang)
  const name = procedure.name[frame.lang]
  return (
    <Page {...frame} title={name} back={{ href: links.procedures, label: say('back') }}>
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
        <Days {...props} />
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
    { name: say('when'), answer: first ? readyText(frame, first, now) : '', condition: first ? conditionText(frame, first, now) : '' },
    { name: say('fee'), answer: fee.total === null ? say('askClerk') : `${numberText(fee.total)} đồng`, condition: feeCondition(frame, fee) },
    {
      name: say('papers'),
      answer: say('paperCount', { count: papers.handIn.length }),
      condition: say('fromData', { count: papers.replaced.length }),
    },
    { name: say('where'), answer: say('online'), condition: say('orCounter') },
  ]
}

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
  const apply = `/nop/${procedure.code}`
  return (
    <Card start>
      <StartButton href={frame.user ? apply : `${links.signIn}?ve=${encodeURIComponent(apply)}`}>{say('start')}</StartButton>
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

function More({ frame, procedure }: ProcedureProps) {
  const say = words(frame.lang)
  return (
    <>
      <Card title={say('atCounter')}>
        <p class="govuk-body">{say('anyCounter')}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={links.counters}>
            {say('seeCounters')}
          </a>
        </p>
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
  const { handIn, replaced, otherwise } = papersToTell(procedure, now)
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
      <RowsTitle title={say('notNeeded')} note={say('weLook')} />
      <Rows>
        {replaced.map(({ component, substitute }) => (
          <Row key={component.id} icon="data" tone="data" title={component.name[lang]}>
            {substitute && <p class="lt-muted">{sourceName(substitute.from, lang)}</p>}
          </Row>
        ))}
      </Rows>
      <p class="govuk-body">{say('missing', { within: termText(procedure.supplement.noticeWithin.online, lang) })}</p>
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
      <Table
        caption={say('dayOfResult')}
        columns={[{ label: say('youFile') }, { label: say('youGet') }, { label: say('why') }]}
        rows={forecasts.map((one) => [filedText(frame, one, now), readyText(frame, one, now), whyText(frame, one)])}
      />
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

function Law({ frame, procedure, now }: ProcedureProps) {
  const say = words(frame.lang)
  const lang = frame.lang
  const fee = usualFee(procedure, now)
  return (
    <Details summary={say('law')} id="can-cu">
      <h3 class="govuk-heading-m">{say('steps')}</h3>
      <ol class="govuk-list govuk-list--number">
        {stepsInOrder(procedure, now).map((step) => (
          <li key={step.task.vi}>
            {step.task[lang]}
            {step.within && <span class="lt-muted"> – {termText(step.within, lang)}</span>}
          </li>
        ))}
      </ol>
      <h3 class="govuk-heading-m">{say('fee')}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {procedure.fees
          .filter((one) => isInForce(one, localDate(now)))
          .map((one) => (
            <FeeRule key={one.id} fee={one} frame={frame} />
          ))}
      </ul>
      {fee.lines.length === 0 && <p class="govuk-body">{moneyText(0)}</p>}
      <h3 class="govuk-heading-m">{say('bases')}</h3>
      <p class="govuk-body">{procedure.legal.join(', ')}</p>
      {procedure.unverified.length > 0 && (
        <>
          <h3 class="govuk-heading-m">{say('unverified')}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {procedure.unverified.map((one) => (
              <li key={one.vi}>{one[lang]}</li>
            ))}
          </ul>
        </>
      )}
    </Details>
  )
}

/** One fee as the law or the council set it, with who is exempt. */
function FeeRule({ fee, frame: { lang } }: { fee: Fee; frame: Frame }) {
  const say = words(lang)
  const marks = [fee.basis, ...(fee.setBy === 'provincialCouncil' ? [say('byCouncil')] : []), ...(fee.unverified ? [say('notCompared')] : [])]
  return (
    <li>
      {fee.name[lang]}: {feeRuleText(fee, lang)} <span class="lt-muted">({marks.join('; ')})</span>
      {fee.exempt !== undefined && (
        <ul class="govuk-list govuk-list--bullet">
          {fee.exempt.map((one) => (
            <li key={one.id}>
              {say('exempt', { who: one.who[lang] })} <span class="lt-muted">({one.basis})</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function stepsInOrder(procedure: Procedure, now: Instant) {
  return straightWay(procedure, usualAnswers(procedure, now)).flatMap((name) => procedure.steps[name] ?? [])
}
