import { type FormSeen, formIn } from '../visitor.ts'

/** Every form of a page that is sent by POST, with all its boxes: those that nobody has filled in, too. */
export function formsIn(html: string): FormSeen[] {
  const actions = [...html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].flatMap(([whole, attributes = '']) => {
    const action = /\saction="([^"]*)"/.exec(attributes)?.[1]
    return action !== undefined && /\smethod="post"/i.test(attributes) ? [{ action: action.replaceAll('&amp;', '&'), whole }] : []
  })
  return actions.map(({ action, whole }) => {
    const names = [...whole.matchAll(/<(?:input|textarea|select|button)[^>]*\sname="([^"]+)"/g)].map(([, name = '']) => name)
    const empty = Object.fromEntries(names.map((name) => [name, '']))
    return { action, fields: { ...empty, ...formIn(whole, action).fields } }
  })
}
