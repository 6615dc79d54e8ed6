import { termText } from '#modules/dossiers'
import { feeRuleText, isInForce, type Procedure } from '#modules/procedures'
import { type Instant, localDate } from '#platform/clock'
import { type Frame, Row, Rows, Section, Table } from '../../components/index.ts'
import { Details } from '../details.tsx'
import { straightWay } from '../way.ts'
import { usualAnswers } from './usual.ts'
import { words } from './words.ts'

type About = { frame: Frame; procedure: Procedure; now: Instant }

/** Situations that are treated differently; those that another procedure takes lead there. */
export function Cases({ frame, procedure }: About) {
  const say = words(frame.lang)
  const { lang } = frame
  if (procedure.cases.length === 0) return null
  return (
    <Section title={say('cases')}>
      <Rows>
        {procedure.cases.map(({ id, name, tells, goesTo }) => (
          <Row
            key={id}
            icon={goesTo ? 'arrow' : 'info'}
            title={goesTo ? <a class="govuk-link" href={`/thu-tuc/${goesTo.code}`}>{`${name[lang]}: ${goesTo.name[lang]}`}</a> : name[lang]}
          >
            {tells && <p class="lt-muted">{tells[lang]}.</p>}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

/** Every fee in force, with how it is reckoned and who set it. */
export function Fees({ frame, procedure, now }: About) {
  const say = words(frame.lang)
  const { lang } = frame
  const fees = procedure.fees.filter((fee) => isInForce(fee, localDate(now)))
  if (fees.length === 0) return null
  return (
    <Section title={say('fee')}>
      <Table
        caption={say('fee')}
        columns={[{ label: say('feeOf') }, { label: say('feeIs') }]}
        rows={fees.map((fee) => [
          fee.name[lang],
          <>
            {feeRuleText(fee, lang)}
            {(fee.exempt ?? []).length > 0 && (
              <span class="lt-muted">
                <br />
                {say('exempt', { who: (fee.exempt ?? []).map(({ who }) => who[lang]).join('; ') })}
              </span>
            )}
            <span class="lt-muted">
              <br />
              {fee.basis}
              {fee.setBy === 'provincialCouncil' && ` · ${say('byCouncil')}`}
              {fee.unverified && ` · ${say('notCompared')}`}
            </span>
          </>,
        ])}
      />
    </Section>
  )
}

/** Steps, legal texts and what nobody has compared yet: closed until somebody wants to know. */
export function Law({ frame, procedure, now }: About) {
  const say = words(frame.lang)
  const lang = frame.lang
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

function stepsInOrder(procedure: Procedure, now: Instant) {
  return straightWay(procedure, usualAnswers(procedure, now)).flatMap((name) => procedure.steps[name] ?? [])
}
