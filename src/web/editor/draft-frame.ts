import { asWords, getRevisionDraft, type Place, partAt, pathInWords, type RevisionDraft } from '#modules/editing'
import { Refusal } from '#platform/act'
import type { Req } from '#platform/http'
import type { Language } from '#platform/i18n'
import { isId } from '#platform/id'
import type { OfficeFrame } from '../components/index.ts'
import { officeFrameOf } from '../office/frame.ts'
import type { Services } from '../services.ts'
import { param } from '../typed.ts'
import { base, draftHref, placeHref } from './links.ts'
import type { Crumb } from './shell.tsx'

/** The draft that a page is about, with the page's frame. */
export async function draftIn(req: Req, services: Services): Promise<{ draft: RevisionDraft; frame: OfficeFrame }> {
  const id = param(req, 'id')
  if (!isId(id)) throw new Refusal(404, 'no-such-page')
  const [draft, frame] = await Promise.all([getRevisionDraft(req.ctx, id), officeFrameOf(req, services)])
  return { draft, frame: { ...frame, path: base } }
}

/** What the procedure of a draft is called. */
export function nameOf(draft: Pick<RevisionDraft, 'body' | 'code'>, language: Language): string {
  const name = asWords(partAt(draft.body, ['name']))?.[language] ?? ''
  return name === '' ? draft.code : name
}

/** The way to a place of a draft: the draft, and every part around it. */
export function crumbsTo(draft: RevisionDraft, place: Place, language: Language): Crumb[] {
  const around = place.slice(0, -1).map((_, index) => place.slice(0, index + 1))
  const steps = around.flatMap((upTo): Crumb[] => {
    const label = pathInWords(draft.body, upTo, language)[upTo.length - 1]
    return label === undefined ? [] : [{ href: placeHref(draft.id, upTo), label }]
  })
  return [{ href: draftHref(draft.id), label: nameOf(draft, language) }, ...steps]
}
