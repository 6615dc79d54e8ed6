import Type from 'typebox'
import { door } from './door.ts'
import { object } from './schemas.ts'

const Check = Type.String({ enum: ['ok', 'failing'] })
const Ready = object({
  status: Type.String({ enum: ['ready', 'not-ready'] }),
  checks: object({ database: Check, jobs: Check, files: Check }),
})

export const live = door({
  method: 'GET',
  path: '/healthz',
  may: 'anyone',
  group: 'install',
  does: { vi: 'Chương trình có đang chạy không', en: 'Whether the program lives' },
  answers: { 200: { says: { vi: 'Đang chạy', en: 'It lives' }, schema: object({ status: Type.Literal('live') }) } },
  examples: [{ shows: { vi: 'Đang chạy', en: 'Alive' }, as: 'public', answer: { status: 200, body: { status: 'live' } } }],
})

export const ready = door({
  method: 'GET',
  path: '/readyz',
  may: 'anyone',
  group: 'install',
  does: { vi: 'Có làm việc được không: cơ sở dữ liệu, việc nền, nơi lưu tệp', en: 'Whether it can work: database, jobs, files' },
  explains: {
    vi: 'Việc nền coi là hỏng khi việc đến hạn lâu nhất đã chờ quá 60 giây.',
    en: 'Jobs count as failing when the oldest due one has waited for more than 60 seconds.',
  },
  answers: {
    200: { says: { vi: 'Sẵn sàng', en: 'Ready' }, schema: Ready },
    503: { says: { vi: 'Chưa sẵn sàng', en: 'Not ready' }, schema: Ready },
  },
  examples: [
    {
      shows: { vi: 'Sẵn sàng', en: 'Ready' },
      as: 'public',
      answer: { status: 200, body: { status: 'ready', checks: { database: 'ok', jobs: 'ok', files: 'ok' } } },
    },
  ],
})

export const metrics = door({
  method: 'GET',
  path: '/metrics',
  may: 'anyone',
  group: 'install',
  does: { vi: 'Số liệu cho Prometheus', en: 'Figures for Prometheus' },
  explains: {
    vi: 'Chỉ cho máy này, hoặc cho bên có mã METRICS_TOKEN (Authorization: Bearer …).',
    en: 'For this machine alone, or for whoever brings METRICS_TOKEN (Authorization: Bearer …).',
  },
  answers: { 200: { says: { vi: 'Dạng văn bản của Prometheus', en: 'Prometheus’ text format' }, type: 'text/plain' } },
  examples: [],
})
