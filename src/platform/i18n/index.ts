export { type Language, languageOf, languages, type Message, type Messages, messages, type Say } from './messages.ts'
