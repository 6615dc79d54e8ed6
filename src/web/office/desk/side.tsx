import { shortUnitName } from '#modules/directory'
import { localDate } from '#platform/clock'
import { newRandomKey } from '#platform/id'
import { momentText } from '#platform/text'
import { Acts, Button, Card, Form, LinkButton, Log, Notice, ReadyList, Source, Textarea } from '../../components/index.ts'
import { labelOf, smallLabelOf } from '../acts/labels.ts'
import { heavy, isOnward, offered, type Verb, verbs } from '../acts/verbs.ts'
import { words as actWords } from '../acts/words.ts'
import { hourText } from '../work/time.ts'
import { Clock } from './clock.tsx'
import type { AtDesk } from './gather.ts'
import { logOf } from './log.ts'
import { readyLines, serviceName } from './ready.ts'
import { words } from './words.ts'

/** Beside the papers: the clock, what to do, what was asked and looked up, and what happened. */
export function Side({ desk }: { desk: AtDesk }) {
  const say = words(desk.lang)
  return (
    <>
      <div id="viec-can-lam">
        <Clock desk={desk} />
      </div>
      <ToDo desk={desk} />
      <Passed desk={desk} />
      <Requests desk={desk} />
      <Questions desk={desk} />
      <Proofs desk={desk} />
      <Card title={say('history')}>
        <Log entries={logOf(desk)} />
      </Card>
    </>
  )
}

function ToDo({ desk }: { desk: AtDesk }) {
  const { found, lang, relation } = desk
  const say = words(lang)
  const acts = offered(found, relation)
  const primary = acts.find(isOnward)
  const small = smallLabelOf(primary, found, lang)
  const lines = found.closedAt === null && acts.length > 0 ? readyLines(desk) : []
  const title = small === undefined ? say('nothingToDo') : say('before', { act: small })
  if (found.closedAt !== null) return null
  return (
    <Card title={title}>
      <WhereItIs desk={desk} />
      {lines.length > 0 && (
        <ReadyList
          lines={lines.map(({ ready, text, field }) => ({
            ready,
            children:
              field === undefined ? (
                text
              ) : (
                <a class="govuk-link govuk-link--no-visited-state" href={`#${field}`}>
                  {text}
                </a>
              ),
          }))}
        />
      )}
      {acts.length > 0 && (
        <Acts>
          {acts.map((verb) => (
            <ActButton key={verb} desk={desk} verb={verb} primary={verb === primary} />
          ))}
        </Acts>
      )}
    </Card>
  )
}

/** Where the case lies, for whoever cannot act on it now. */
function WhereItIs({ desk: { found, lang, relation, directory } }: { desk: AtDesk }) {
  const say = words(lang)
  if (found.status === 'waiting-applicant') return <Said text={say('waitingApplicant')} />
  if (found.status === 'waiting-number') return <Said text={say('waitingNumber')} />
  if (relation === 'holder') return null
  const [lead] = found.desks.filter((one) => one.part === 'lead')
  const post = lead === undefined ? undefined : directory.findPost(lead.postId)
  return <Said text={post === undefined ? say('nobody') : say('elsewhere', { post: post.title })} />
}

function Said({ text }: { text: string }) {
  return (
    <Notice kind="info">
      <p>{text}</p>
    </Notice>
  )
}

/** Acts that need no word are done at once; the others lead to their form. */
const atOnce: readonly Verb[] = ['receive', 'propose', 'approve', 'enter', 'seal']

function ActButton({ desk: { found, lang }, verb, primary }: { desk: AtDesk; verb: Verb; primary: boolean }) {
  const { slug, icon } = verbs[verb]
  const href = `/viec/${found.code}/${slug}`
  const kind = primary ? 'primary' : heavy.includes(verb) ? 'warning' : 'secondary'
  const label = labelOf(verb, found, lang)
  if (!atOnce.includes(verb)) {
    return (
      <LinkButton href={href} icon={icon} kind={kind}>
        {label}
      </LinkButton>
    )
  }
  return (
    <Form action={href} formKey={newRandomKey()}>
      <input type="hidden" name="version" value={found.version} />
      <Button icon={icon} kind={kind}>
        {label}
      </Button>
      {verb === 'propose' && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{actWords(lang)('addOpinion')}</span>
          </summary>
          <Textarea name="opinion" label={actWords(lang)('opinion')} rows={3} optional />
        </details>
      )}
    </Form>
  )
}

/** Where the case came from or went to, when units passed it on. */
function Passed({ desk: { around, directory, lang, now } }: { desk: AtDesk }) {
  const say = words(lang)
  return around.passed.map(({ way, code, unit, at }) => {
    const there = directory.findUnit(unit)
    const told = { unit: there === undefined ? '' : shortUnitName(there, localDate(now)), code, at: momentText(at) }
    return <Said key={code} text={say(way === 'to' ? 'passedTo' : 'passedFrom', told)} />
  })
}

function Requests({ desk: { around, found, lang } }: { desk: AtDesk }) {
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

function Questions({ desk: { around, directory, found, lang, now } }: { desk: AtDesk }) {
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

function Proofs({ desk }: { desk: AtDesk }) {
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
