import { words } from '#modules/procedures'
import type { Language } from '#platform/i18n'
import { faultsIn } from './check.ts'
import { canonicalText, type Data, isEntries, withPart } from './data.ts'
import { procedureShape } from './language/index.ts'
import { faultText } from './lint.ts'

const format = 'lien-thong/procedure'
const formatVersion = 1

/** More than any procedure needs: the largest of the house is a tenth of it. */
export const largestImport = 1_000_000
const deepest = 40
const mostTold = 20

/** A definition as a file: the same bytes for the same content on every install. The number of the revision stays at home. */
export function exportText(body: Data): string {
  return canonicalText({ format, version: formatVersion, definition: withPart(body, ['revision'], undefined) })
}

// Zero bytes and halves of letters: no database stores them as text.
const unstorable = /(?<!\\)\\u(0000|d[89a-f])/i

export type Imported = { readonly ok: true; readonly body: Data } | { readonly ok: false; readonly problems: readonly string[] }

const said = {
  empty: words('Chưa có nội dung. Chọn tệp đã xuất từ trang biên tập.', 'There is nothing in it. Choose a file that the editor exported.'),
  large: words(
    'Tệp lớn quá 1 MB. Đây không phải tệp xuất từ trang biên tập.',
    'The file is larger than 1 MB. The editor exports none of that size.',
  ),
  broken: words(
    'Tệp không phải JSON đọc được. Xuất lại từ bản cài kia rồi thử lại.',
    'The file is not readable JSON. Export it anew and try again.',
  ),
  deep: words('Tệp lồng nhau quá sâu để là một thủ tục.', 'The file is nested too deeply to be a procedure.'),
  foreign: words('Tệp này không phải một thủ tục do trang biên tập xuất ra.', 'The file is no procedure that the editor exported.'),
  newer: words(
    'Tệp do bản cài mới hơn xuất ra. Nâng cấp bản cài này trước.',
    'The file comes from a newer install. Upgrade this one first.',
  ),
} as const

/** Reads a file of another install. Bounded in size and depth before anything looks at it; every fault is a sentence. */
export function readExport(text: string, language: Language): Imported {
  const refuse = (why: keyof typeof said): Imported => ({ ok: false, problems: [said[why][language]] })
  if (text.trim() === '') return refuse('empty')
  if (text.length > largestImport) return refuse('large')
  if (depthOf(text) > deepest) return refuse('deep')
  const data = parsed(text)
  if (data === undefined) return refuse('broken')
  if (!isEntries(data) || data.format !== format) return refuse('foreign')
  if (data.version !== formatVersion) return refuse('newer')
  const body = data.definition
  if (!isEntries(body)) return refuse('foreign')
  if (unstorable.test(JSON.stringify(body))) return refuse('broken')
  const faults = faultsIn(procedureShape, body)
  if (faults.length === 0) return { ok: true, body }
  return {
    ok: false,
    problems: faults.slice(0, mostTold).map((one) => `${one.at.join(' › ').slice(0, 200)}: ${faultText(body, one, language)}`),
  }
}

function parsed(text: string): Data | undefined {
  try {
    return JSON.parse(text) as Data
  } catch {
    return undefined
  }
}

/** How deep brackets stand, read off the text: what would overflow the stack is not parsed. */
function depthOf(text: string): number {
  let [depth, most, quoted] = [0, 0, false]
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (quoted && sign === '\\') at += 1
    else if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === '{' || sign === '[')) most = Math.max(most, ++depth)
    else if (!quoted && (sign === '}' || sign === ']')) depth -= 1
  }
  return most
}
