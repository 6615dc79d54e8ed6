import type { Language } from '#platform/i18n'
import type { Field, ListField } from './field.ts'
import type { Procedure } from './procedure.ts'
import type { Problem } from './rule.ts'
import { fill, say, type Words, words } from './words.ts'

// Each says what is wrong and how to right it; `{label}` is the name of the field.
const sentences: Readonly<Record<string, Words>> = {
  'required.choice': words('Chọn một câu trả lời cho “{label}”', 'Choose an answer to “{label}”'),
  'required.upload': words('Thêm tệp: {label}', 'Add a file: {label}'),
  'required.place': words('Chọn xã, phường cho “{label}”', 'Choose a commune for “{label}”'),
  required: words('Điền “{label}”', 'Enter “{label}”'),
  letters: words('“{label}” chỉ gồm chữ cái, không có số và ký hiệu', '“{label}” may hold letters only, no digits or symbols'),
  'pattern.citizenId': words(
    'Số định danh cá nhân gồm đúng 12 chữ số và bắt đầu bằng số 0',
    'A personal number has exactly 12 digits and begins with 0',
  ),
  'pattern.phone': words(
    'Số điện thoại gồm 10 chữ số và bắt đầu bằng số 0, ví dụ 0912 345 678',
    'A phone number has 10 digits and begins with 0, such as 0912 345 678',
  ),
  'pattern.email': words('Địa chỉ thư điện tử có dạng ten@noi.vn', 'An e-mail address looks like name@place.vn'),
  pattern: words('“{label}” chưa đúng dạng. Xem lại theo gợi ý.', '“{label}” does not have the right form. See the hint.'),
  tooLong: words('“{label}” dài quá {most} chữ. Viết ngắn lại.', '“{label}” is longer than {most} letters. Shorten it.'),
  notDigits: words('Ngày, tháng, năm viết bằng chữ số, ví dụ 9 11 2026', 'Write day, month and year in digits, such as 9 11 2026'),
  yearOfFour: words('Năm gồm bốn chữ số, ví dụ 2026', 'A year has four digits, such as 2026'),
  noSuchMonth: words('Không có tháng {month}. Xem lại ô tháng.', 'There is no month {month}. Check the month.'),
  noSuchDay: words(
    'Không có ngày {day}: tháng {month} chỉ có {days} ngày. Xem lại ngày trên giấy tờ.',
    'There is no day {day}: month {month} has only {days} days. Check the date on the paper.',
  ),
  wholeDate: words('Điền đủ ngày, tháng và năm', 'Enter day, month and year'),
  future: words('Ngày {date} chưa đến. Xem lại “{label}”.', '{date} has not come yet. Check “{label}”.'),
  option: words('Chọn một trong các câu trả lời có sẵn cho “{label}”', 'Choose one of the answers offered for “{label}”'),
  unknownCode: words('Chọn “{label}” trong danh sách', 'Choose “{label}” from the list'),
  commune: words(
    'Không tìm thấy nơi đó cho “{label}”. Gõ tên xã, phường khác, hoặc tên cũ.',
    'That place was not found for “{label}”. Type another commune, or its old name.',
  ),
  detail: words('Điền số nhà, đường, thôn hoặc tổ dân phố cho “{label}”', 'Enter house, street, village or quarter for “{label}”'),
  money: words(
    '“{label}” là số tiền bằng đồng, viết bằng chữ số, ví dụ 50.000.000',
    '“{label}” is an amount in đồng, in digits, such as 50.000.000',
  ),
  tooManyEntries: words('Nhiều nhất {most} dòng cho “{label}”', 'At most {most} entries for “{label}”'),
  notAbroad: words('“{label}” phải ở Việt Nam', '“{label}” must be in Viet Nam'),
  number: words('“{label}” là một số, viết bằng chữ số', '“{label}” is a number, written in digits'),
  tooSmall: words('“{label}” ít nhất là {least}', '“{label}” must be at least {least}'),
  tooLarge: words('“{label}” nhiều nhất là {most}', '“{label}” must be at most {most}'),
  tooManyFiles: words('Nhiều nhất {most} tệp cho “{label}”', 'At most {most} files for “{label}”'),
  goesTo: words('{name} (thủ tục {code})', '{name} (procedure {code})'),
}

const sexes = { male: words('nam', 'male'), female: words('nữ', 'female') } as const

const asChoice: ReadonlySet<Field['kind']> = new Set(['choice', 'code', 'bool'])

function keyOf(problem: Problem, field: Field): string {
  const kind = asChoice.has(field.kind) ? 'choice' : field.kind
  const special = `${problem.rule}.${kind}`
  return special in sentences ? special : problem.rule
}

/** Every built-in sentence, for the test that both languages are there. */
export const builtInSentences = sentences

/**
 * The sentence of a problem in one language. The field's own words come first, then the rule's, then the general ones.
 * Throws for a problem that this revision cannot have.
 */
export function sentenceOf(procedure: Procedure, problem: Problem, language: Language): string {
  const field = procedure.fields[problem.field]
  if (!field) throw new Error(`no field "${problem.field}" in ${procedure.code}`)
  if (field.kind === 'list' && typeof problem.params?.cell === 'string') return entrySentence(procedure, field, problem, language)
  if (problem.rule === 'required' && field.missing) return field.missing[language]
  const rule = procedure.rules.find(({ code }) => code === problem.rule)
  const sentence = rule?.says ?? sentences[keyOf(problem, field)]
  if (!sentence) throw new Error(`no sentence for "${problem.rule}" in ${procedure.code}`)
  return fill(sentence[language], paramsOf(procedure, problem, field, language))
}

/** "Người thứ 2: Số định danh cá nhân gồm đúng 12 chữ số…". */
function entrySentence(procedure: Procedure, list: ListField, problem: Problem, language: Language): string {
  const { entry = '', cell = '' } = problem.params ?? {}
  const field = list.cells[cell]
  if (!field) throw new Error(`no cell "${cell}" in ${problem.field} of ${procedure.code}`)
  const own = problem.rule === 'required' ? field.missing : undefined
  const sentence = own ?? procedure.rules.find(({ code }) => code === problem.rule)?.says ?? sentences[keyOf(problem, field)]
  if (!sentence) throw new Error(`no sentence for "${problem.rule}" in ${procedure.code}`)
  const said = fill(sentence[language], paramsOf(procedure, problem, field, language))
  return fill(language === 'vi' ? '{what} thứ {entry}: {said}' : '{what} {entry}: {said}', { what: list.entry[language], entry, said })
}

function paramsOf(procedure: Procedure, problem: Problem, field: Field, language: Language): Record<string, string | number> {
  const { sex, case: id } = problem.params ?? {}
  const elsewhere = procedure.cases.find((each) => each.id === id)
  return {
    ...problem.params,
    label: field.label[language],
    ...(sex === 'male' || sex === 'female' ? { sex: say(sexes[sex], language) } : {}),
    ...(elsewhere?.goesTo ? { name: (elsewhere.tells ?? elsewhere.goesTo.name)[language] } : {}),
  }
}
