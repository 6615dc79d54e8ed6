import type { VNode } from 'preact'
import { type Difference, forDossiers, forDrafts, type Impact, type RevisionDraft } from '#modules/editing'
import type { Procedure } from '#modules/procedures'
import { newRandomKey } from '#platform/id'
import { numberText } from '#platform/text'
import {
  Button,
  Buttons,
  Card,
  DateInput,
  type DateParts,
  Form,
  LinkButton,
  Notice,
  type OfficeFrame,
  type Problem,
  Radios,
  SummaryList,
} from '../components/index.ts'
import { crumbsTo } from './draft-frame.ts'
import { Differences } from './history-page.tsx'
import { draftHref } from './links.ts'
import { EditorPage } from './shell.tsx'
import { words } from './words.ts'

export type Filled = { inForceFrom: DateParts; dossiers: string; drafts: string }

export type PublishProps = {
  frame: OfficeFrame
  draft: RevisionDraft
  impact: Impact
  found: readonly Difference[]
  isFirst: boolean
  filled: Filled
  problems: readonly Problem[]
  procedure: Procedure | undefined
}

/** What publishing does: who is under way, which pages change, what is other; then from when on, and what happens to those under way. */
export function PublishPage(props: PublishProps): VNode {
  const { frame, draft, impact, found, isFirst, problems } = props
  const say = words(frame.lang)
  return (
    <EditorPage
      frame={frame}
      title={say('act.publish')}
      lead={say('publishLead')}
      crumbs={crumbsTo(draft, [''], frame.lang)}
      problems={problems}
    >
      <Card title={say('impact')}>
        <SummaryList
          rows={[
            { key: say('openDossiers'), value: numberText(impact.dossiers) },
            { key: say('openDrafts'), value: numberText(impact.drafts) },
            { key: say('pagesChanged'), value: isFirst ? say('allPages') : pagesIn(props) },
          ]}
        />
      </Card>
      {!isFirst && (
        <Card title={say('changes')}>
          <Differences found={found} lang={frame.lang} />
        </Card>
      )}
      {draft.state === 'approved' ? (
        <Release {...props} />
      ) : (
        <Notice kind="heed">
          <p>{say('refused.wrong-state')}</p>
        </Notice>
      )}
    </EditorPage>
  )
}

/** The pages of the citizen's form on which something is other, by their titles. */
function pagesIn({ found, procedure, frame }: PublishProps): string {
  const say = words(frame.lang)
  const touched = new Set(found.map(({ place }) => place))
  const names = new Set([...touched].flatMap((place) => (place[0] === 'fields' && place[1] !== undefined ? [place[1]] : [])))
  const all = procedure?.pages ?? []
  const pages = all.filter(
    (page, index) =>
      page.asks.some((name) => names.has(name)) ||
      [...touched].some(([part, at]) => part === 'pages' && (at === undefined || at === String(index))),
  )
  return pages.length === 0 ? say('noPages') : pages.map(({ title }) => title[frame.lang]).join(' · ')
}

function Release({ frame, draft, filled, problems, impact }: PublishProps) {
  const say = words(frame.lang)
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.text
  const dossiers = forDossiers.map((value) => ({ value, label: say(`dossiers.${value}`), hint: say(`dossiersHint.${value}`) }))
  const drafts = forDrafts.map((value) => ({ value, label: say(`drafts.${value}`), hint: say(`draftsHint.${value}`) }))
  return (
    <Card title={say('release')}>
      <Form action={`${draftHref(draft.id)}/cong-bo`} formKey={newRandomKey()}>
        <DateInput
          name="inForceFrom"
          label={say('inForceFrom')}
          hint={say('inForceHint')}
          value={filled.inForceFrom}
          error={errorOf('inForceFrom')}
        />
        <Radios
          name="dossiers"
          label={say('whatOfDossiers', { count: impact.dossiers })}
          options={dossiers}
          value={filled.dossiers}
          error={errorOf('dossiers')}
        />
        <Radios
          name="drafts"
          label={say('whatOfDrafts', { count: impact.drafts })}
          options={drafts}
          value={filled.drafts}
          error={errorOf('drafts')}
        />
        <Buttons>
          <Button>{say('act.publish')}</Button>
          <LinkButton kind="secondary" href={draftHref(draft.id)}>
            {say('leave')}
          </LinkButton>
        </Buttons>
      </Form>
    </Card>
  )
}
