import { useWords } from '../frame.ts'
import { Icon } from '../icon.tsx'
import { describedBy, type FieldProps, LabelledField } from './field.tsx'

/** A file that has arrived. `size` and `checked` as they are to be read ("412 kB", "đã quét"). */
export type HeldFile = { id: string; name: string; size: string; checked?: string }

export type FileUploadProps = FieldProps & {
  /** Kinds a reader may choose, as in HTML: `application/pdf,image/jpeg`. */
  accept: string
  multiple?: boolean
  have?: readonly HeldFile[]
  /** Name of the button that removes a held file; its value is the file's id. */
  removeName?: string
  /** Below this address a script sends each file at once and in pieces (`islands/parts/send-in-pieces.ts` says how). */
  sendTo?: string | undefined
}

/** Files from the reader's phone: a photo will do. Those that have arrived are listed above, each with a way to take it back. */
export function FileUpload({ accept, multiple = false, have = [], removeName = 'remove', sendTo, ...field }: FileUploadProps) {
  const { name, id = name, error } = field
  const script = useScriptWords(sendTo)
  return (
    <LabelledField {...field}>
      <div class="lt-file">
        {have.map((file) => (
          <Held key={file.id} file={file} removeName={removeName} />
        ))}
        <input
          class={`govuk-file-upload${error ? ' govuk-file-upload--error' : ''}`}
          id={id}
          name={name}
          type="file"
          accept={accept}
          multiple={multiple}
          {...script}
          aria-describedby={describedBy(id, field)}
          aria-invalid={error ? 'true' : undefined}
        />
      </div>
    </LabelledField>
  )
}

function Held({ file, removeName }: { file: HeldFile; removeName: string }) {
  const say = useWords()
  return (
    <p class="lt-file__have">
      <Icon name="paper" small />
      <span>
        <b>{file.name}</b>{' '}
        <span class="lt-muted">
          {file.size}
          {file.checked && ` · ${file.checked}`}
        </span>
      </span>
      <button class="lt-text-button" type="submit" name={removeName} value={file.id}>
        {say('remove', { file: file.name })}
      </button>
    </p>
  )
}

/** What the sending script needs: where to, and what to say meanwhile. */
function useScriptWords(sendTo: string | undefined): Record<string, string> {
  const say = useWords()
  if (sendTo === undefined) return {}
  // The script fills these slots.
  const slots = { file: '{file}', percent: '{percent}' }
  return {
    'data-send-to': sendTo,
    'data-say-sending': say('sending', slots),
    'data-say-waiting': say('lineLost', slots),
    'data-say-done': say('arrived', slots),
    'data-say-failed': say('notArrived'),
  }
}
