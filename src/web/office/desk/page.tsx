import type { ComponentChildren, VNode } from 'preact'
import type { Status } from '#modules/dossiers'
import { holds, type Procedure, titleOf } from '#modules/procedures'
import { Desk, Notice, type OfficeFrame, OfficePage, OfficeTitle, StatusTag } from '../../components/index.ts'
import { hourText } from '../work/time.ts'
import { states } from '../work/words.ts'
import { Declared } from './answers.tsx'
import type { AtDesk } from './gather.ts'
import { Papers } from './papers.tsx'
import { Side } from './side.tsx'
import { words } from './words.ts'

/** What the page says about the act that led to it. `typed`: texts of an act that was not stored, so that none is lost. */
export type Told = { kind: 'done' | 'bad'; text: string; typed?: readonly { label: string; text: string }[] }

/** The desk: answer and paper side by side, what must hold, the clock, what happened. */
export function DeskPage({
  frame,
  desk,
  paper,
  told,
}: {
  frame: OfficeFrame
  desk: AtDesk
  paper: string
  told?: Told | undefined
}): VNode {
  const { found, naming } = desk
  const title = titleOf(found.procedure, found.filed.answers, naming)
  return (
    <OfficePage {...frame} title={title}>
      <OfficeTitle title={title} above={<Above desk={desk} />} line={<Line desk={desk} />} aside={<Neighbours desk={desk} />} />
      <p class="govuk-body lt-narrowonly">
        <a class="govuk-link govuk-link--no-visited-state" href="#viec-can-lam">
          {words(desk.lang)('toDo')}
        </a>
      </p>
      {told && <Tell told={told} lang={desk.lang} />}
      <Desk answers={<Declared desk={desk} />} papers={<Papers desk={desk} chosen={paper} />} side={<Side desk={desk} />} />
    </OfficePage>
  )
}

function Tell({ told, lang }: { told: Told; lang: AtDesk['lang'] }) {
  const say = words(lang)
  return (
    <Notice kind={told.kind} announced>
      <p>
        {told.kind === 'bad' ? <b>{told.text}</b> : told.text}{' '}
        {told.kind === 'done' && (
          <a class="govuk-link govuk-link--no-visited-state" href="/viec">
            {say('goOn')}
          </a>
        )}
      </p>
      {told.typed !== undefined && told.typed.length > 0 && (
        <>
          <p>{say('notSaved')}:</p>
          <dl>
            {told.typed.map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd class="lt-typed">{text}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Notice>
  )
}

function Above({ desk: { found, lang, order } }: { desk: AtDesk }) {
  const say = words(lang)
  const nth = order.indexOf(found.code) + 1
  return (
    <>
      <a class="govuk-link govuk-link--no-visited-state" href="/viec">
        {say('myWork')}
      </a>
      {nth > 0 && <span class="lt-muted lt-num"> / {say('position', { nth, all: order.length })}</span>}
    </>
  )
}

function Neighbours({ desk: { found, lang, order } }: { desk: AtDesk }) {
  const say = words(lang)
  const place = order.indexOf(found.code)
  const link = (code: string | undefined, label: string): ComponentChildren =>
    code === undefined ? undefined : (
      <a class="govuk-link govuk-link--no-visited-state" href={`/viec/${code}`}>
        {label}
      </a>
    )
  const before = place > 0 ? link(order[place - 1], say('previous')) : undefined
  const after = link(order[place + 1], say('next'))
  return (
    <>
      {before}
      {before !== undefined && after !== undefined && ' · '}
      {after}
    </>
  )
}

const tags: Record<Status, 'not-received' | 'in-progress' | 'waiting' | 'done' | 'refused'> = {
  submitted: 'not-received',
  received: 'in-progress',
  'in-progress': 'in-progress',
  'waiting-applicant': 'waiting',
  'waiting-agency': 'waiting',
  'waiting-number': 'waiting',
  refused: 'refused',
  withdrawn: 'refused',
  stopped: 'refused',
  transferred: 'refused',
  resolved: 'done',
  delivered: 'done',
}

function Line({ desk }: { desk: AtDesk }) {
  const { found, lang, now } = desk
  const say = words(lang)
  const isLate = found.closedAt === null && found.pausedSince === null && found.dueAt !== null && found.dueAt < now
  // A step that is the applicant's own is worded for him; here the state says it.
  const isOurs = found.closedAt === null && !found.status.startsWith('waiting')
  const step = isOurs ? found.procedure.steps[found.step]?.status[lang] : undefined
  const applicant = applicantOf(found.procedure, desk)
  return (
    <>
      <span class="lt-num">{found.code}</span>
      <StatusTag status={isLate ? 'late' : tags[found.status]}>{isLate ? undefined : (step ?? states(lang)(found.status))}</StatusTag>
      <span class="lt-num">
        {say(`channel.${found.channel}`, { at: hourText(found.submittedAt, now, lang) })}
        {applicant !== '' && ` · ${applicant}`}
      </span>
    </>
  )
}

/** The person who signed in to file: the answer that VNeID fills for him. */
function applicantOf(procedure: Procedure, { found }: AtDesk): string {
  const [name] =
    Object.entries(procedure.fields).find(([, field]) =>
      field.known?.some((source) => source.from === 'vneid' && source.item === 'fullName' && holds(source.when, found.filed.answers)),
    ) ?? []
  const said = name === undefined ? undefined : found.filed.answers[name]
  return typeof said === 'string' ? said : ''
}
