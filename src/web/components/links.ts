/** Addresses that the frame of every page leads to. Public paths live for ever. */
export const links = {
  home: '/',
  procedures: '/thu-tuc',
  dossiers: '/ho-so',
  counters: '/quay',
  verify: '/xac-minh',
  help: '/tro-giup',
  signIn: '/dang-nhap',
  account: '/tai-khoan',
  look: '/hien-thi',
  privacy: '/du-lieu-ca-nhan',
  accessibility: '/kha-nang-tiep-can',
  feedback: '/phan-anh',
  work: '/viec',
  officeAccount: '/can-bo/tai-khoan',
  officeSearch: '/tim',
} as const

/** Where the choice of language or look is made, coming back to `path` afterwards. */
export function lookHref(path: string): string {
  return `${links.look}?ve=${encodeURIComponent(path)}`
}

/** Switches the language and comes back to `path`. */
export function languageHref(lang: 'vi' | 'en', path: string): string {
  return `/ngon-ngu/${lang}?ve=${encodeURIComponent(path)}`
}
