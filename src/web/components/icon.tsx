import { useContext } from 'preact/hooks'
import { FrameContext } from './frame.ts'
import type { IconName } from './icons.ts'

/** A sign of the sprite, in the colour of its text. Decoration: a word always stands beside it. */
export function Icon({ name, small = false, class: extra }: { name: IconName; small?: boolean; class?: string }) {
  const { assets } = useContext(FrameContext)
  const classes = ['lt-icon', small && 'lt-icon--sm', extra].filter(Boolean).join(' ')
  return (
    <svg class={classes} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <use href={`${assets('icons.svg')}#${name}`} />
    </svg>
  )
}

/** The mark: two loops running through each other make a hoa chanh flower. 24 px and up, one colour. */
export function Mark({ size = 44, class: extra }: { size?: number; class?: string }) {
  return (
    <svg
      class={extra}
      width={size}
      height={size}
      viewBox="0 0 48 48"
      fill="none"
      stroke="currentColor"
      stroke-width="3.6"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M36 15a9 9 0 0 1 0 18H18.6M12 33a9 9 0 0 1 0-18h17.4" />
      <path d="M15 12a9 9 0 0 1 18 0v17.4M33 36a9 9 0 0 1-18 0V18.6" />
    </svg>
  )
}
