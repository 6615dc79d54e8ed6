import type { ComponentChildren } from 'preact'
import { Document, SampleBanner } from './document.tsx'
import type { Frame } from './frame.ts'
import { Icon, Mark } from './icon.tsx'
import { languageHref, links, lookHref } from './links.ts'
import { isWithin } from './masthead.tsx'
import { Notice } from './notice.tsx'
import { words } from './words.ts'

/** Who stands at the desk: the post speaks, the person holds it. */
export type Officer = { name: string; post: string; unit: string }

/** A part of the office, with what waits there. Counts over a limit come as text ("500+"). */
export type Tab = { href: string; label: string; count?: number | string }

export type OfficeFrame = Frame & {
  officer: Officer
  tabs: Tab[]
  /** Said above every page while it holds, such as an outage. */
  warning?: string | undefined
}

export type OfficePageProps = OfficeFrame & { title: string; problems?: number; scripts?: readonly string[]; children: ComponentChildren }

/** A page of the office: band, white bar with unit, search, person and post; tabs with counts; `children` as the main content. */
export function OfficePage({ title, problems = 0, scripts = [], officer, tabs, warning, children, ...frame }: OfficePageProps) {
  return (
    <Document {...frame} title={title} audience="office" problems={problems} scripts={scripts} unlisted>
      <header>
        {frame.sample && <SampleBanner lang={frame.lang} />}
        <div class="lt-band" />
        <Bar lang={frame.lang} officer={officer} />
      </header>
      <OfficeNav {...frame} tabs={tabs} />
      <div class="govuk-width-container">
        <main id="main" tabIndex={-1} class="lt-office-main">
          {warning && (
            <Notice>
              <p>{warning}</p>
            </Notice>
          )}
          {children}
        </main>
      </div>
    </Document>
  )
}

function Bar({ lang, officer }: { lang: Frame['lang']; officer: Officer }) {
  return (
    <div class="lt-bar">
      <div class="govuk-width-container lt-bar__in">
        <a class="lt-bar__home" href={links.work}>
          <Mark size={40} />
          <span>
            <b>Liên Thông</b>
            <span>{officer.unit}</span>
          </span>
        </a>
        <Find lang={lang} id="find" class="lt-wideonly" />
        <a class="lt-bar__me" href={links.officeAccount}>
          <span class="lt-face" aria-hidden="true">
            {initials(officer.name)}
          </span>
          <span>
            <b>{officer.name}</b>
            <span>{officer.post}</span>
          </span>
        </a>
      </div>
    </div>
  )
}

function Find({ lang, id, class: extra }: { lang: Frame['lang']; id: string; class: string }) {
  const say = words(lang)
  return (
    <search class={`lt-bar__find ${extra}`}>
      <form action={links.officeSearch} method="get">
        <label class="lt-vh" for={id}>
          {say('officeSearch')}
        </label>
        <Icon name="search" />
        <input id={id} name="q" type="search" placeholder={say('officeSearchExample')} />
      </form>
    </search>
  )
}

/** How many tabs a phone shows before "Thêm". */
const onPhone = 2

function OfficeNav({ lang, path, tabs }: Pick<OfficeFrame, 'lang' | 'path' | 'tabs'>) {
  const say = words(lang)
  const other = lang === 'vi' ? 'en' : 'vi'
  const here = currentOf(tabs, path)
  return (
    <nav class="lt-nav" aria-label={say('mainNav')}>
      <div class="govuk-width-container">
        <ul class="lt-nav__list">
          {tabs.map((tab, index) => (
            <li key={tab.href} class={index < onPhone ? undefined : 'lt-wideonly'}>
              <TabLink {...tab} isHere={tab.href === here} />
            </li>
          ))}
          <li class="lt-nav__end lt-wideonly">
            <a class="lt-nav__link" href={lookHref(path)}>
              {say('look')}
            </a>
          </li>
          <li class="lt-wideonly">
            <a class="lt-nav__link" href={languageHref(other, path)} lang={other} hreflang={other}>
              {say('otherLanguageShort')}
            </a>
          </li>
          <li class="lt-narrowonly lt-more">
            <details>
              <summary class="lt-nav__link">
                {say('more')} <Icon name="chevron-down" small />
              </summary>
              <Find lang={lang} id="find-more" class="" />
              <ul>
                {[...tabs.slice(onPhone), { href: lookHref(path), label: say('look') }].map((tab) => (
                  <li key={tab.href}>
                    <TabLink {...tab} isHere={tab.href === here} />
                  </li>
                ))}
                <li>
                  <a class="lt-nav__link" href={languageHref(other, path)} lang={other} hreflang={other}>
                    {say('otherLanguage')}
                  </a>
                </li>
              </ul>
            </details>
          </li>
        </ul>
      </div>
    </nav>
  )
}

/** The tab in which the page lies; of two, the one that says it more closely. */
function currentOf(tabs: readonly Tab[], path: string): string | undefined {
  const around = tabs.map((tab) => tab.href).filter((href) => isWithin(path, href))
  return around.sort((a, b) => b.length - a.length)[0]
}

function TabLink({ href, label, count, isHere }: Tab & { isHere: boolean }) {
  return (
    <a class="lt-nav__link" href={href} aria-current={isHere ? 'page' : undefined}>
      {label}
      {count !== undefined && <span class="lt-count">{count}</span>}
    </a>
  )
}

/** The first letters of the last two words: Vietnamese names end with what people are called by. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/).slice(-2)
  return words.map((word) => word.charAt(0)).join('')
}
