import { parseDate } from '#platform/text'
import { type Choice, choiceFrom, keptCondition, type Literal } from './condition.ts'
import { type Data, type Entries, isEntries, isList } from './data.ts'
import { isInline, type Parts, type Shape } from './shape.ts'

/** What a form sent: by the name of the box, cleaned; empty where nothing was sent. */
export type Sent = {
  readonly line: (name: string) => string
  readonly lines: (name: string) => string
  readonly all: (name: string) => readonly string[]
}

/** How many empty boxes follow what is there already, so that something can be added without script. */
export const spareRows = 2
const mostRows = 80

/**
 * The parts of one page as they were typed, right or wrong, over what stood there before: a part that has a page of its own is kept.
 * Nothing is judged here (`faultsIn` does).
 */
export function readParts(parts: Parts, sent: Sent, before: Entries, under = ''): Entries {
  const kept = Object.entries(before).filter(([name]) => !Object.hasOwn(parts, name) || !isInline(parts[name]?.shape ?? { is: 'paper' }))
  const read = Object.entries(parts).flatMap(([name, { shape, optional }]): [string, Data][] => {
    if (!isInline(shape)) return []
    const value = readShape(shape, `${under}${name}`, sent, before[name])
    return value === undefined ? [] : optional === true && isNothing(value) ? [] : [[name, value]]
  })
  return Object.fromEntries([...kept, ...read])
}

/** Whether nothing was typed. An amount that was left empty is told apart: it is "not known". */
function isNothing(data: Data): boolean {
  if (data === '') return true
  if (isList(data)) return data.length === 0
  return isEntries(data) && Object.values(data).every(isNothing)
}

export function readShape(shape: Shape, name: string, sent: Sent, before: Data | undefined): Data | undefined {
  switch (shape.is) {
    case 'text':
      return shape.lines === undefined ? sent.line(name) : sent.lines(name)
    case 'words':
      return readWords(shape.lines !== undefined, name, sent)
    case 'number':
      return numberIn(sent.line(name))
    case 'money':
      return sent.line(name) === '' ? (shape.unknown === true ? null : '') : sent.line(name).replace(/[.\s₫đ]/g, '')
    case 'yes':
      return sent.line(name) === '' ? '' : sent.line(name) === 'yes'
    case 'mark':
      return sent.line(name) === 'yes' ? true : undefined
    case 'date':
      return readDate(name, sent)
    case 'choice':
    case 'name':
      return sent.line(name)
    case 'value':
      return sent.line(name)
    case 'taken':
      return sent.line(name) === '' && isList(before) ? before : sent.line(name)
    case 'values':
      return readValues(shape.of, name, sent)
    case 'condition':
      return readCondition(name, sent, before)
    case 'deadline':
      return readDeadline(name, sent)
    case 'route':
      return readRoute(name, sent, before)
    case 'group':
      return readParts(shape.parts, sent, isEntries(before) ? before : {}, `${name}.`)
    default:
      return before
  }
}

function readWords(long: boolean, name: string, sent: Sent): Data | undefined {
  const read = long ? sent.lines : sent.line
  const [vi, en] = [read(`${name}.vi`), read(`${name}.en`)]
  return vi === '' && en === '' ? '' : { vi, en }
}

const numberIn = (typed: string): Data => (/^-?\d{1,15}$/.test(typed.replace(/[.\s]/g, '')) ? Number(typed.replace(/[.\s]/g, '')) : typed)

function readDate(name: string, sent: Sent): Data {
  const parts = (['day', 'month', 'year'] as const).map((part) => sent.line(`${name}-${part}`)).filter((part) => part !== '')
  const written = parts.join('/')
  return parts.length === 3 ? (parseDate(written) ?? written) : written
}

function readValues(of: Shape, name: string, sent: Sent): Data {
  if (of.is === 'choice') return [...sent.all(name)]
  if (of.is === 'text') {
    return sent
      .lines(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  }
  const rows = Array.from({ length: mostRows }, (_, index) => readShape(of, `${name}.${index}`, sent, undefined))
  return rows.filter((row) => row !== undefined && !isNothing(row)).flatMap((row) => (row === undefined ? [] : [row]))
}

/** "field=value", "!field=value", "field" for one that is answered at all. */
export function literalText({ field, value, not }: Literal): string {
  return `${not ? '!' : ''}${field}${value === undefined ? '' : `=${JSON.stringify(value)}`}`
}

function literalFrom(text: string): Literal | undefined {
  const [, not, field, value] = /^(!?)([A-Za-z][\w-]*)(?:=(.+))?$/.exec(text) ?? []
  if (field === undefined) return undefined
  if (value === undefined) return { field, not: not === '!' }
  const known = /^(true|false|-?\d{1,15}|"[^"\\]{0,200}")$/.test(value) ? (JSON.parse(value) as string | number | boolean) : undefined
  return known === undefined ? undefined : { field, value: known, not: not === '!' }
}

function readCondition(name: string, sent: Sent, before: Data | undefined): Data | undefined {
  if (sent.line(`${name}.keep`) === 'yes' && before !== undefined && choiceFrom(before) === undefined) return before
  const choice: Choice = Array.from({ length: 30 }, (_, group) =>
    Array.from({ length: 8 }, (_each, row) => literalFrom(sent.line(`${name}.${group}.${row}`))).flatMap((one) =>
      one === undefined ? [] : [one],
    ),
  ).filter((group) => group.length > 0)
  return keptCondition(before, choice)
}

function readDeadline(name: string, sent: Sent): Data | undefined {
  const [amount, unit, until] = [sent.line(`${name}.amount`), sent.line(`${name}.unit`), sent.line(`${name}.until`)]
  const basis = sent.line(`${name}.basis`)
  if (amount === '' && until === '' && unit !== 'asked') return ''
  const told: Entries = {
    ...(basis === '' ? {} : { basis }),
    ...(sent.line(`${name}.unverified`) === 'yes' ? { unverified: true } : {}),
  }
  if (unit === 'asked') return { unit, ...told }
  const span: Entries = { unit, amount: numberIn(amount) }
  return until === '' ? { ...span, ...told } : { unit: 'sameDay', until, otherwise: span, ...told }
}

function readRoute(name: string, sent: Sent, before: Data | undefined): Data {
  const otherwise = sent.line(`${name}.to`)
  const was = isList(before) ? before : []
  const ways = Array.from({ length: 20 }, (_, index): Entries[] => {
    const to = sent.line(`${name}.${index}.to`)
    const old = was[index]
    const when = readCondition(`${name}.${index}.when`, sent, isEntries(old) ? old.when : undefined)
    return to === '' ? [] : [{ to, ...(when === undefined ? {} : { when }) }]
  }).flat()
  return ways.length === 0 ? otherwise : [...ways, { to: otherwise }]
}
