import type { ComponentChildren } from 'preact'
import { useWords } from './frame.ts'
import { Meter } from './meter.tsx'

/** The four facts of a procedure: when, how much, which papers, where. The answer in bold, its condition under it. */
export function Facts({ facts }: { facts: readonly { name: string; answer: string; condition?: string }[] }) {
  return (
    <dl class="lt-facts">
      {facts.map(({ name, answer, condition }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <b>{answer}</b>
            {condition}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A procedure's page: the start card comes before the reading on a phone and stands beside it on a wide screen. */
export function ProcedureLayout({ start, children, more }: Record<'start' | 'children' | 'more', ComponentChildren>) {
  return (
    <div class="lt-proc">
      <div class="lt-proc__start">{start}</div>
      <div class="lt-proc__main">{children}</div>
      <div class="lt-proc__more">{more}</div>
    </div>
  )
}

/** Where in a form the reader is: "Đăng ký khai sinh · bước 2 trong 5". */
export function Progress({ form, step, steps }: { form: string; step: number; steps: number }) {
  const say = useWords()
  const segments = Array.from({ length: steps }, (_, index) => {
    if (index + 1 < step) return 'used' as const
    return index + 1 === step ? ('now' as const) : ('left' as const)
  })
  return (
    <p class="lt-progress">
      <Meter segments={segments} />
      <span>
        {form} · {say('stepOf', { step, steps })}
      </span>
    </p>
  )
}

/** Under a dossier's title: its number, and its status as a `<StatusTag>`. */
export function DossierNumber({ label, number, children }: { label: string; number: string; children?: ComponentChildren }) {
  return (
    <p class="lt-dossier-number">
      <span>
        {label} <b class="lt-num">{number}</b>
      </span>
      {children}
    </p>
  )
}
