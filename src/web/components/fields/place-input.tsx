import { useWords } from '../frame.ts'
import { Radios, Select } from './choices.tsx'
import { FieldGroup, type FieldProps } from './field.tsx'
import { TextInput } from './text-input.tsx'

/** A place as it was typed: the commune by its name, the words below it, the country where it may lie abroad. */
export type PlaceParts = { commune: string; detail: string; country: string }

export type PlaceInputProps = FieldProps & {
  value: PlaceParts
  /** Names that the browser offers while the commune is typed (`<PlaceNames>` once a page). */
  namesId: string
  /** Set when house, street or village belong to the answer. */
  detail?: boolean
  /** Set when the place may lie abroad. */
  countries?: readonly { value: string; label: string }[] | undefined
  /** Several communes answer to what was typed: the reader chooses. */
  several?: readonly { value: string; label: string }[]
}

/** Where the link of a summary leads when a place must be chosen among several. */
export function choiceOfPlace(id: string): string {
  return `${id}-chon`
}

/** Names of its inputs: `{name}-noi` (the commune as typed), `{name}-commune` (one chosen of several), `{name}-detail`, `{name}-country`. */
export function PlaceInput({ value, namesId, detail = false, countries, several = [], ...whole }: PlaceInputProps) {
  const say = useWords()
  const { name, id = name } = whole
  // What is amiss then is that nothing was chosen: it is said where there is something to choose.
  const field = several.length > 0 ? { ...whole, error: undefined } : whole
  const choice = several.length > 0 && (
    <Radios name={`${name}-commune`} id={choiceOfPlace(id)} label={say('whichCommune')} error={whole.error} options={several} />
  )
  if (!detail && countries === undefined) {
    const hint = field.hint ? [field.hint, '. ', say('communeHint')] : say('communeHint')
    return (
      <>
        <TextInput {...field} name={`${name}-noi`} id={id} hint={hint} value={value.commune} autocomplete="off" list={namesId} />
        {choice}
      </>
    )
  }
  return (
    <FieldGroup {...field}>
      <TextInput
        name={`${name}-noi`}
        id={id}
        label={say('commune')}
        hint={say('communeHint')}
        value={value.commune}
        autocomplete="off"
        list={namesId}
      />
      {choice}
      {detail && (
        <TextInput name={`${name}-detail`} id={`${id}-detail`} label={say('placeDetail')} value={value.detail} autocomplete="off" />
      )}
      {countries && (
        <Select name={`${name}-country`} id={`${id}-country`} label={say('country')} options={countries} value={value.country || 'VN'} />
      )}
    </FieldGroup>
  )
}

/** The names offered by every place of a page; the browser itself shows them, no script does. */
export function PlaceNames({ id, names }: { id: string; names: readonly string[] }) {
  return (
    <datalist id={id}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}
