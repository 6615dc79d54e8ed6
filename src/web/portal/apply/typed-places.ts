import type { Draft } from '#modules/dossiers'
import { type Asked, isPlace, type Raw } from '#modules/procedures'
import type { Ctx } from '#platform/act'
import type { PlaceParts } from '../../components/index.ts'
import { type Meant, meantBy, type Named } from '../places.ts'

/** Communes among which the reader must choose, by field. */
export type Several = ReadonlyMap<string, readonly Named[]>

const code = /^\d{5}$/

/**
 * Turns the names of places on a page into codes: a chosen one counts, then what the typed name means. What means nothing stays as it
 * was typed, so that the page shows it again; where words may stand for the commune they become the words.
 */
export async function withPlaces(ctx: Ctx, page: Asked, raw: Raw): Promise<{ raw: Raw; several: Several }> {
  const several = new Map<string, readonly Named[]>()
  const meant: Record<string, unknown> = { ...raw }
  for (const { name, field } of page.asks) {
    if (field.kind !== 'place' || !(`${name}-noi` in raw)) continue
    const typed = textOf(raw[`${name}-noi`])
    const chosen = textOf(raw[`${name}-commune`])
    const abroad = textOf(raw[`${name}-country`]) !== '' && textOf(raw[`${name}-country`]) !== 'VN'
    if (abroad || typed === '') {
      meant[`${name}-commune`] = abroad ? '' : chosen
      continue
    }
    const found = code.test(chosen) ? undefined : await meantBy(ctx, typed)
    if (found !== undefined && isElsewhere(typed, found)) {
      const detail = textOf(raw[`${name}-detail`])
      Object.assign(meant, { [`${name}-commune`]: '', [`${name}-country`]: 'VN', [`${name}-detail`]: joined([detail, typed]) })
      continue
    }
    meant[`${name}-commune`] = found === undefined ? chosen : (found.one?.code ?? (field.detail === 'instead' ? '' : typed))
    if (found?.one === undefined && field.detail === 'instead') meant[`${name}-detail`] = code.test(chosen) ? '' : typed
    if (found !== undefined && found.several.length > 0 && field.detail !== 'instead') several.set(name, found.several)
  }
  return { raw: meant, several }
}

/** A commune written with its province, which is none of ours: taken as words. */
function isElsewhere(typed: string, { one, several }: Meant): boolean {
  return one === undefined && several.length === 0 && typed.includes(',')
}

const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join(', ')

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

/** A place to show again: names instead of codes. */
export function partsOf(draft: Pick<Draft, 'answers' | 'procedure'>, name: string, communes: readonly Named[]): PlaceParts {
  const answer = draft.answers[name]
  const field = draft.procedure.fields[name]
  if (!isPlace(answer)) return { commune: '', detail: '', country: '' }
  const { commune = '', detail = '', country = '' } = answer
  if (commune === '' && country === 'VN') return wordsApart(detail, field?.kind === 'place' && field.detail === 'none')
  const shown = communes.find((one) => one.code === commune)?.name ?? commune
  const instead = field?.kind === 'place' && field.detail === 'instead' && commune === ''
  return { commune: instead ? detail : shown, detail, country }
}

/** Words of another province put back into their boxes: commune and province are the last two parts. */
function wordsApart(written: string, isWhole: boolean): PlaceParts {
  const parts = written.split(', ')
  const place = isWhole ? written : parts.slice(-2).join(', ')
  return { commune: place, detail: isWhole ? '' : parts.slice(0, -2).join(', '), country: 'VN' }
}
