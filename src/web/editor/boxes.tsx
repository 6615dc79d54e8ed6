import type { VNode } from 'preact'
import { asWords, type Data, isEntries, isInline, isList, type Parts, type Shape, spareRows } from '#modules/editing'
import type { Language } from '#platform/i18n'
import { Checkboxes, DateInput, datePartsOf, Radios, Select, Textarea, TextInput } from '../components/index.ts'
import { ConditionBoxes, DeadlineBoxes, RouteBoxes } from './condition-boxes.tsx'
import { optionsFor } from './options.ts'
import { Pair, Together } from './pair.tsx'
import { words } from './words.ts'

/** What every box of a page is drawn from: the definition for the names to choose from, and what is wrong with what was typed. */
export type Boxes = {
  readonly lang: Language
  readonly body: Data
  readonly problems: readonly { readonly field: string; readonly text: string }[]
}

/** A box for each part that is filled in on this page, in the order of the language. */
export function PartBoxes({ parts, data, under = '', boxes }: { parts: Parts; data: Data | undefined; under?: string; boxes: Boxes }) {
  return (
    <>
      {Object.entries(parts).map(([name, part]) => {
        const own = isEntries(data) ? data[name] : undefined
        if (!isInline(part.shape)) return null
        const told = {
          name: `${under}${name}`,
          label: part.name[boxes.lang],
          hint: part.hint?.[boxes.lang],
          optional: part.optional === true,
        }
        return <Box key={name} shape={part.shape} told={told} data={own} boxes={boxes} />
      })}
    </>
  )
}

export type Told = { readonly name: string; readonly label: string; readonly hint?: string | undefined; readonly optional: boolean }
export type BoxProps = { readonly shape: Shape; readonly told: Told; readonly data: Data | undefined; readonly boxes: Boxes }

export const errorOf = (boxes: Boxes, name: string): string | undefined => boxes.problems.find((one) => one.field === name)?.text

const textOf = (data: Data | undefined): string => (typeof data === 'string' || typeof data === 'number' ? String(data) : '')

function Box(props: BoxProps): VNode | null {
  const { shape, told, data, boxes } = props
  const said = { ...told, error: errorOf(boxes, told.name) }
  switch (shape.is) {
    case 'words':
      return <Pair said={told} data={asWords(data)} lines={shape.lines} most={shape.most} boxes={boxes} />
    case 'yes':
      return <YesOrNo {...props} />
    case 'mark': {
      const { label, ...rest } = said
      return <Checkboxes {...rest} optional={false} label="" options={[{ value: 'yes', label }]} values={data === true ? ['yes'] : []} />
    }
    case 'date':
      return <DateInput {...said} value={typedDate(textOf(data))} />
    case 'choice':
    case 'name':
      return <OneOf {...props} />
    case 'taken':
      return <OneOf {...props} shape={{ is: 'name', of: 'field' }} />
    case 'values':
      return <Several {...props} />
    case 'condition':
      return <ConditionBoxes {...props} />
    case 'deadline':
      return <DeadlineBoxes {...props} />
    case 'route':
      return <RouteBoxes {...props} />
    case 'group':
      return (
        <Together name={told.name} label={told.label} optional={told.optional}>
          <PartBoxes parts={shape.parts} data={data} under={`${told.name}.`} boxes={boxes} />
        </Together>
      )
    default:
      return <Line {...props} />
  }
}

/** What was typed and is no date comes back in its three boxes. */
function typedDate(text: string) {
  if (/^\d{4}-/.test(text)) return datePartsOf(text)
  const [day = '', month = '', year = ''] = text.split('/')
  return { day, month, year }
}

function Line({ shape, told, data, boxes }: BoxProps) {
  const said = { ...told, error: errorOf(boxes, told.name) }
  const value = textOf(data)
  if (shape.is === 'text' && shape.lines !== undefined)
    return <Textarea {...said} value={value} rows={shape.lines} maxLength={shape.most} />
  const digits = shape.is === 'number' || shape.is === 'money'
  return (
    <TextInput
      {...said}
      value={value}
      autocomplete="off"
      inputMode={digits ? 'numeric' : 'text'}
      width={shape.is === 'number' ? 5 : shape.is === 'money' ? 10 : undefined}
      code={digits}
      maxLength={shape.is === 'text' ? shape.most : undefined}
    />
  )
}

function YesOrNo({ told, data, boxes }: BoxProps) {
  const say = words(boxes.lang)
  const options = [
    { value: 'yes', label: say('yes') },
    { value: 'no', label: say('no') },
  ]
  return (
    <Radios
      {...told}
      error={errorOf(boxes, told.name)}
      inline
      options={options}
      value={data === true ? 'yes' : data === false ? 'no' : undefined}
    />
  )
}

function OneOf({ shape, told, data, boxes }: BoxProps) {
  const options = optionsFor(shape, boxes)
  const said = { ...told, error: errorOf(boxes, told.name) }
  const value = textOf(data)
  // What names something that is gone is still shown, so that nothing disappears by saving.
  const all = value === '' || options.some((one) => one.value === value) ? options : [...options, { value, label: value }]
  if (shape.is === 'choice' && !told.optional && all.length <= 6) return <Radios {...said} options={all} value={value} />
  return <Select {...said} options={all} value={value} />
}

function Several({ shape, told, data, boxes }: BoxProps) {
  if (shape.is !== 'values') return null
  const say = words(boxes.lang)
  const rows = isList(data) ? data : []
  if (shape.of.is === 'text') {
    const hint = [told.hint, say('oneALine')].filter(Boolean).join('. ')
    return (
      <Textarea
        {...told}
        hint={hint}
        error={errorOf(boxes, told.name)}
        rows={Math.min(8, rows.length + 2)}
        value={rows.map(textOf).join('\n')}
      />
    )
  }
  if (shape.of.is === 'choice')
    return <Checkboxes {...told} error={errorOf(boxes, told.name)} options={optionsFor(shape.of, boxes)} values={rows.map(textOf)} />
  const shown = [...rows, ...Array.from({ length: spareRows }, () => undefined)].slice(0, shape.most)
  return (
    <Together name={told.name} label={told.label} hint={told.hint} optional={told.optional}>
      {shown.map((row, index) => (
        <Box
          key={index}
          shape={shape.of}
          told={{ name: `${told.name}.${index}`, label: say('rowOf', { number: index + 1 }), optional: false }}
          data={row}
          boxes={boxes}
        />
      ))}
    </Together>
  )
}
