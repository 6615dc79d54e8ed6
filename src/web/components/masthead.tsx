import { SampleBanner } from './document.tsx'
import type { Frame } from './frame.ts'
import { Icon, Mark } from './icon.tsx'
import { languageHref, links, lookHref } from './links.ts'
import { words } from './words.ts'

/** The lacquer head of the portal: mark, name, area; type and contrast; sign-in or the reader's own page. Below it the band. */
export function Masthead({ lang, area, sample, user, path }: Frame) {
  const say = words(lang)
  return (
    <header>
      {sample && <SampleBanner lang={lang} />}
      <div class="lt-mast">
        <div class="govuk-width-container lt-mast__in">
          <a class="lt-mast__home" href={links.home}>
            <Mark class="lt-mast__mark" />
            <span>
              <span class="lt-mast__name">Liên Thông</span>
              <span class="lt-mast__area">
                <span class="lt-wideonly">{say('services')} </span>
                {area}
              </span>
            </span>
          </a>
          <div class="lt-mast__side">
            <a class="lt-mast__link lt-wideonly" href={lookHref(path)}>
              <Icon name="text-size" />
              {say('look')}
            </a>
            <a class="lt-mast__link lt-mast__link--box" href={user ? links.account : links.signIn}>
              <Icon name="person" />
              <span class="lt-wideonly">{user ? user.name : say('signIn')}</span>
              <span class="lt-narrowonly">{user ? say('mine') : 'VNeID'}</span>
            </a>
          </div>
        </div>
      </div>
      <div class="lt-band" />
    </header>
  )
}

/** The row of five links under the band: three on a phone, the others stand in the footer. At its end the other language. */
export function PortalNav({ lang, path }: Pick<Frame, 'lang' | 'path'>) {
  const say = words(lang)
  const items = [
    { href: links.procedures, label: say('procedures') },
    { href: links.dossiers, label: say('dossiers') },
    { href: links.counters, label: say('counters'), wide: true },
    { href: links.verify, label: say('verify'), wide: true },
    { href: links.help, label: say('help') },
  ]
  return (
    <nav class="lt-nav" aria-label={say('mainNav')}>
      <div class="govuk-width-container">
        <ul class="lt-nav__list">
          {items.map(({ href, label, wide }) => (
            <li key={href} class={wide ? 'lt-wideonly' : undefined}>
              <a class="lt-nav__link" href={href} aria-current={isWithin(path, href) ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
          <li class="lt-nav__end">
            <OtherLanguage lang={lang} path={path} class="lt-nav__link" />
          </li>
        </ul>
      </div>
    </nav>
  )
}

/** A link, in the other language, to this page in the other language. */
export function OtherLanguage({ lang, path, class: classes }: Pick<Frame, 'lang' | 'path'> & { class: string }) {
  const other = lang === 'vi' ? 'en' : 'vi'
  const say = words(lang)
  return (
    <a class={classes} href={languageHref(other, path)} lang={other} hreflang={other}>
      <span class="lt-wideonly">{say('otherLanguage')}</span>
      <span class="lt-narrowonly">{say('otherLanguageShort')}</span>
    </a>
  )
}

/** True when `path` is `href` or lies below it. */
export function isWithin(path: string, href: string): boolean {
  const bare = path.replace(/[?#].*$/, '')
  return bare === href || bare.startsWith(`${href}/`)
}
