import type { Draft } from '#modules/dossiers'
import type { Defect, Problem, Question } from '#modules/procedures'
import { newRandomKey } from '#platform/id'
import {
  Button,
  ErrorSummary,
  FileUpload,
  Form,
  type Frame,
  links,
  Page,
  PlaceNames,
  Row,
  Rows,
  Textarea,
  Title,
  type Problem as Told,
} from '../../components/index.ts'
import { heldFor, namesId, QuestionField } from '../apply/question.tsx'
import type { Several } from '../apply/typed-places.ts'
import type { Named } from '../places.ts'
import type { Seen } from './gather.ts'
import { words } from './words.ts'

/** One thing that the office found, with what the official added. */
export type AskedFor = { defect: Defect; note: string }

export const extraField = 'giay-to-khac'

export type SupplementProps = {
  frame: Frame
  seen: Seen
  asked: readonly AskedFor[]
  questions: readonly Question[]
  /** The answers as they stand, with the files sent so far, under the shape of a draft. */
  draft: Pick<Draft, 'answers' | 'procedure' | 'files' | 'id'>
  communes: readonly Named[]
  several: Several
  problems: readonly Problem[]
  told: readonly Told[]
  note: string
}

/** Somebody who was asked for more: everything that is missing at once, each with what to do, answered on one page. */
export function SupplementPage(props: SupplementProps) {
  const { frame, seen, asked, questions, draft, communes, several, problems, told, note } = props
  const { found, lang } = seen
  const say = words(lang)
  const sendTo = `${links.dossiers}/${found.code}/tep`
  const own = new Set(questions.map(({ name }) => name))
  const asking = { lang, draft, problems, communes, several, sendTo, own, settled: seen.answers }
  return (
    <Page
      {...frame}
      title={say('supplementTitle')}
      form
      unlisted
      problems={told.length}
      back={{ href: `${links.dossiers}/${found.code}`, label: found.code }}
    >
      <ErrorSummary problems={told} />
      <Title lead={say('supplementLead', { count: asked.length })}>{say('supplementTitle')}</Title>
      <Rows>
        {asked.map(({ defect, note: said }) => (
          <Row key={defect.code} icon="warning" title={defect.text[lang]}>
            <p>{defect.remedy[lang]}.</p>
            {said !== '' && <p class="lt-muted">{say('ofOffice', { note: said })}</p>}
          </Row>
        ))}
      </Rows>
      <Form action={`${links.dossiers}/${found.code}/bo-sung`} formKey={newRandomKey()} files id="bo-sung">
        <button class="lt-vh" type="submit" name="_lam" value="gui" tabIndex={-1} aria-hidden="true">
          {say('send')}
        </button>
        {questions.map((question) => (
          <QuestionField key={question.name} question={wanted(question)} asking={asking} />
        ))}
        {!questions.some(({ field }) => field.kind === 'upload') && (
          <FileUpload
            name={extraField}
            label={say('extra')}
            accept="application/pdf,image/jpeg,image/png"
            multiple
            optional
            have={heldFor(draft.files, extraField, lang)}
            removeName="bo-tep"
            sendTo={sendTo}
          />
        )}
        <Textarea name="loi-nhan" label={say('note')} optional value={note} maxLength={2000} />
        <Button full name="_lam" value="gui">
          {say('send')}
        </Button>
      </Form>
      <PlaceNames id={namesId} names={communes.map((one) => one.name)} />
    </Page>
  )
}

/** A paper that the office asks for is not called optional, although the form had been filed without it. */
function wanted(question: Question): Question {
  return question.field.kind === 'upload' ? { ...question, field: { ...question.field, required: true } } : question
}
