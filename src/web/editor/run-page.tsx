import type { VNode } from 'preact'
import { termText } from '#modules/dossiers'
import { type RevisionDraft, type Run, type SamplePerson, samplePeople } from '#modules/editing'
import { type Answers, howText, type Naming, type Procedure, roles, valueText } from '#modules/procedures'
import { moneyText } from '#platform/text'
import { AskForm, Button, Buttons, Card, Empty, type OfficeFrame, Select, SummaryList, Table } from '../components/index.ts'
import { sourceName } from '../portal/sources.ts'
import { crumbsTo } from './draft-frame.ts'
import { draftHref } from './links.ts'
import { EditorPage } from './shell.tsx'
import { words } from './words.ts'

export type RunProps = {
  frame: OfficeFrame
  draft: RevisionDraft
  procedure: Procedure | undefined
  who: SamplePerson
  chosen: Answers
  run: Run | undefined
  naming: Naming
}

/** A dossier as it would go, with an invented person: what is known, what is asked, what it costs, who handles it. */
export function RunPage(props: RunProps): VNode {
  const { frame, draft, procedure, run } = props
  const say = words(frame.lang)
  return (
    <EditorPage frame={frame} title={say('testRun')} lead={say('testRunLead')} crumbs={crumbsTo(draft, [''], frame.lang)}>
      {procedure === undefined || run === undefined ? (
        <Empty>
          {say('notReadable')}{' '}
          <a class="govuk-link" href={`${draftHref(draft.id)}/kiem-tra`}>
            {say('seeFindings')}
          </a>
        </Empty>
      ) : (
        <>
          <Choosing {...props} procedure={procedure} />
          <Told {...props} procedure={procedure} run={run} />
          <Outcome procedure={procedure} run={run} lang={frame.lang} />
        </>
      )}
    </EditorPage>
  )
}

type Ready = RunProps & { procedure: Procedure }

/** Who it is, and what is chosen where the form lets choose: the cases follow from that. */
function Choosing({ frame, draft, procedure, who, chosen }: Ready) {
  const say = words(frame.lang)
  const { lang } = frame
  const questions = Object.entries(procedure.fields).flatMap(([name, field]) =>
    field.kind === 'choice' || field.kind === 'given' ? [{ name, label: field.label[lang], options: field.options }] : [],
  )
  return (
    <Card title={say('tryWith')}>
      <AskForm action={`${draftHref(draft.id)}/thu`} label={say('tryWith')}>
        <Select
          name="nguoi"
          label={say('samplePerson')}
          options={samplePeople.map(({ id, name }) => ({ value: id, label: name[lang] }))}
          value={who.id}
        />
        {questions.map(({ name, label, options }) => (
          <Select
            key={name}
            name={`c-${name}`}
            label={label}
            options={options.map(({ value, label: text }) => ({ value, label: text[lang] }))}
            value={typeof chosen[name] === 'string' ? chosen[name] : undefined}
          />
        ))}
        <Buttons>
          <Button>{say('run')}</Button>
        </Buttons>
      </AskForm>
    </Card>
  )
}

function Told({ frame, procedure, run, naming }: Ready & { run: Run }) {
  const say = words(frame.lang)
  const { lang } = frame
  const known = Object.entries(run.known).flatMap(([name, { from }]) => {
    const field = procedure.fields[name]
    return field === undefined ? [] : [[field.label[lang], valueText(field, run.answers[name], naming), sourceName(from, lang)]]
  })
  const asked = run.pages.map((page) => [
    page.title[lang],
    page.asks
      .filter(({ appliesNow }) => appliesNow)
      .map(({ field }) => field.label[lang])
      .join('; '),
  ])
  return (
    <>
      <Card title={say('lookedUp', { count: known.length })}>
        {known.length === 0 ? (
          <Empty>{say('none')}</Empty>
        ) : (
          <Table
            caption={say('lookedUp', { count: known.length })}
            columns={[say('question'), say('value'), say('source')].map((label) => ({ label }))}
            rows={known}
          />
        )}
      </Card>
      <Card title={say('stillAsked')}>
        {asked.length === 0 ? (
          <Empty>{say('none')}</Empty>
        ) : (
          <Table caption={say('stillAsked')} columns={[say('page'), say('questions')].map((label) => ({ label }))} rows={asked} />
        )}
      </Card>
    </>
  )
}

function Outcome({ procedure, run, lang }: { procedure: Procedure; run: Run; lang: OfficeFrame['lang'] }) {
  const say = words(lang)
  const total = run.fees.total === null ? say('feeUnknown') : moneyText(run.fees.total)
  const lines = run.fees.lines.map(
    (line) => `${line.fee.name[lang]}: ${line.dong === null ? say('feeUnknown') : moneyText(line.dong)} ${howText(line, lang)}`,
  )
  const way = run.way.map(({ step }) => [
    step.task[lang],
    roles[step.by].name[lang],
    step.within === undefined ? '–' : termText(step.within, lang),
  ])
  return (
    <>
      <Card title={say('outcome')}>
        <SummaryList
          rows={[
            { key: say('cases'), value: run.cases.map(({ name }) => name[lang]).join('; ') || say('usualCase') },
            {
              key: say('papers'),
              value:
                run.papers.map(({ component, standing }) => `${component.name[lang]} (${say(`standing.${standing}`)})`).join('; ') ||
                say('none'),
            },
            { key: say('fees'), value: `${total}${lines.length > 0 ? ` – ${lines.join('; ')}` : ''}` },
            { key: say('deadline'), value: termText(procedure.resolvedWithin, lang) },
          ]}
        />
      </Card>
      <Card title={say('way')}>
        <Table caption={say('way')} columns={[say('work'), say('who'), say('deadline')].map((label) => ({ label }))} rows={way} />
      </Card>
    </>
  )
}
