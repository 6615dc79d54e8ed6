import type { VNode } from 'preact'
import { termText } from '#modules/dossiers'
import type { RevisionDraft } from '#modules/editing'
import { type Answers, feeRuleText, type Procedure, pagesFor, settle } from '#modules/procedures'
import { Card, Empty, type OfficeFrame, PlaceNames, Row, Rows, SummaryList } from '../components/index.ts'
import { namesId, QuestionField } from '../portal/apply/question.tsx'
import type { Named } from '../portal/places.ts'
import { crumbsTo } from './draft-frame.ts'
import { draftHref } from './links.ts'
import { EditorPage } from './shell.tsx'
import { words } from './words.ts'

export type LookProps = {
  frame: OfficeFrame
  draft: RevisionDraft
  procedure: Procedure | undefined
  now: string
  page: string
  communes: readonly Named[]
}

/** How a citizen meets the procedure: what is told about it, and each page of the form as it will be drawn. Nothing is sent from here. */
export function LookPage(props: LookProps): VNode {
  const { frame, draft, procedure } = props
  const say = words(frame.lang)
  return (
    <EditorPage frame={frame} title={say('preview')} lead={say('previewLead')} crumbs={crumbsTo(draft, [''], frame.lang)}>
      {procedure === undefined ? (
        <Empty>
          {say('notReadable')}{' '}
          <a class="govuk-link" href={`${draftHref(draft.id)}/kiem-tra`}>
            {say('seeFindings')}
          </a>
        </Empty>
      ) : (
        <>
          <About procedure={procedure} lang={frame.lang} />
          <FormPage {...props} procedure={procedure} />
        </>
      )}
    </EditorPage>
  )
}

function About({ procedure, lang }: { procedure: Procedure; lang: OfficeFrame['lang'] }) {
  const say = words(lang)
  return (
    <Card title={procedure.name[lang]}>
      <p class="govuk-body">{procedure.purpose[lang]}</p>
      <SummaryList
        rows={[
          { key: say('deadline'), value: termText(procedure.resolvedWithin, lang) },
          {
            key: say('fees'),
            value: procedure.fees.map((one) => `${one.name[lang]}: ${feeRuleText(one, lang)}`).join('; ') || say('none'),
          },
          { key: say('papers'), value: procedure.components.map(({ name }) => name[lang]).join('; ') || say('none') },
          { key: say('who'), value: procedure.who.map((one) => one[lang]).join('; ') || say('none') },
          { key: say('results'), value: procedure.results.map(({ name }) => name[lang]).join('; ') || say('none') },
        ]}
      />
    </Card>
  )
}

function FormPage({ frame, draft, procedure, now, page, communes }: LookProps & { procedure: Procedure }) {
  const say = words(frame.lang)
  const answers: Answers = settle(procedure, { channel: 'online' }, now)
  const shown = pagesFor(procedure, answers, { now })
  const here = shown.find(({ id }) => id === page) ?? shown[0]
  if (here === undefined) return null
  const own = new Set(here.asks.map(({ name }) => name))
  const asking = {
    lang: frame.lang,
    draft: { answers, procedure, files: [], id: draft.id },
    problems: [],
    communes,
    several: new Map(),
    settled: answers,
    own,
    sendTo: '',
  }
  return (
    <>
      <Card title={say('pagesOfForm')}>
        <Rows>
          {shown.map((one) => (
            <Row
              key={one.id}
              icon="paper"
              title={one.id === here.id ? one.title[frame.lang] : <PageLink id={draft.id} page={one.id} name={one.title[frame.lang]} />}
            />
          ))}
        </Rows>
      </Card>
      <Card title={here.title[frame.lang]}>
        {here.intro && <p class="govuk-body">{here.intro[frame.lang]}</p>}
        <PlaceNames id={namesId} names={communes.map((one) => one.name)} />
        {here.asks.map((question) => (
          <QuestionField key={question.name} question={question} asking={asking} />
        ))}
      </Card>
    </>
  )
}

function PageLink({ id, page, name }: { id: string; page: string; name: string }) {
  return (
    <a class="govuk-link govuk-link--no-visited-state" href={`${draftHref(id)}/xem?trang=${page}`}>
      {name}
    </a>
  )
}
