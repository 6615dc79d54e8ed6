import type { VNode } from 'preact'
import type { AskedHere } from '#modules/dossiers'
import { newRandomKey } from '#platform/id'
import { momentText } from '#platform/text'
import {
  Button,
  Buttons,
  Card,
  ErrorSummary,
  Form,
  Notice,
  type OfficeFrame,
  OfficePage,
  OfficeTitle,
  type Problem,
  Radios,
  StatusTag,
  Textarea,
} from '../../components/index.ts'
import { hourText } from '../work/time.ts'
import { words } from './words.ts'

export type QuestionProps = {
  frame: OfficeFrame
  asked: AskedHere
  unit: string
  about: string
  basis: string
  now: string
  /** The post that is to answer, where it is not the reader's. */
  elsewhere?: string | undefined
  typed: { outcome: string; text: string }
  problems: readonly Problem[]
  trouble?: string | undefined
  done?: string | undefined
}

const outcomes = ['found', 'not-found', 'other'] as const

/** A question of another unit: what is asked, and the answer. */
export function QuestionPage({ frame, asked, unit, about, basis, now, elsewhere, typed, problems, trouble, done }: QuestionProps): VNode {
  const { lang } = frame
  const say = words(lang)
  const title = say('title', { unit, about })
  const isOpen = asked.answered === null
  return (
    <OfficePage {...frame} title={title} problems={problems.length}>
      <OfficeTitle
        title={title}
        above={
          <a class="govuk-link govuk-link--no-visited-state" href="/viec">
            {say('myWork')}
          </a>
        }
        line={
          <>
            <span class="lt-num">{asked.code}</span>
            <StatusTag status={isOpen ? (asked.dueAt < now ? 'late' : 'in-progress') : 'done'}>
              {isOpen ? say('dueAt', { at: hourText(asked.dueAt, now, lang) }) : say('answered')}
            </StatusTag>
            <span class="lt-num">{say('askedAt', { at: momentText(asked.askedAt) })}</span>
          </>
        }
      />
      <div class="lt-narrow">
        <ErrorSummary problems={problems} />
        {done && (
          <Notice kind="done" announced>
            <p>{done}</p>
          </Notice>
        )}
        {trouble && (
          <Notice kind="bad" announced>
            <p>
              <b>{trouble}</b>
            </p>
          </Notice>
        )}
        <div class="lt-side">
          <Card title={say('question')}>
            <p class="govuk-body lt-typed">{asked.question}</p>
            <p class="govuk-body lt-muted">
              {say('onlyThis')} {say('basis', { basis })}
            </p>
          </Card>
          {asked.answered !== null && <Answered asked={asked.answered} lang={lang} />}
          {isOpen && elsewhere !== undefined && (
            <Notice kind="info">
              <p>{say('notYours', { post: elsewhere })}</p>
            </Notice>
          )}
          {isOpen && elsewhere === undefined && <AnswerForm asked={asked} lang={lang} typed={typed} problems={problems} />}
        </div>
      </div>
    </OfficePage>
  )
}

function Answered({ asked, lang }: { asked: NonNullable<AskedHere['answered']>; lang: 'vi' | 'en' }) {
  const say = words(lang)
  const outcome = outcomes.find((one) => one === asked.outcome) ?? 'other'
  return (
    <Card title={say(`outcome.${outcome}`)}>
      <p class="govuk-body lt-typed">{asked.text}</p>
      <p class="govuk-body lt-muted lt-num">{say('answeredBy', { post: asked.post ?? '', at: momentText(asked.at) })}</p>
    </Card>
  )
}

function AnswerForm({ asked, lang, typed, problems }: Pick<QuestionProps, 'asked' | 'typed' | 'problems'> & { lang: 'vi' | 'en' }) {
  const say = words(lang)
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.text
  return (
    <Form action={`/viec/${asked.code}/tra-loi`} formKey={newRandomKey()}>
      <Radios
        name="outcome"
        label={say('outcome')}
        value={typed.outcome}
        error={errorOf('outcome')}
        options={outcomes.map((value) => ({ value, label: say(`outcome.${value}`) }))}
      />
      <Textarea name="text" label={say('text')} hint={say('textHint')} value={typed.text} error={errorOf('text')} maxLength={4000} />
      <Buttons>
        <Button icon="mail">{say('send')}</Button>
      </Buttons>
    </Form>
  )
}
