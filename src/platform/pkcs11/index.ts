export { TokenError } from './cryptoki.ts'
export { openTokenKey, type TokenKey, type TokenOptions } from './token.ts'
