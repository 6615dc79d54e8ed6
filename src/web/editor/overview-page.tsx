import type { VNode } from 'preact'
import { type Finding, language, lists, mayBeSubmitted, type RevisionDraft, sections } from '#modules/editing'
import { newRandomKey } from '#platform/id'
import {
  Button,
  Buttons,
  Card,
  Form,
  LinkButton,
  Notice,
  type OfficeFrame,
  PlainList,
  Split,
  SummaryList,
  TextInput,
} from '../components/index.ts'
import { nameOf } from './draft-frame.ts'
import { draftHref, placeHref } from './links.ts'
import { linesOf } from './list-card.tsx'
import { EditorPage } from './shell.tsx'
import { words } from './words.ts'

export type OverviewProps = {
  frame: OfficeFrame
  draft: RevisionDraft
  findings: readonly Finding[]
  authors: string
  isAuthor: boolean
  done: string | undefined
  trouble: string | undefined
}

/** The whole of a procedure under work: its parts, what is still wrong, and what may be done with it now. */
export function OverviewPage(props: OverviewProps): VNode {
  const { frame, draft, findings, done, trouble } = props
  const say = words(frame.lang)
  const lead = `${draft.code} · ${say(`state.${draft.state}`)} · ${say('writtenBy', { names: props.authors })}`
  return (
    <EditorPage frame={frame} title={nameOf(draft, frame.lang)} lead={lead} done={done} trouble={trouble}>
      <Split aside={<Aside {...props} />} wide>
        <Standing findings={findings} draft={draft} lang={frame.lang} />
        <Card title={say('parts')}>
          <SummaryList
            rows={[
              ...sections.map(({ id, name, parts }) => ({
                key: name[frame.lang],
                value: parts.map((part) => language[part]?.name[frame.lang] ?? part).join(' · '),
                change: { href: placeHref(draft.id, [id]) },
              })),
              ...lists.map((part) => ({
                key: language[part]?.name[frame.lang] ?? part,
                value: linesOf(draft.body, [part], frame.lang),
                change: { href: placeHref(draft.id, [part]) },
              })),
            ]}
          />
        </Card>
      </Split>
    </EditorPage>
  )
}

function Standing({ findings, draft, lang }: { findings: readonly Finding[]; draft: RevisionDraft; lang: OfficeFrame['lang'] }) {
  const say = words(lang)
  const stops = findings.filter(({ level }) => level === 'stop').length
  return (
    <Notice kind={stops > 0 ? 'heed' : 'done'}>
      <p>
        <b>{stops > 0 ? say('stops', { count: stops }) : say('noStops')}</b>
      </p>
      <p>
        <a class="govuk-link" href={`${draftHref(draft.id)}/kiem-tra`}>
          {say('seeFindings')}
        </a>
      </p>
    </Notice>
  )
}

function Aside(props: OverviewProps) {
  const { frame, draft } = props
  const say = words(frame.lang)
  const here = draftHref(draft.id)
  const looks = [
    ['xem', say('preview')],
    ['thu', say('testRun')],
    ['khac', say('changes')],
    ['lich-su', say('history')],
    ['xuat', say('export')],
  ] as const
  return (
    <div class="lt-side">
      <Card title={say('look')}>
        <PlainList>
          {looks.map(([path, label]) => (
            <li key={path}>
              <a class="govuk-link govuk-link--no-visited-state" href={`${here}/${path}`}>
                {label}
              </a>
            </li>
          ))}
        </PlainList>
      </Card>
      <Acts {...props} />
    </div>
  )
}

/** What may be done with the draft as it stands. */
function Acts(props: OverviewProps) {
  const { frame, draft, findings } = props
  const say = words(frame.lang)
  const act = { id: draft.id, version: draft.version }
  if (draft.state === 'published' || draft.state === 'dropped') return null
  return (
    <Card title={say('next')}>
      {draft.state === 'draft' && (
        <ActForm {...act} name="submit" label={say('act.submit')} lead={say(mayBeSubmitted(findings) ? 'submitLead' : 'submitWait')} />
      )}
      {draft.state === 'submitted' && <ActForm {...act} name="approve" label={say('act.approve')} lead={say('approveLead')} />}
      {draft.state === 'approved' && (
        <Buttons>
          <LinkButton href={`${draftHref(draft.id)}/cong-bo`}>{say('act.publish')}</LinkButton>
        </Buttons>
      )}
      {draft.state !== 'draft' && <ActForm {...act} name="sendBack" label={say('act.sendBack')} note={say('why')} kind="secondary" />}
      {draft.state === 'draft' && <ActForm {...act} name="drop" label={say('act.drop')} note={say('why')} kind="warning" />}
    </Card>
  )
}

type ActFormProps = {
  id: string
  version: number
  name: string
  label: string
  lead?: string
  note?: string
  kind?: 'primary' | 'secondary' | 'warning'
}

function ActForm({ id, version, name, label, lead, note, kind = 'primary' }: ActFormProps) {
  return (
    <Form action={`${draftHref(id)}/viec`} formKey={newRandomKey()}>
      <input type="hidden" name="_ban" value={String(version)} />
      {lead !== undefined && <p class="govuk-body">{lead}</p>}
      {note !== undefined && <TextInput name="note" id={`note-${name}`} label={note} autocomplete="off" maxLength={500} />}
      <Button kind={kind} name="_lam" value={name}>
        {label}
      </Button>
    </Form>
  )
}
