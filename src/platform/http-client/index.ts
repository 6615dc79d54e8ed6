export { type Answer, type Asked, ask, jsonOf, type Silence, textOf } from './ask.ts'
