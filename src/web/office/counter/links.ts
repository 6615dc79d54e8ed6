/** Where the counter's pages lie. */
export const counterHome = '/viec/tiep-nhan'
export const beginHref = (code: string) => `${counterHome}/thu-tuc/${code}`
export const sheetHref = (id: string, page = '') => `${counterHome}/${id}${page === '' ? '' : `/${page}`}`
export const doneHref = (code: string) => `${counterHome}/xong/${code}`
export const backHref = (code: string, page = '') => `${counterHome}/ho-so/${code}${page === '' ? '' : `/${page}`}`
