export { type Channels, deliver } from './deliver.ts'
export { type NoticeParams, noticeTitle } from './words.ts'
