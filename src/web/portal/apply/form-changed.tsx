import type { Draft } from '#modules/dossiers'
import type { Instant } from '#platform/clock'
import type { Language } from '#platform/i18n'
import { Notice } from '../../components/index.ts'
import { findPage, pageHref } from './walk.ts'
import { words } from './words.ts'

/** That the form became another since it was begun, and which pages to look at again; gone once they are saved. */
export function FormChanged({ draft, lang, now }: { draft: Draft; lang: Language; now: Instant }) {
  const { changed } = draft
  if (changed === undefined || changed === null) return null
  const say = words(lang)
  const pages = changed.pages.flatMap((id) => findPage(draft, id, now) ?? [])
  return (
    <Notice kind="heed">
      <p>{say('formChanged')}</p>
      {pages.length > 0 && (
        <>
          <p>{say('formChangedPages')}</p>
          <ul>
            {pages.map(({ id, title }) => (
              <li key={id}>
                <a class="govuk-link" href={pageHref(draft.id, id)}>
                  {title[lang]}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}
