import type { Provenance } from '#modules/procedures'
import { type Instant, localTime } from '#platform/clock'
import type { Language } from '#platform/i18n'
import { Source } from '../components/index.ts'
import { sourceText } from './sources.ts'

/** One answer that a source gave. */
export type KnownRow = { readonly field: string; readonly label: string; readonly value: string; readonly source: Provenance[string] }

export type KnownGroupsProps = {
  rows: readonly KnownRow[]
  now: Instant
  lang: Language
  /** What stands behind the source: "Không phải điền lại." */
  note?: string
  /** Name of the button by which a reader objects to one of them, and its word. */
  wrong: { name: string; say: string }
}

/** What sources have told, together by source and hour: shown instead of asked, each with one tap to say that it is wrong. */
export function KnownGroups({ rows, now, lang, note, wrong }: KnownGroupsProps) {
  return (
    <>
      {grouped(rows).map((group) => {
        const [first] = group
        if (first === undefined) return null
        return (
          <div class="lt-known" key={first.field}>
            <dl>
              {group.map(({ field, label, value }) => (
                <div key={field} id={field}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                  <dd>
                    <button class="lt-text-button" type="submit" name={wrong.name} value={field}>
                      {wrong.say}
                      <span class="lt-vh"> – {label}</span>
                    </button>
                  </dd>
                </div>
              ))}
            </dl>
            <Source from="data" state="match">
              {sourceText(first.source, now, lang)}
              {note === undefined ? '' : `. ${note}`}
            </Source>
          </div>
        )
      })}
    </>
  )
}

function grouped(rows: readonly KnownRow[]): KnownRow[][] {
  const groups = Map.groupBy(rows, ({ source }) => `${source.from} ${source.at.slice(0, 10)} ${localTime(source.at)}`)
  return [...groups.values()]
}
