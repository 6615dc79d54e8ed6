import type { VNode } from 'preact'
import {
  type Data,
  housePapers,
  isInline,
  type ListedReplacement,
  type Part,
  type Parts,
  type Place,
  partAt,
  partNamed,
  pathInWords,
  type RevisionDraft,
  type Section,
  type Shape,
  shapeAt,
} from '#modules/editing'
import { newRandomKey } from '#platform/id'
import {
  AskForm,
  Button,
  Buttons,
  Card,
  Form,
  Notice,
  type OfficeFrame,
  type Problem,
  Radios,
  Select,
  SummaryList,
} from '../components/index.ts'
import type { Adding } from './add-entry.ts'
import { PartBoxes } from './boxes.tsx'
import { crumbsTo } from './draft-frame.ts'
import { newHref, placeHref } from './links.ts'
import { ListCard, linesOf, MoveButtons } from './list-card.tsx'
import { optionsFor } from './options.ts'
import { Replaced } from './replaced.tsx'
import { EditorPage } from './shell.tsx'
import { words } from './words.ts'

export type PartPageProps = {
  frame: OfficeFrame
  draft: RevisionDraft
  place: Place
  parts: Parts
  data: Data | undefined
  shape?: Shape
  section?: Section
  adding?: Adding
  /** Papers of this procedure that data replaces, as a resolution lists them. */
  replaced: readonly ListedReplacement[]
  problems: readonly Problem[]
  done: string | undefined
  trouble?: string | undefined
}

/** One thing of a procedure on one page: its boxes, and links to the lists inside it. */
export function PartPage(props: PartPageProps): VNode {
  const { frame, draft, place, section, adding, shape, problems, trouble } = props
  const say = words(frame.lang)
  const title = section?.name[frame.lang] ?? titleOf(props)
  const isOpen = draft.state === 'draft'
  return (
    <EditorPage
      frame={frame}
      title={title}
      crumbs={crumbsTo(draft, place, frame.lang)}
      problems={problems}
      done={props.done === undefined ? undefined : say('saved')}
      trouble={trouble}
    >
      {!isOpen && (
        <Notice kind="info">
          <p>{say('notOpen')}</p>
        </Notice>
      )}
      {adding !== undefined && adding.kinds.length > 0 && <KindCard {...props} adding={adding} />}
      {shape?.is === 'items' ? (
        <ListCard draft={draft} place={place} items={shape} lang={frame.lang} isOpen={isOpen} />
      ) : (
        <BoxesCard {...props} />
      )}
      <Replaced replaced={props.replaced} lang={frame.lang} />
      {adding === undefined && section === undefined && <Inside {...props} />}
      {adding === undefined && section === undefined && isOpen && <MoveButtons draft={draft} place={place} lang={frame.lang} />}
    </EditorPage>
  )
}

function titleOf({ draft, place, adding, frame }: PartPageProps): string {
  if (adding !== undefined) return words(frame.lang)('adding', { what: adding.items.one[frame.lang] })
  return pathInWords(draft.body, place, frame.lang).at(-1) ?? draft.code
}

/** Which kind it is decides which boxes it has: asked first. */
function KindCard({ frame, draft, place, adding }: PartPageProps & { adding: Adding }) {
  const say = words(frame.lang)
  const options = adding.kinds.map(({ value, name }) => ({ value, label: name[frame.lang] }))
  return (
    <Card title={say('whichKind')}>
      <AskForm action={placeHref(draft.id, place)} label={say('whichKind')}>
        <Select name="kieu" label={say('kind')} options={options} value={adding.kind} />
        <Buttons>
          <Button kind={adding.kind === undefined ? 'primary' : 'secondary'}>{say('chooseKind')}</Button>
        </Buttons>
      </AskForm>
    </Card>
  )
}

function BoxesCard(props: PartPageProps) {
  const { frame, draft, place, parts, data, shape, adding, section, problems } = props
  const say = words(frame.lang)
  if (adding !== undefined && adding.kinds.length > 0 && adding.kind === undefined) return null
  const boxes = { lang: frame.lang, body: draft.body, problems: problems.map(({ field = '', text }) => ({ field, text })) }
  const inline = Object.values(parts).some((one) => isInline(one.shape)) || shape?.is === 'paper' || adding !== undefined
  if (shape?.is === 'kinds' && partAt(data, [shape.by]) === undefined) return <FirstKind {...props} shape={shape} />
  if (!inline) return null
  const here = section === undefined ? placeHref(draft.id, place) : placeHref(draft.id, [section.id])
  const own = shape !== undefined && Object.keys(parts).join() === 'value' ? { value: data ?? '' } : data
  return (
    <Card>
      <div class="lt-narrow">
        <Form action={here} formKey={newRandomKey()}>
          <input type="hidden" name="_ban" value={String(draft.version)} />
          {adding?.kind !== undefined && <input type="hidden" name="_kieu" value={adding.kind} />}
          {adding !== undefined && <NameBoxes {...props} adding={adding} />}
          {shape?.is === 'paper' ? <PaperBox {...props} /> : <PartBoxes parts={parts} data={own} boxes={boxes} />}
          {draft.state === 'draft' && (
            <Buttons>
              <Button name="_lam" value="luu">
                {say(adding === undefined ? 'save' : 'add')}
              </Button>
            </Buttons>
          )}
        </Form>
      </div>
    </Card>
  )
}

/** One of several kinds that stands inside something else: the kind is chosen with it. */
function FirstKind({ frame, draft, place, shape }: PartPageProps & { shape: Extract<Shape, { is: 'kinds' }> }) {
  const say = words(frame.lang)
  const options = Object.entries(shape.kinds).map(([value, { name }]) => ({ value, label: name[frame.lang] }))
  return (
    <Card title={say('whichKind')}>
      <Form action={placeHref(draft.id, place)} formKey={newRandomKey()}>
        <input type="hidden" name="_ban" value={String(draft.version)} />
        <Select name="_kieu" label={say('kind')} options={options} />
        <Button name="_lam" value="luu">
          {say('chooseKind')}
        </Button>
      </Form>
    </Card>
  )
}

/** By what name a new entry is called, where it is called by one; and on which page a new question is asked. */
function NameBoxes({ frame, draft, adding, problems }: PartPageProps & { adding: Adding }) {
  const say = words(frame.lang)
  const error = problems.find(({ field }) => field === '_ten')?.text
  const isQuestion = adding.items === shapeAt(draft.body, ['fields'])
  const names = adding.names?.map(({ value, name }) => ({ value, label: name[frame.lang] }))
  return (
    <>
      {names !== undefined && <Select name="_ten" label={say('which')} options={names} error={error} />}
      {isQuestion && (
        <Select
          name="_trang"
          label={say('onPage')}
          options={optionsFor({ is: 'name', of: 'page' }, { body: draft.body, lang: frame.lang })}
          optional
        />
      )}
    </>
  )
}

function PaperBox({ frame, data }: PartPageProps) {
  const say = words(frame.lang)
  const id = partAt(data, ['id'])
  const options = housePapers.map((one) => ({ value: one.id, label: one.name[frame.lang], hint: one.about[frame.lang] }))
  return (
    <Radios
      name="paper"
      label={say('whichPaper')}
      hint={say('whichPaperHint')}
      options={options}
      value={typeof id === 'string' ? id : undefined}
    />
  )
}

/** The parts of this entry that have pages of their own, with what is in them. */
function Inside({ frame, draft, place, parts, shape }: PartPageProps) {
  const say = words(frame.lang)
  const further = Object.entries(parts).filter(([, one]) => !isInline(one.shape))
  if (shape?.is === 'items' || further.length === 0) return null
  return (
    <Card title={say('inside')}>
      <SummaryList
        rows={further.map(([name, one]: [string, Part]) => ({
          key: (partNamed(draft.body, [...place, name]) ?? one).name[frame.lang],
          value: linesOf(draft.body, [...place, name], frame.lang),
          change: {
            href:
              one.shape.is === 'items' && partAt(draft.body, [...place, name]) === undefined
                ? newHref(draft.id, [...place, name])
                : placeHref(draft.id, [...place, name]),
          },
        }))}
      />
    </Card>
  )
}
