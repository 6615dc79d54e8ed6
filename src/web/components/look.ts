/** How a visitor wants to see the pages: colours and size of type, kept in one cookie and served with the page. */
export const themes = ['sang', 'toi', 'tuong-phan', 'theo-may'] as const
export const typeSizes = ['thuong', 'lon'] as const

export type Theme = (typeof themes)[number]
export type TypeSize = (typeof typeSizes)[number]
export type Look = { theme: Theme; type: TypeSize }

/** Name of the cookie that holds the look. */
export const lookCookie = 'hien-thi'

/** The look that a cookie asks for; what it does not say, or says wrongly, is as usual. */
export function lookOf(cookie: string | undefined): Look {
  const [theme, type] = (cookie ?? '').split('.')
  return {
    theme: themes.find((known) => known === theme) ?? 'sang',
    type: typeSizes.find((known) => known === type) ?? 'thuong',
  }
}

/** The cookie's value for a look. */
export function cookieOf({ theme, type }: Look): string {
  return `${theme}.${type}`
}
