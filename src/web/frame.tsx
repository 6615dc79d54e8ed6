import type { VNode } from 'preact'
import type { Problem, Req } from '#platform/http'
import { type Frame, lookCookie, lookOf, Page } from './components/index.ts'
import type { Services } from './services.ts'
import { words } from './words.ts'

/** Path and query of the page asked for, for the switches of language and look. */
export function pathOf(req: Req): string {
  return req.method === 'GET' ? req.url : '/'
}

/** What every page is told about its reader and its install. */
export function frameOf(req: Req, services: Services): Frame {
  return {
    lang: req.lang,
    assets: services.assets,
    path: pathOf(req),
    sample: services.sample,
    area: words(req.lang)('area'),
    hotline: services.hotline,
    look: lookOf(req.cookies[lookCookie]),
    csrf: req.csrf,
    ...(req.who?.shown === undefined ? {} : { user: { name: req.who.shown.name } }),
  }
}

/** The page that tells a person what went wrong: what, and what to do; never why inside. */
export function ProblemPage({ problem, req, services }: { problem: Problem; req: Req; services: Services }): VNode {
  const say = words(req.lang)
  const frame = { ...frameOf(req, services), path: '/' }
  return (
    <Page {...frame} title={problem.title} unlisted>
      <h1 class="govuk-heading-xl">{problem.title}</h1>
      <p class="govuk-body">{problem.detail}</p>
      {problem.reason === 'sign-in-first' && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/dang-nhap?ve=${encodeURIComponent(pathOf(req))}`}>
            {say('signInCitizen')}
          </a>{' '}
          {say('or')}{' '}
          <a class="govuk-link" href={`/can-bo/dang-nhap?ve=${encodeURIComponent(pathOf(req))}`}>
            {say('signInStaff')}
          </a>
        </p>
      )}
      <p class="govuk-body lt-muted">
        {say('requestCode')}: <span class="lt-num">{problem.instance}</span>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          {say('toHome')}
        </a>
      </p>
    </Page>
  )
}
