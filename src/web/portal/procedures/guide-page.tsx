import type { Guide, GuideQuestion, Procedure } from '#modules/procedures'
import {
  AskForm,
  Button,
  ErrorSummary,
  type Frame,
  Page,
  type Problem,
  Radios,
  SummaryList,
  TextInput,
  Title,
} from '../../components/index.ts'
import { words } from './guide-words.ts'

export const askedBefore = 'da-hoi'

export type GuideProps = { frame: Frame; procedure: Procedure; guide: Guide; problems: readonly Problem[]; typed: (name: string) => string }

/** Somebody about to set out: only the questions that decide what to bring, all that can be asked at once. */
export function GuidePage({ frame, procedure, guide, problems, typed }: GuideProps) {
  const say = words(frame.lang)
  const name = procedure.name[frame.lang]
  const path = `/thu-tuc/${procedure.code}`
  return (
    <Page {...frame} title={say('title', { procedure: name })} form unlisted problems={problems.length} back={{ href: path, label: name }}>
      <ErrorSummary problems={problems} />
      <Title lead={say('lead')}>{say('title', { procedure: name })}</Title>
      <Said frame={frame} guide={guide} path={path} />
      <AskForm action={`${path}/huong-dan`}>
        {guide.said.map(({ question, choice }) => (
          <input key={question.name} type="hidden" name={question.name} value={choice} />
        ))}
        <input type="hidden" name={askedBefore} value={guide.open.map(({ name: one }) => one).join(' ')} />
        {guide.open.map((question) => (
          <Question
            key={question.name}
            question={question}
            frame={frame}
            error={problems.find(({ field }) => field === question.name)?.text}
            value={typed(question.name)}
          />
        ))}
        <Button full>{say('goOn')}</Button>
      </AskForm>
    </Page>
  )
}

function Question({ question, frame, error, value }: { question: GuideQuestion; frame: Frame; error: string | undefined; value: string }) {
  const { lang } = frame
  const { name, asks, hint, options, count } = question
  const field = { name, label: asks[lang], error, ...(hint ? { hint: hint[lang] } : {}) }
  if (count !== undefined) {
    return <TextInput {...field} value={value === '' ? String(count.least) : value} inputMode="numeric" width={3} autocomplete="off" />
  }
  return (
    <Radios
      {...field}
      value={value}
      options={options.map((one) => ({ value: one.value, label: one.label[lang], ...(one.hint ? { hint: one.hint[lang] } : {}) }))}
    />
  )
}

/** What was answered, with the way to change it. */
export function Said({ frame, guide, path }: { frame: Frame; guide: Guide; path: string }) {
  const say = words(frame.lang)
  if (guide.said.length === 0) return null
  return (
    <section class="lt-section">
      <h2 class="govuk-heading-m">{say('so')}</h2>
      <SummaryList
        rows={guide.said.map(({ question, choice }) => ({
          key: question.asks[frame.lang],
          value: question.options.find(({ value }) => value === choice)?.label[frame.lang] ?? choice,
        }))}
      />
      <p class="govuk-body lt-noprint">
        <a class="govuk-link govuk-link--no-visited-state" href={`${path}/huong-dan`}>
          {say('change')}
        </a>
      </p>
    </section>
  )
}
