import { useWords } from './frame.ts'
import { Icon } from './icon.tsx'

/** One step up, above the title: `label` names the place it leads to; without it, "Quay lại". */
export function BackLink({ href, label }: { href: string; label?: string }) {
  const say = useWords()
  return (
    <a class="lt-back govuk-link govuk-link--no-visited-state" href={href}>
      <Icon name="back" small />
      {label ?? say('back')}
    </a>
  )
}
