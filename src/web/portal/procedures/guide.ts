import { guideThrough, type Procedure, timeFor } from '#modules/procedures'
import type { Reply, Req } from '#platform/http'
import type { Language } from '#platform/i18n'
import type { Problem } from '../../components/index.ts'
import { frameOf } from '../../frame.tsx'
import type { Services } from '../../services.ts'
import { choicesIn, communeChosen, withChoices } from '../choices.ts'
import { acceptedNow } from '../forecast.ts'
import { meantBy } from '../places.ts'
import { servingOf } from '../serving.ts'
import { applyHref } from './apply-href.ts'
import { askedBefore, GuidePage } from './guide-page.tsx'
import { placeAsked } from './guide-place.tsx'
import { GuideResult } from './guide-result.tsx'
import { words } from './guide-words.ts'

/** One page of the interview, or what it comes to. Everything stands in the address, nothing is stored. */
export async function showGuide(req: Req, reply: Reply, services: Services, procedure: Procedure): Promise<unknown> {
  const { ctx } = req
  const choices = choicesIn(req.query)
  const guide = guideThrough(procedure, choices, ctx.now)
  const frame = frameOf(req, services)
  if (guide.outcome === undefined) {
    const before = (choices[askedBefore] ?? '').split(' ')
    const problems = missing(guide.open, before, req.lang)
    // Where something is missing, the whole page comes back as it was sent.
    const earlier = Object.fromEntries(Object.entries(choices).filter(([name]) => !before.includes(name)))
    const shown = problems.length === 0 ? guide : guideThrough(procedure, earlier, ctx.now)
    const page = GuidePage({ frame, procedure, guide: shown, problems, typed: (name) => choices[name] ?? '' })
    return reply.code(problems.length > 0 ? 422 : 200).page(page)
  }
  const typed = choices[placeAsked] ?? ''
  const meant = typed === '' ? { several: [] } : await meantBy(ctx, typed)
  const serving = await servingOf(ctx, procedure, meant.one?.code ?? choices[communeChosen])
  const addressIn = (commune: string | undefined) => withChoices(`/thu-tuc/${procedure.code}/huong-dan`, guide.said, commune)
  const address = addressIn(serving.commune?.code)
  // What is shared carries what was chosen, not how it was asked.
  if (choices[askedBefore] !== undefined || meant.one !== undefined) return reply.redirect(address, 303)
  const within = timeFor(procedure, guide.reckoned)
  return reply.page(
    GuideResult({
      frame,
      procedure,
      guide,
      outcome: guide.outcome,
      now: ctx.now,
      within,
      forecast: acceptedNow(serving.calendar, within, ctx.now),
      serving,
      place: { typed, several: meant.several.map(({ code, name }) => ({ name, href: addressIn(code) })) },
      begin: applyHref(frame, procedure, address.split('?')[1]),
    }),
  )
}

/** Questions that stood on the page and were left out, or answered with something that they do not offer. */
function missing(open: ReturnType<typeof guideThrough>['open'], before: readonly string[], lang: Language): Problem[] {
  const say = words(lang)
  return open.flatMap(({ name, asks, count }) => {
    if (!before.includes(name)) return []
    const text = count === undefined ? say('missing', { question: asks[lang] }) : say('missingCount', { ...count, question: asks[lang] })
    return [{ field: name, text }]
  })
}
