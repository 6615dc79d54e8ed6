import type { ComponentChildren } from 'preact'
import { useWords } from '../frame.ts'
import { describedBy, FieldGroup, type FieldProps } from './field.tsx'

export type ListInputProps = FieldProps & {
  /** What one entry is called: "Người". */
  entry: string
  /** The inputs of each entry, drawn by the page. */
  entries: readonly ComponentChildren[]
  /** Names of the buttons that add an entry and take one away; without them the entries stay as they are. */
  grows?: { add: string; remove: string; most: number } | undefined
}

/** Entries of one shape, each in a box of its own. Adding and taking away are ordinary buttons of the form: they work without script. */
export function ListInput({ entry, entries, grows, ...field }: ListInputProps) {
  const say = useWords()
  const { name, id = name } = field
  return (
    <FieldGroup {...field}>
      <div class="lt-entries" id={id} tabIndex={-1} aria-describedby={describedBy(id, field)}>
        {entries.map((inputs, at) => (
          <fieldset class="lt-entry" id={`${id}-${at}`} key={at}>
            <legend class="lt-entry__legend">{say('entry', { entry, number: at + 1 })}</legend>
            {inputs}
            {grows && (
              <button class="lt-text-button lt-entry__remove" type="submit" name={grows.remove} value={`${name}.${at}`}>
                {say('removeEntry', { entry: entry.toLocaleLowerCase('vi') })}
                <span class="lt-vh"> – {say('entry', { entry, number: at + 1 })}</span>
              </button>
            )}
          </fieldset>
        ))}
        {grows && entries.length < grows.most && (
          <button class="govuk-button govuk-button--secondary lt-entries__add" type="submit" name={grows.add} value={name}>
            {say('addEntry', { entry: entry.toLocaleLowerCase('vi') })}
          </button>
        )}
      </div>
    </FieldGroup>
  )
}
