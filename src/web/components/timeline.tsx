import type { ComponentChildren } from 'preact'
import { useLang } from './frame.ts'
import { Icon } from './icon.tsx'
import { timeWords } from './words.ts'

export type Step = {
  state: 'done' | 'now' | 'ahead'
  title: string
  /** "thứ Ba 17/11, 09:12"; with `at` the exact instant for machines. */
  when?: string
  at?: string
  /** The post that did or does it, and where. */
  who?: ComponentChildren
}

/** Where a dossier lies, for the citizen: filled ✓ done, blue ring now, empty to come. */
export function Timeline({ steps }: { steps: readonly Step[] }) {
  const say = timeWords(useLang())
  return (
    <ol class="lt-steps">
      {steps.map(({ state, title, when, at, who }, index) => (
        <li key={index} class={`is-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <span class="lt-steps__dot">{state === 'done' && <Icon name="check" />}</span>
          <b>{title}</b> <span class="lt-vh">({say(state)})</span>
          {when && <time dateTime={at}>{when}</time>}
          {who && <span class="lt-muted">{who}</span>}
        </li>
      ))}
    </ol>
  )
}

export type LogEntry = { hour: string; at?: string; act: ComponentChildren; who: string }

/** What happened, for the office: hour, act, who. */
export function Log({ entries }: { entries: readonly LogEntry[] }) {
  return (
    <ol class="lt-log">
      {entries.map(({ hour, at, act, who }, index) => (
        <li key={index}>
          <time dateTime={at}>{hour}</time>
          <span>
            {act}
            <small>{who}</small>
          </span>
        </li>
      ))}
    </ol>
  )
}

/** Who looked at a dossier, when and what for: "Công chức tư pháp – hộ tịch / Hôm nay 07:40 · để xác minh". */
export function ViewLog({ views }: { views: readonly { post: string; when: string; purpose: string }[] }) {
  return (
    <ul class="lt-ledger lt-ledger--plain">
      {views.map(({ post, when, purpose }, index) => (
        <li key={index}>
          <b>{post}</b>
          <span class="lt-muted">
            {when} · {purpose}
          </span>
        </li>
      ))}
    </ul>
  )
}
