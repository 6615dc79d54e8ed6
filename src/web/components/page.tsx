import type { ComponentChildren } from 'preact'
import { BackLink } from './back-link.tsx'
import { Document } from './document.tsx'
import { Footer } from './footer.tsx'
import type { Frame } from './frame.ts'
import { Masthead, PortalNav } from './masthead.tsx'

export type PageProps = Frame & {
  title: string
  problems?: number
  unlisted?: boolean
  /** A page of a form: no row of links, a narrow column. */
  form?: boolean
  /** The page lays out its own width, as the home page does with its search. */
  bare?: boolean
  /** The address under which search engines should keep the page. */
  canonical?: string
  /** What search engines read of it, as JSON-LD. */
  data?: unknown
  back?: { href: string; label?: string } | undefined
  /** Built style sheets besides the portal's. */
  styles?: readonly string[]
  /** Islands besides the page's own script. */
  scripts?: readonly string[]
  children: ComponentChildren
}

/**
 * A page of the citizens' portal: masthead, links, `children` as the main content, footer. The heading is the page's own
 * (`<Title>`), since it stands in the main content.
 */
export function Page({
  title,
  problems = 0,
  unlisted = false,
  form = false,
  bare = false,
  back,
  canonical,
  data,
  styles = [],
  scripts = [],
  children,
  ...frame
}: PageProps) {
  const main = (
    <main id="main" tabIndex={-1} class={bare ? undefined : `lt-main${form ? ' lt-narrow' : ''}`}>
      {back && <BackLink {...back} />}
      {children}
    </main>
  )
  return (
    <Document
      {...frame}
      title={title}
      audience="portal"
      problems={problems}
      unlisted={unlisted}
      canonical={canonical}
      data={data}
      styles={styles}
      scripts={scripts}
    >
      <Masthead {...frame} />
      {!form && <PortalNav {...frame} />}
      {bare ? main : <div class="govuk-width-container">{main}</div>}
      <Footer {...frame} />
    </Document>
  )
}
