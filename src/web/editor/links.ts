import { type Place, placeText } from '#modules/editing'

/** Where the editor lies, and each place of a draft in it. */
export const base = '/quan-tri/thu-tuc'
export const draftHref = (id: string): string => `${base}/soan/${id}`
export const placeHref = (id: string, place: Place): string => `${draftHref(id)}/phan/${encodeURIComponent(placeText(place))}`
export const newHref = (id: string, place: Place): string => placeHref(id, [...place, newEntry])
/** In place of the number or name of an entry: one that does not exist yet. */
export const newEntry = '+'
