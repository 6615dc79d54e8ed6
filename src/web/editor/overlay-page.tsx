import type { VNode } from 'preact'
import { type Entries, type NationalStanding, type OverlayEntry, type OverlayPart, overlayParts, saidIn } from '#modules/editing'
import { type Difference, partWords } from '#modules/national'
import { newRandomKey } from '#platform/id'
import { momentText } from '#platform/text'
import {
  AskForm,
  Button,
  Buttons,
  Card,
  Empty,
  Form,
  type OfficeFrame,
  type Problem,
  Radios,
  Select,
  Table,
  TextInput,
} from '../components/index.ts'
import { PartBoxes } from './boxes.tsx'
import { base } from './links.ts'
import { EditorPage } from './shell.tsx'
import { words } from './words.ts'

export type OverlayPageProps = {
  frame: OfficeFrame
  standing: NationalStanding
  entries: readonly OverlayEntry[]
  problems: readonly Problem[]
  done: boolean
}

/** A national row as it counts here: what an update says differently, and what the province set over it. */
export function OverlayPage(props: OverlayPageProps): VNode {
  const { frame, standing, entries, problems, done } = props
  const say = words(frame.lang)
  const { row } = standing
  const options = Object.entries(overlayParts).map(([value, { name }]) => ({ value, label: name[frame.lang] }))
  return (
    <EditorPage
      frame={frame}
      title={row.name}
      lead={say('overlayLead', { code: row.code })}
      problems={problems}
      done={done ? say('saved') : undefined}
    >
      {standing.open.length > 0 && <Update {...props} />}
      <Card title={say('overlay')}>
        {entries.length === 0 ? <Empty>{say('noOverlay')}</Empty> : <AlreadySet {...props} />}
        <AskForm action={`${base}/rieng/${row.code}/them`} label={say('addOverlay')}>
          <Select name="phan" label={say('addOverlay')} options={options} value="fees" />
          <Buttons>
            <Button>{say('goOnAdding')}</Button>
          </Buttons>
        </AskForm>
      </Card>
    </EditorPage>
  )
}

/** What the ministry says differently now, part by part: taken over or left, each by itself. */
function Update({ frame, standing, problems }: OverlayPageProps) {
  const say = words(frame.lang)
  const part = partWords(frame.lang)
  const lines = ({ gone, come }: Difference) =>
    [...gone.map((line) => say('lineGone', { line })), ...come.map((line) => say('lineCome', { line }))].join(' · ')
  return (
    <Card title={say('nationalUpdate')}>
      <p class="govuk-body">{say('nationalUpdateLead')}</p>
      <Form action={`${base}/rieng/${standing.row.code}/cap-nhat`} formKey={newRandomKey()}>
        <input type="hidden" name="_ban" value={String(standing.version)} />
        {standing.open.map((one) => (
          <Radios
            key={one.part}
            name={`p-${one.part}`}
            label={part(one.part)}
            hint={lines(one)}
            options={[
              { value: 'accept', label: say('accept') },
              { value: 'decline', label: say('decline') },
            ]}
          />
        ))}
        <TextInput
          name="reason"
          label={say('why')}
          hint={say('declineWhy')}
          autocomplete="off"
          maxLength={500}
          error={problems.find(({ field }) => field === 'reason')?.text}
        />
        <Button>{say('saveAnswers')}</Button>
      </Form>
    </Card>
  )
}

function AlreadySet({ frame, standing, entries, problems }: OverlayPageProps) {
  const say = words(frame.lang)
  const { lang } = frame
  const columns = [{ label: say('what') }, { label: say('content') }, { label: say('who') }, { label: say('removal'), acts: true }]
  const rows = entries.map(({ id, part, body, by, at, ended }) => [
    overlayParts[part].name[lang],
    saidIn(overlayParts[part].shape, body, lang),
    `${by}, ${momentText(at)}`,
    ended !== undefined ? (
      <span class="lt-muted">{say('endedBy', { by: ended.by, at: momentText(ended.at), reason: ended.reason })}</span>
    ) : (
      <Form action={`${base}/rieng/${standing.row.code}/bo/${id}`} formKey={newRandomKey()}>
        <TextInput
          name="reason"
          id={`reason-${id}`}
          label={say('why')}
          autocomplete="off"
          maxLength={500}
          error={problems.find(({ field }) => field === `reason-${id}`)?.text}
        />
        <Button kind="secondary">{say('endOverlay')}</Button>
      </Form>
    ),
  ])
  return <Table caption={say('overlay')} columns={columns} rows={rows} />
}

type SetPageProps = {
  frame: OfficeFrame
  code: string
  part: OverlayPart
  data: Entries
  problems: readonly { field: string; text: string }[]
}

/** One rule of the province, with its ground and its days. */
export function SetPage({ frame, code, part, data, problems }: SetPageProps): VNode {
  const say = words(frame.lang)
  const { shape, name } = overlayParts[part]
  const back = `${base}/rieng/${code}`
  return (
    <EditorPage frame={frame} title={name[frame.lang]} lead={say('setLead')} crumbs={[{ href: back, label: code }]} problems={problems}>
      <Card>
        <div class="lt-narrow">
          <Form action={`${back}/them`} formKey={newRandomKey()}>
            <input type="hidden" name="_phan" value={part} />
            <PartBoxes parts={shape.parts} data={data} boxes={{ lang: frame.lang, body: {}, problems }} />
            <Button>{say('save')}</Button>
          </Form>
        </div>
      </Card>
    </EditorPage>
  )
}
