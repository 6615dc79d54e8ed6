import type { ComponentChildren } from 'preact'
import { type Frame, FrameContext } from './frame.ts'
import { words } from './words.ts'

export type DocumentProps = Frame & {
  title: string
  audience: 'portal' | 'office'
  /** How many problems the page came back with; the title then begins with "Lỗi:". */
  problems?: number
  /** Pages with somebody's data stay out of search engines. */
  unlisted?: boolean
  /** The address under which search engines should keep the page. */
  canonical?: string | undefined
  /** What search engines read of it, as JSON-LD. */
  data?: unknown
  /** Built style sheets besides the audience's. */
  styles?: readonly string[]
  /** Islands besides the page's own script. */
  scripts?: readonly string[]
  children: ComponentChildren
}

const fonts = ['text-latin-400', 'text-vietnamese-400', 'text-latin-600', 'text-vietnamese-600']

/** The whole `<html>`: head, theme and type from the reader's look, style sheet and script of the audience. */
export function Document({
  title,
  audience,
  problems = 0,
  unlisted = false,
  canonical,
  data,
  styles = [],
  scripts = [],
  children,
  ...frame
}: DocumentProps) {
  const { lang, assets, look } = frame
  const say = words(lang)
  const told = problems > 0 ? say('errorTitle', { title }) : title
  // Light and normal are what the style sheet is without a word; then the machine's wish for contrast is followed.
  const theme = look && look.theme !== 'sang' ? look.theme : undefined
  return (
    <FrameContext.Provider value={frame}>
      <html class="govuk-template" lang={lang} data-theme={theme} data-type={look?.type === 'lon' ? 'lon' : undefined}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${told} – Liên Thông`}</title>
          <meta name="theme-color" content="#8a1c16" />
          {unlisted && <meta name="robots" content="noindex" />}
          {canonical !== undefined && <link rel="canonical" href={canonical} />}
          {data !== undefined && <DataBlock value={data} />}
          <link rel="icon" href={assets('mark.svg')} type="image/svg+xml" />
          {fonts.map((name) => (
            <link key={name} rel="preload" href={assets(`${name}.woff2`)} as="font" type="font/woff2" crossorigin="anonymous" />
          ))}
          {[`${audience}.css`, ...styles].map((name) => (
            <link key={name} rel="stylesheet" href={assets(name)} />
          ))}
          {['page.js', ...scripts].map((name) => (
            <script key={name} type="module" src={assets(name)} />
          ))}
        </head>
        <body class={`govuk-template__body${audience === 'office' ? ' lt-office' : ''}`}>
          <a href="#main" class="govuk-skip-link">
            {say('skip')}
          </a>
          {children}
        </body>
      </html>
    </FrameContext.Provider>
  )
}

/** Data for machines: no script, so the policy against inline scripts lets it stand. Nothing in it can end the block. */
function DataBlock({ value }: { value: unknown }) {
  const unsafeHtml = { __html: JSON.stringify(value).replaceAll('<', '\\u003c') }
  return <script type="application/ld+json" dangerouslySetInnerHTML={unsafeHtml} />
}

/** Said on every page of a sample install. */
export function SampleBanner({ lang }: Pick<Frame, 'lang'>) {
  return (
    <div class="lt-sample">
      <div class="govuk-width-container">{words(lang)('sample')}</div>
    </div>
  )
}
