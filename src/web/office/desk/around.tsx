import { shortUnitName } from '#modules/directory'
import { localDate } from '#platform/clock'
import { momentText } from '#platform/text'
import { Card, Notice, Source } from '../../components/index.ts'
import { hourText } from '../work/time.ts'
import type { AtDesk } from './gather.ts'
import { serviceName } from './ready.ts'
import { words } from './words.ts'

/** A sentence about where the case is. */
export function Said({ text }: { text: string }) {
  return (
    <Notice kind="info">
      <p>{text}</p>
    </Notice>
  )
}

/** Where the case came from or went to, when units passed it on. */
export function Passed({ desk: { around, directory, lang, now } }: { desk: AtDesk }) {
  const say = words(lang)
  return around.passed.map(({ way, code, unit, at }) => {
    const there = directory.findUnit(unit)
    const told = { unit: there === undefined ? '' : shortUnitName(there, localDate(now)), code, at: momentText(at) }
    return <Said key={code} text={say(way === 'to' ? 'passedTo' : 'passedFrom', told)} />
  })
}

/** What the applicant was asked for. */
export function Requests({ desk: { around, found, lang } }: { desk: AtDesk }) {
  const say = words(lang)
  if (around.requests.length === 0) return null
  return (
    <Card title={say('requests')}>
      {around.requests.map(({ no, at, answered, defects }) => (
        <div key={no}>
          <p class="govuk-body">
            <b class="lt-num">{say('requestNo', { no, at: momentText(at) })}</b>: {say(answered ? 'requestAnswered' : 'requestOpen')}
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {defects.map(({ code, note }) => (
              <li key={code}>
                {found.procedure.defects.find((one) => one.code === code)?.text[lang] ?? code}
                {note !== '' && `: ${note}`}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Card>
  )
}

/** What other units were asked, and what they answered. */
export function Questions({ desk: { around, directory, found, lang, now } }: { desk: AtDesk }) {
  const say = words(lang)
  if (around.asked.length === 0) return null
  return (
    <Card title={say('questions')}>
      {around.asked.map((one) => {
        const unit = directory.findUnit(one.toUnit)
        const about = found.procedure.consultations.find((each) => each.id === one.subject)?.about[lang] ?? one.subject
        const outcome = one.outcome === 'found' || one.outcome === 'not-found' ? one.outcome : 'other'
        return (
          <div key={one.id}>
            <p class="govuk-body">
              <b>{about}</b>
              <br />
              {say('askedUnit', {
                unit: unit === undefined ? '' : shortUnitName(unit, localDate(now)),
                at: hourText(one.dueAt, now, lang),
              })}
            </p>
            {one.answer !== null && one.answeredAt !== null && (
              <Notice kind={outcome === 'found' ? 'done' : 'heed'}>
                <p>
                  <b>{say(`outcome.${outcome}`)}</b> <span class="lt-num">({momentText(one.answeredAt)})</span>
                </p>
                <p>{one.answer}</p>
              </Notice>
            )}
          </div>
        )
      })}
    </Card>
  )
}

const states = { match: 'match', mismatch: 'differs', missing: 'differs', unavailable: 'asked' } as const

type Proof = { paper: string | undefined; source: string; status: keyof typeof states; at: string; challenged: boolean; count: number }

/** The same question put about several people stands once, with how often and when last. */
function proofsOf({ around, found, lang }: AtDesk): Proof[] {
  const groups = Map.groupBy(around.lookUps, (one) => [one.component, one.source, one.status, one.challenged].join(' '))
  return [...groups.values()].flatMap((same) => {
    const last = same.at(-1)
    if (last === undefined) return []
    const paper = found.procedure.components.find((each) => each.id === last.component)?.name[lang]
    const status = last.status in states ? (last.status as keyof typeof states) : 'unavailable'
    const { at, challenged, source } = last
    return [{ paper, source: serviceName(source, lang), status, at, challenged, count: same.length }]
  })
}

/** What databases said instead of papers. */
export function Proofs({ desk }: { desk: AtDesk }) {
  const { lang, now } = desk
  const say = words(lang)
  const proofs = proofsOf(desk)
  return (
    <Card title={say('proofs')}>
      {proofs.length === 0 && <p class="govuk-body lt-muted">{say('noProofs')}</p>}
      <ul class="govuk-list">
        {proofs.map((one) => (
          <li key={[one.paper, one.source, one.status, one.challenged].join(' ')}>
            {one.paper}
            <Source from="data" state={states[one.status]}>
              {one.source} <span class="lt-num">{hourText(one.at, now, lang)}</span>, {say(`found.${one.status}`)}
              {one.count > 1 && ` (${say('times', { count: one.count })})`}
              {one.challenged && `; ${say('challenged')}`}
            </Source>
          </li>
        ))}
      </ul>
    </Card>
  )
}
