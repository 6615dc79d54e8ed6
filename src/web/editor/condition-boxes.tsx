import { choiceFrom, conditionText, type Data, isEntries, isList, literalText, partAt, spanUnits, unitNames } from '#modules/editing'
import { Checkboxes, Select, TextInput } from '../components/index.ts'
import { type Boxes, type BoxProps, errorOf } from './boxes.tsx'
import { literals, optionsFor } from './options.ts'
import { Together } from './pair.tsx'
import { words } from './words.ts'

/** When something applies: groups of boxes, all of a group, any of the groups. One empty box more than there is, everywhere. */
export function ConditionBoxes({ told, data, boxes }: Omit<BoxProps, 'shape'>) {
  const say = words(boxes.lang)
  const choice = choiceFrom(data)
  const options = literals(boxes)
  const groups = [...(choice ?? []), []]
  return (
    <Together name={told.name} label={told.label} hint={told.hint} optional={told.optional}>
      {choice === undefined && (
        <Checkboxes
          name={`${told.name}.keep`}
          label=""
          options={[{ value: 'yes', label: say('keepCondition', { condition: conditionText(boxes.body, data, boxes.lang) }) }]}
          values={['yes']}
        />
      )}
      {groups.map((group, at) => {
        const rows = [...group.map(literalText), '']
        return rows.map((value, row) => (
          <Select
            key={`${at}.${row}`}
            name={`${told.name}.${at}.${row}`}
            id={at === 0 && row === 0 ? told.name : `${told.name}.${at}.${row}`}
            label={row > 0 ? say('and') : at === 0 ? say('if') : say('or')}
            error={at === 0 && row === 0 ? errorOf(boxes, told.name) : undefined}
            options={value === '' || options.some((one) => one.value === value) ? options : [...options, { value, label: value }]}
            value={value}
          />
        ))
      })}
    </Together>
  )
}

/** How long: a number and a unit; in the day itself where it came before an hour. */
export function DeadlineBoxes({ told, data, boxes }: Omit<BoxProps, 'shape'>) {
  const say = words(boxes.lang)
  const part = (name: string): string => textIn(partAt(data, [name]))
  const span = partAt(data, ['unit']) === 'sameDay' ? partAt(data, ['otherwise']) : data
  const units = [...spanUnits, 'asked' as const].map((value) => ({ value, label: unitNames[value][boxes.lang] }))
  return (
    <Together name={told.name} label={told.label} hint={told.hint} optional={told.optional}>
      <TextInput
        name={`${told.name}.amount`}
        id={told.name}
        label={say('amount')}
        value={textIn(partAt(span, ['amount']))}
        error={errorOf(boxes, told.name)}
        autocomplete="off"
        inputMode="numeric"
        width={4}
      />
      <Select name={`${told.name}.unit`} label={say('unit')} options={units} value={textIn(partAt(span, ['unit']))} />
      <TextInput
        name={`${told.name}.until`}
        label={say('until')}
        hint={say('untilHint')}
        value={part('until')}
        autocomplete="off"
        width={5}
        optional
      />
      <TextInput name={`${told.name}.basis`} label={say('basis')} value={part('basis')} autocomplete="off" optional />
      <Checkboxes
        name={`${told.name}.unverified`}
        label=""
        options={[{ value: 'yes', label: say('unverified') }]}
        values={partAt(data, ['unverified']) === true ? ['yes'] : []}
      />
    </Together>
  )
}

const textIn = (data: Data | undefined): string => (typeof data === 'string' || typeof data === 'number' ? String(data) : '')

/** Where an act leads: one place, and other places before it when something holds. */
export function RouteBoxes({ told, data, boxes }: Omit<BoxProps, 'shape'>) {
  const say = words(boxes.lang)
  const all = isList(data) ? data : []
  const last = isList(data) ? partAt(data.at(-1), ['to']) : data
  const targets = optionsFor({ is: 'name', of: 'target' }, boxes)
  const ways = [...all.slice(0, -1), undefined]
  return (
    <>
      <Select
        name={`${told.name}.to`}
        id={told.name}
        label={say('leadsTo')}
        options={targets}
        value={textIn(last)}
        error={errorOf(boxes, told.name)}
      />
      {ways.map((way, at) => (
        <OtherWay key={at} name={`${told.name}.${at}`} way={way} targets={targets} boxes={boxes} />
      ))}
    </>
  )
}

type WayProps = { name: string; way: Data | undefined; targets: readonly { value: string; label: string }[]; boxes: Boxes }

function OtherWay({ name, way, targets, boxes }: WayProps) {
  const say = words(boxes.lang)
  const when = isEntries(way) ? way.when : undefined
  return (
    <Together name={name} label={say('otherWay')} hint={say('otherWayHint')} optional>
      <Select name={`${name}.to`} label={say('leadsTo')} options={targets} value={textIn(partAt(way, ['to']))} />
      <ConditionBoxes told={{ name: `${name}.when`, label: say('whenWay'), optional: false }} data={when} boxes={boxes} />
    </Together>
  )
}
