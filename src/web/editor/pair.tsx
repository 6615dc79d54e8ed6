import type { ComponentChildren } from 'preact'
import { FieldGroup, Textarea, TextInput } from '../components/index.ts'
import { type Boxes, errorOf, type Told } from './boxes.tsx'
import { words } from './words.ts'

/** Several boxes that belong together, under one legend. */
export function Together({
  name,
  label,
  hint,
  optional = false,
  children,
}: {
  name: string
  label: string
  hint?: string | undefined
  optional?: boolean
  children: ComponentChildren
}) {
  return (
    <FieldGroup name={`${name}.all`} label={label} hint={hint} optional={optional}>
      {children}
    </FieldGroup>
  )
}

type PairProps = { said: Told; data: { vi: string; en: string } | undefined; lines: number | undefined; most: number; boxes: Boxes }

/** A text for people: Vietnamese and English, one under the other. */
export function Pair({ said, data, lines, most, boxes }: PairProps) {
  const say = words(boxes.lang)
  const error = errorOf(boxes, said.name)
  const one = (part: 'vi' | 'en') => {
    const props = {
      name: `${said.name}.${part}`,
      id: part === 'vi' ? said.name : `${said.name}.en`,
      label: say(part === 'vi' ? 'inVietnamese' : 'inEnglish'),
      error: part === 'vi' ? error : undefined,
      value: data?.[part] ?? '',
      maxLength: most,
    }
    return lines === undefined ? <TextInput {...props} autocomplete="off" /> : <Textarea {...props} rows={lines} />
  }
  return (
    <Together name={said.name} label={said.label} hint={said.hint} optional={said.optional}>
      {one('vi')}
      {one('en')}
    </Together>
  )
}
