import type { Frame } from './frame.ts'
import { languageHref, links, lookHref } from './links.ts'
import { words } from './words.ts'

/** The foot of the portal: help, rights, feedback, who answers for the page; on a phone also the links that the head has no room for. */
export function Footer({ lang, area, path, hotline, sample }: Pick<Frame, 'lang' | 'area' | 'path' | 'hotline' | 'sample'>) {
  const say = words(lang)
  const other = lang === 'vi' ? 'en' : 'vi'
  const items = [
    { href: links.help, label: say('help') },
    ...(hotline === undefined ? [] : [{ href: `tel:${hotline}`, label: say(sample ? 'callSample' : 'call', { number: hotline }) }]),
    { href: links.privacy, label: say('privacy') },
    { href: links.accessibility, label: say('accessibility') },
    { href: links.feedback, label: say('feedback') },
    { href: links.counters, label: say('counters'), narrow: true },
    { href: links.verify, label: say('verify'), narrow: true },
    { href: lookHref(path), label: say('look'), narrow: true },
  ]
  return (
    <footer class="lt-foot">
      <div class="lt-band" />
      <div class="govuk-width-container lt-foot__in">
        <ul>
          {items.map(({ href, label, narrow }) => (
            <li key={href} class={narrow ? 'lt-narrowonly' : undefined}>
              <a class="govuk-link" href={href}>
                {label}
              </a>
            </li>
          ))}
          <li>
            <a class="govuk-link" href={languageHref(other, path)} lang={other} hreflang={other}>
              {say('otherLanguage')}
            </a>
          </li>
        </ul>
        <p>{say('publisher', { area })}</p>
      </div>
    </footer>
  )
}
