import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '#platform/i18n'
import type { Assets } from '../assets/manifest.ts'
import type { Look } from './look.ts'
import { words } from './words.ts'

/** What every page is told about its reader and its install. The web layer makes one for each request and spreads it into the page. */
export type Frame = {
  lang: Language
  assets: Assets
  /** Path and query of this page: marks the current link, and is where a switch of language or look returns to. */
  path: string
  /** True on a sample install: every page says so. */
  sample: boolean
  /** The province as its name is written, e.g. "tỉnh Bắc Ninh". */
  area: string
  /** What people dial for help; on a sample install nobody answers there. */
  hotline?: string | undefined
  look?: Look
  /** Against forged requests; every form carries it. */
  csrf?: string
  /** Who is signed in, by name. */
  user?: { name: string }
}

/** What parts inside a page need of its frame. */
export type Inside = Pick<Frame, 'lang' | 'assets' | 'csrf'>

export const FrameContext = createContext<Inside>({ lang: 'vi', assets: (name) => `/public/${name}` })

/** The language of the page around this part. */
export function useLang(): Language {
  return useContext(FrameContext).lang
}

/** Says a message of the components in the language of the page. */
export function useWords(): ReturnType<typeof words> {
  return words(useLang())
}
