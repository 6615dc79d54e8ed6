import type { Draft } from '#modules/dossiers'
import { type Asked, isPlace, type Raw } from '#modules/procedures'
import type { Ctx } from '#platform/act'
import type { PlaceParts } from '../../components/index.ts'
import { meantBy, type Named } from '../places.ts'

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
    meant[`${name}-commune`] = found === undefined ? chosen : (found.one?.code ?? (field.detail === 'instead' ? '' : typed))
    if (found?.one === undefined && field.detail === 'instead') meant[`${name}-detail`] = code.test(chosen) ? '' : typed
    if (found !== undefined && found.several.length > 0 && field.detail !== 'instead') several.set(name, found.several)
  }
  return { raw: meant, several }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

/** A place to show again: names instead of codes. */
export function partsOf(draft: Pick<Draft, 'answers' | 'procedure'>, name: string, communes: readonly Named[]): PlaceParts {
  const answer = draft.answers[name]
  const field = draft.procedure.fields[name]
  if (!isPlace(answer)) return { commune: '', detail: '', country: '' }
  const { commune = '', detail = '', country = '' } = answer
  const shown = communes.find((one) => one.code === commune)?.name ?? commune
  const instead = field?.kind === 'place' && field.detail === 'instead' && commune === ''
  return { commune: instead ? detail : shown, detail, country }
}
