import { type Words, words } from '#modules/procedures'
import { isDate } from '#platform/clock'
import { checkCondition } from './condition.ts'
import { type Data, type Entries, isEntries, isList, type Place } from './data.ts'
import { type Items, type Parts, partsOf, type Shape } from './shape.ts'

/** What is wrong with a part by itself: before anything is asked about the sense of the whole. */
export type Fault = { readonly at: Place; readonly rule: FaultRule; readonly params?: Readonly<Record<string, string | number>> }

export const faultSentences = {
  missing: words('Điền “{label}”', 'Enter “{label}”'),
  unknownPart: words(
    'Không hiểu phần “{part}”: bản cài này chưa biết phần ấy. Bỏ phần ấy ra.',
    'The part “{part}” is not known to this install. Leave it out.',
  ),
  notText: words('“{label}” phải là chữ', '“{label}” must be text'),
  tooLong: words('“{label}” dài quá {most} chữ. Viết ngắn lại.', '“{label}” is longer than {most} letters. Shorten it.'),
  notCode: words(
    '“{label}” chỉ gồm chữ không dấu, số, dấu chấm, gạch ngang, gạch dưới',
    '“{label}” may hold plain letters, digits, dots and hyphens',
  ),
  notClock: words('“{label}” là giờ như 15:00', '“{label}” is an hour such as 15:00'),
  notPattern: words('Không đọc được “{label}”. Xem lại mẫu.', '“{label}” cannot be read. Look at the pattern again.'),
  notNumber: words('“{label}” là số từ {least} đến {most}', '“{label}” is a number from {least} to {most}'),
  notMoney: words('“{label}” là số tiền đồng, không âm, viết bằng chữ số', '“{label}” is an amount in đồng, in digits'),
  notYes: words('“{label}” phải là có hoặc không', '“{label}” must be yes or no'),
  notDate: words('“{label}” không phải ngày. Viết ngày, tháng, năm.', '“{label}” is not a date. Give day, month and year.'),
  notOption: words('Chọn một trong các mục có sẵn cho “{label}”', 'Choose one of those offered for “{label}”'),
  notList: words('“{label}” phải là danh sách', '“{label}” must be a list'),
  tooMany: words('“{label}” nhiều nhất {most} mục', '“{label}” holds at most {most}'),
  notEntries: words('Không đọc được “{label}”', '“{label}” cannot be read'),
  oneLanguage: words('Viết “{label}” bằng cả hai thứ tiếng', 'Write “{label}” in both languages'),
  notDeadline: words(
    '“{label}”: thời hạn gồm một số nguyên lớn hơn 0 và đơn vị',
    '“{label}”: a deadline is a whole number above nought and a unit',
  ),
  notCondition: words('Không đọc được điều kiện của “{label}”', 'The condition of “{label}” cannot be read'),
  notRoute: words('Chọn nơi đi tiếp cho “{label}”', 'Choose where “{label}” leads'),
} as const satisfies Record<string, Words>

export type FaultRule = keyof typeof faultSentences

const wrong = (at: Place, rule: FaultRule, params: Fault['params'] = {}): Fault[] => [{ at, rule, params }]
const isText = (data: Data | undefined): data is string => typeof data === 'string'

/** Deeper than any procedure goes: what is nested further is not read on. */
const deepest = 24

/** Everything that does not look as the language says; the sense (names, ways, dead ends) is judged by `definitionProblems`. */
export function faultsIn(shape: Shape, data: Data, at: Place = []): Fault[] {
  if (at.length > deepest) return wrong(at, 'notEntries')
  switch (shape.is) {
    case 'group':
      return isEntries(data) ? faultsInParts(shape.parts, data, at) : wrong(at, 'notEntries')
    case 'kinds': {
      if (!isEntries(data)) return wrong(at, 'notEntries')
      const kind = data[shape.by]
      if (!isText(kind) || !Object.hasOwn(shape.kinds, kind)) return wrong([...at, shape.by], 'notOption')
      const { [shape.by]: _kind, ...rest } = data
      return faultsInParts(partsOf(shape, kind), rest, at)
    }
    case 'items':
      return faultsInItems(shape, data, at)
    case 'values':
      if (!isList(data)) return wrong(at, 'notList')
      if (data.length > shape.most) return wrong(at, 'tooMany', { most: shape.most })
      return data.flatMap((each, index) => faultsIn(shape.of, each, [...at, String(index)]))
    default:
      return faultsInOne(shape, data, at)
  }
}

function faultsInParts(parts: Parts, data: Entries, at: Place): Fault[] {
  const strange = Object.keys(data).filter((name) => !Object.hasOwn(parts, name))
  return [
    ...strange.map((name): Fault => ({ at: [...at, name], rule: 'unknownPart', params: { part: name.slice(0, 60) } })),
    ...Object.entries(parts).flatMap(([name, { shape, optional }]): Fault[] => {
      const own = Object.hasOwn(data, name) ? data[name] : undefined
      if (own === undefined) return optional === true ? [] : wrong([...at, name], 'missing')
      return faultsIn(shape, own, [...at, name])
    }),
  ]
}

function faultsInItems(shape: Items, data: Data, at: Place): Fault[] {
  if (shape.named === true) {
    if (!isEntries(data)) return wrong(at, 'notEntries')
    const names = Object.keys(data)
    if (names.length > shape.most) return wrong(at, 'tooMany', { most: shape.most })
    const bad = names.filter((name) => !isName(name) || (shape.names !== undefined && !shape.names.some(({ value }) => value === name)))
    if (bad.length > 0) return bad.flatMap((name) => wrong([...at, name], 'notCode'))
    return Object.entries(data).flatMap(([name, each]) => faultsIn(shape.of, each, [...at, name]))
  }
  if (!isList(data)) return wrong(at, 'notList')
  if (data.length > shape.most) return wrong(at, 'tooMany', { most: shape.most })
  return data.flatMap((each, index) => faultsIn(shape.of, each, [...at, String(index)]))
}

/** A name by which parts are found: what places and addresses are made of. */
export const isName = (text: string): boolean => /^[A-Za-z][A-Za-z0-9_-]{0,59}$/.test(text) && !Object.hasOwn(Object.prototype, text)

type One = Exclude<Shape, { is: 'group' | 'kinds' | 'items' | 'values' }>

function faultsInOne(shape: One, data: Data, at: Place): Fault[] {
  switch (shape.is) {
    case 'text':
      return textFaults(shape, data, at)
    case 'words':
      return wordFaults(shape.most, data, at)
    case 'number': {
      const { least, most } = shape
      return Number.isInteger(data) && Number(data) >= least && Number(data) <= most ? [] : wrong(at, 'notNumber', { least, most })
    }
    case 'money':
      return (data === null && shape.unknown === true) || (isText(data) && /^\d{1,13}$/.test(data)) ? [] : wrong(at, 'notMoney')
    case 'yes':
      return typeof data === 'boolean' ? [] : wrong(at, 'notYes')
    case 'mark':
      return data === true ? [] : wrong(at, 'notYes')
    case 'date':
      return isText(data) && isDate(data) ? [] : wrong(at, 'notDate')
    case 'choice':
      return shape.options.some(({ value }) => value === data) ? [] : wrong(at, 'notOption')
    case 'name':
    case 'value':
      return isText(data) && data.length <= 100 && data !== '' ? [] : wrong(at, 'notOption')
    case 'condition':
      return checkCondition(data) ? [] : wrong(at, 'notCondition')
    case 'deadline':
      return isDeadline(data) ? [] : wrong(at, 'notDeadline')
    case 'taken':
      return isRoute(data, 'field') ? [] : wrong(at, 'notOption')
    case 'route':
      return isRoute(data, 'to') ? [] : wrong(at, 'notRoute')
    case 'paper':
      return paperFaults(data, at)
  }
}

function textFaults({ most, form }: Extract<Shape, { is: 'text' }>, data: Data, at: Place): Fault[] {
  if (!isText(data)) return wrong(at, 'notText')
  if (data.length > most) return wrong(at, 'tooLong', { most })
  if (data === '') return wrong(at, 'missing')
  if (form === 'code' && !/^[\p{ASCII}]+$/u.test(data)) return wrong(at, 'notCode')
  if (form === 'code' && !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(data)) return wrong(at, 'notCode')
  if (form === 'clock' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(data)) return wrong(at, 'notClock')
  return form === 'pattern' && !isPattern(data) ? wrong(at, 'notPattern') : []
}

/** A repetition of something that repeats takes for ever on some answers: such a pattern is not read. */
const endless = /\([^()]*[+*][^()]*\)[+*{]/

function isPattern(source: string): boolean {
  if (endless.test(source)) return false
  try {
    return new RegExp(source, 'u').source !== ''
  } catch {
    return false
  }
}

function wordFaults(most: number, data: Data, at: Place): Fault[] {
  if (!isEntries(data) || !isText(data.vi) || !isText(data.en) || Object.keys(data).length !== 2) return wrong(at, 'oneLanguage')
  if (data.vi.length > most || data.en.length > most) return wrong(at, 'tooLong', { most })
  return data.vi.trim() === '' || data.en.trim() === '' ? wrong(at, 'oneLanguage') : []
}

export const spanUnits = ['workingHours', 'workingDays', 'days', 'months'] as const

const isSpan = (unit: Data | undefined, amount: Data | undefined) =>
  spanUnits.some((each) => each === unit) && Number.isInteger(amount) && Number(amount) > 0 && Number(amount) <= 10_000

function isDeadline(data: Data): boolean {
  if (!isEntries(data)) return false
  const { unit, amount, until, otherwise, basis, unverified, ...strange } = data
  const told = (basis === undefined || (isText(basis) && basis.length <= 300)) && (unverified === undefined || unverified === true)
  if (!told || Object.keys(strange).length > 0) return false
  if (unit === 'asked') return amount === undefined && until === undefined && otherwise === undefined
  if (unit !== 'sameDay') return until === undefined && otherwise === undefined && isSpan(unit, amount)
  const { unit: inner, amount: count, ...more } = isEntries(otherwise) ? otherwise : {}
  const clock = isText(until) && /^([01]\d|2[0-3]):[0-5]\d$/.test(until)
  return clock && amount === undefined && isSpan(inner, count) && Object.keys(more).length === 0
}

/** A name, or several with the condition under which each counts. */
function isRoute(data: Data, part: 'to' | 'field'): boolean {
  if (isText(data)) return data !== '' && data.length <= 100
  if (!isList(data) || data.length === 0 || data.length > 20) return false
  return data.every((each) => {
    if (!isEntries(each)) return false
    const { [part]: to, when, ...strange } = each
    return isText(to) && to !== '' && to.length <= 100 && (when === undefined || checkCondition(when)) && Object.keys(strange).length === 0
  })
}

function paperFaults(data: Data, at: Place): Fault[] {
  if (!isEntries(data)) return wrong(at, 'notEntries')
  const { id, typst, ...strange } = data
  const whole = isText(id) && isName(id) && isText(typst) && typst.length <= 60_000
  return whole && Object.keys(strange).length === 0 ? [] : wrong(at, 'notEntries')
}
