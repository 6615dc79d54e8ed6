import type { Words } from '#modules/procedures'
import { type Language, messages } from '#platform/i18n'
import { Details } from './details.tsx'

const words = messages({
  notes: { vi: 'Những điều cần biết về giấy tờ ({count})', en: 'What to know about the papers ({count})' },
})

/** What the catalogue says beside the papers: folded away, since most readers need none of it. */
export function PageNotes({ notes = [], lang }: { notes?: readonly Words[] | undefined; lang: Language }) {
  if (notes.length === 0) return null
  return (
    <Details summary={words(lang)('notes', { count: notes.length })}>
      <ul class="govuk-list govuk-list--bullet">
        {notes.map((note) => (
          <li key={note.vi}>{note[lang]}</li>
        ))}
      </ul>
    </Details>
  )
}
