import type { Draft } from '#modules/dossiers'
import {
  type Answers,
  boxesOf,
  browserHints,
  codesOf,
  type Field,
  isRows,
  type ListField,
  type ListRow,
  type Problem,
  type Question,
  sentenceOf,
} from '#modules/procedures'
import type { Language } from '#platform/i18n'
import { sizeText } from '#platform/text'
import {
  Checkboxes,
  DateInput,
  type DatePart,
  FileUpload,
  type HeldFile,
  ListInput,
  PlaceInput,
  Radios,
  Select,
  Textarea,
  TextInput,
} from '../../components/index.ts'
import type { Named } from '../places.ts'
import { onThisPage } from './on-this-page.ts'
import { partsOf, type Several } from './typed-places.ts'
import { words } from './words.ts'

/** What every question of a page is drawn from. */
export type Asking = {
  readonly lang: Language
  readonly draft: Pick<Draft, 'answers' | 'procedure' | 'files' | 'id'>
  readonly problems: readonly Problem[]
  readonly communes: readonly Named[]
  readonly several: Several
  /** What counts now, and which questions this page asks: for conditions that a script watches. */
  readonly settled: Answers
  readonly own: ReadonlySet<string>
  /** Where a script sends files in pieces; a form without one sends them whole. */
  readonly sendTo: string
  /** Whether entries of a list can be added and taken away here. */
  readonly grows?: true
}

export const namesId = 'ten-xa-phuong'

/** One question, drawn by its kind, with what was typed and what is wrong with it. */
export function QuestionField({ question, asking }: { question: Question; asking: Asking }) {
  const { name, field, appliesNow, when } = question
  const { lang, problems, settled, own } = asking
  // What is wrong inside an entry of a list is said there.
  const problem = problems.find((one) => one.field === name && one.params?.cell === undefined)
  const said = {
    name,
    label: field.label[lang],
    hint: field.hint?.[lang],
    error: problem === undefined ? undefined : problemText(problem, asking),
    optional: !field.required,
  }
  const drawn = <Drawn field={field} said={said} asking={asking} problem={problem} />
  if (when === undefined) return drawn
  // A script opens and closes it while the reader chooses; without one, what applies after saving is shown then.
  return (
    <div data-when={JSON.stringify(onThisPage(when, settled, own))} hidden={!appliesNow}>
      {drawn}
    </div>
  )
}

/** What is wrong with an answer; a place that may be several says that it must be chosen. */
export function problemText(
  problem: Problem,
  { draft, communes, several, lang }: Pick<Asking, 'draft' | 'communes' | 'several' | 'lang'>,
): string {
  if (!several.has(problem.field)) return sentenceOf(draft.procedure, problem, lang)
  return words(lang)('severalPlaces', { typed: partsOf(draft, problem.field, communes).commune })
}

type Said = { name: string; label: string; hint: string | undefined; error: string | undefined; optional: boolean }
type DrawnProps = { field: Field; said: Said; asking: Asking; problem: Problem | undefined }

function Drawn({ field, said, asking, problem }: DrawnProps) {
  const { lang, draft } = asking
  const answer = draft.answers[said.name]
  switch (field.kind) {
    case 'choice':
      return <Radios {...said} options={optionsIn(field, lang)} value={typeof answer === 'string' ? answer : undefined} />
    case 'bool':
      return <YesOrNo mustBeTrue={field.mustBeTrue} said={said} lang={lang} answer={answer} />
    case 'date':
      return <DateInput {...said} value={boxesOf(answer)} precision={field.precision} wrong={wrongParts(problem)} />
    case 'code':
      return (
        <Select
          {...said}
          options={codesOf(field.list, lang).map(({ code, name }) => ({ value: code, label: name }))}
          value={typeof answer === 'string' ? answer : undefined}
        />
      )
    case 'place':
      return <Place field={field} said={said} asking={asking} />
    case 'list':
      return <List field={field} said={said} asking={asking} />
    case 'upload':
      return <Files field={field} said={said} asking={asking} />
    default:
      return <Line field={field} said={said} answer={answer} />
  }
}

function optionsIn(field: Extract<Field, { kind: 'choice' }>, lang: Language) {
  return field.options.map(({ value, label, hint }) => ({ value, label: label[lang], ...(hint ? { hint: hint[lang] } : {}) }))
}

const yesNo = { vi: { yes: 'Có', no: 'Không' }, en: { yes: 'Yes', no: 'No' } } as const

function YesOrNo({ mustBeTrue, said, lang, answer }: { mustBeTrue: boolean; said: Said; lang: Language; answer: unknown }) {
  if (mustBeTrue) {
    const { label, ...rest } = said
    return <Checkboxes {...rest} label="" options={[{ value: 'yes', label }]} values={answer === true ? ['yes'] : []} />
  }
  const options = (['yes', 'no'] as const).map((value) => ({ value, label: yesNo[lang][value] }))
  return <Radios {...said} inline options={options} value={answer === true ? 'yes' : answer === false ? 'no' : undefined} />
}

/** Which boxes of a date a problem is about: a day that the month does not have is a matter of the first box alone. */
function wrongParts(problem: Problem | undefined): readonly DatePart[] {
  if (problem?.rule === 'noSuchDay') return ['day']
  if (problem?.rule === 'noSuchMonth') return ['month']
  return problem?.rule === 'yearOfFour' ? ['year'] : ['day', 'month', 'year']
}

function Place({ field, said, asking }: { field: Extract<Field, { kind: 'place' }>; said: Said; asking: Asking }) {
  const { draft, communes, several, lang } = asking
  const countries = codesOf('nationality', lang).map(({ code, name }) => ({ value: code, label: name }))
  return (
    <PlaceInput
      {...said}
      namesId={namesId}
      value={partsOf(draft, said.name, communes)}
      detail={field.detail === 'required' || field.detail === 'optional'}
      countries={field.abroad ? countries : undefined}
      several={(several.get(said.name) ?? []).map(({ code, name }) => ({ value: code, label: name }))}
    />
  )
}

/** The entries that are there; where one is owed and none is there, an empty one to begin with. */
function List({ field, said, asking }: { field: ListField; said: Said; asking: Asking }) {
  const answer = asking.draft.answers[said.name]
  const rows: readonly ListRow[] = isRows(answer) ? answer : field.required || !asking.grows ? [{}] : []
  const cells = Object.fromEntries(rows.flatMap((row, at) => field.order.map((cell) => [cellName(said.name, at, cell), row[cell] ?? ''])))
  const within = { ...asking, draft: { ...asking.draft, answers: cells } }
  return (
    <ListInput
      {...said}
      entry={field.entry[asking.lang]}
      entries={rows.map((_row, at) => field.order.map((cell) => cellOf(field, said.name, at, cell, within)))}
      grows={asking.grows ? { add: '_them', remove: '_xoa', most: field.most } : undefined}
    />
  )
}

/** The name of one input in an entry, by which it is sent and to which the summary of errors leads. */
export function cellName(list: string, at: number, cell: string): string {
  return `${list}.${at}.${cell}`
}

function cellOf(list: ListField, name: string, at: number, cell: string, asking: Asking) {
  const field = list.cells[cell]
  if (field === undefined) return null
  const problem = asking.problems.find((one) => one.field === name && one.params?.entry === at + 1 && one.params?.cell === cell)
  const said = {
    name: cellName(name, at, cell),
    label: field.label[asking.lang],
    hint: field.hint?.[asking.lang],
    error: problem === undefined ? undefined : problemText(problem, asking),
    optional: !field.required,
  }
  return <Drawn key={cell} field={field} said={said} asking={asking} problem={problem} />
}

function Files({ field, said, asking }: { field: Extract<Field, { kind: 'upload' }>; said: Said; asking: Asking }) {
  const { accept = '' } = browserHints(field)
  const { draft, lang, sendTo } = asking
  return (
    <FileUpload
      {...said}
      accept={String(accept)}
      multiple={field.most > 1}
      have={heldFor(draft.files, said.name, lang)}
      removeName="bo-tep"
      sendTo={sendTo}
    />
  )
}

/** The files that arrived for a field, as they are listed above its box. */
export function heldFor(files: Draft['files'], field: string, lang: Language): HeldFile[] {
  const say = words(lang)
  return files
    .filter((one) => one.field === field && one.fault === undefined)
    .map(({ upload, name, size, received, file }) => ({
      id: upload,
      name,
      size: sizeText(size),
      checked:
        file === undefined
          ? say('onTheWay', { percent: Math.floor((received / size) * 100) })
          : say(file.scan === 'clean' ? 'scanned' : 'unscanned'),
    }))
}

function Line({ field, said, answer }: { field: Field; said: Said; answer: unknown }) {
  const hints = browserHints(field)
  const value = typeof answer === 'string' || typeof answer === 'number' ? String(answer) : ''
  const maxLength = typeof hints.maxlength === 'number' ? hints.maxlength : undefined
  if (field.kind === 'text' && field.lines !== undefined)
    return <Textarea {...said} value={value} rows={field.lines} maxLength={maxLength} />
  return (
    <TextInput
      {...said}
      value={value}
      type={field.kind === 'email' ? 'email' : field.kind === 'phone' ? 'tel' : 'text'}
      inputMode={
        field.kind === 'citizenId' || field.kind === 'int' || field.kind === 'money' ? 'numeric' : field.kind === 'phone' ? 'tel' : 'text'
      }
      autocomplete={field.autocomplete ?? 'off'}
      maxLength={maxLength}
      width={field.kind === 'int' ? 4 : field.kind === 'money' || field.kind === 'citizenId' || field.kind === 'phone' ? 20 : undefined}
      code={field.kind === 'citizenId' || field.kind === 'money'}
      pattern={typeof hints.pattern === 'string' ? hints.pattern : undefined}
    />
  )
}
