import type { Procedure } from '#modules/procedures'
import { type Frame, links } from '../../components/index.ts'

/** Where somebody begins to file: at once when signed in, else by way of the sign-in. `choices` are those of the guide. */
export function applyHref(frame: Pick<Frame, 'user'>, { code }: Pick<Procedure, 'code'>, choices?: string): string {
  const apply = `/nop/${code}${choices === undefined ? '' : `?${choices}`}`
  return frame.user ? apply : `${links.signIn}?ve=${encodeURIComponent(apply)}`
}
