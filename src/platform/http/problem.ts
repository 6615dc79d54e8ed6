import { Refusal } from '#platform/act'
import { NotStorable, stateOf } from '#platform/db'
import { type Language, messages } from '#platform/i18n'

const words = messages({
  'title.400': { vi: 'Yêu cầu chưa đúng', en: 'The request is not right' },
  'title.401': { vi: 'Phiên làm việc đã kết thúc', en: 'Your session has ended' },
  'title.403': { vi: 'Bạn không có quyền làm việc này', en: 'You may not do this' },
  'title.404': { vi: 'Không tìm thấy trang này', en: 'This page cannot be found' },
  'title.405': { vi: 'Trang này không nhận cách gửi ấy', en: 'This page does not take that method' },
  'title.409': { vi: 'Việc này đã thay đổi', en: 'This has changed' },
  'title.410': { vi: 'Việc này đã hết hạn', en: 'This has expired' },
  'title.413': { vi: 'Tệp quá lớn', en: 'The file is too large' },
  'title.415': { vi: 'Không nhận loại tệp này', en: 'This type of file is not accepted' },
  'title.422': { vi: 'Còn chỗ cần sửa', en: 'Something needs correcting' },
  'title.429': { vi: 'Bạn thử quá nhiều lần', en: 'Too many tries' },
  'title.500': { vi: 'Chúng tôi gặp sự cố', en: 'Something went wrong on our side' },
  'title.503': { vi: 'Chúng tôi tạm thời chưa trả lời được', en: 'We cannot answer for the moment' },
  'detail.400': { vi: 'Hãy quay lại trang trước và gửi lại.', en: 'Please go back and send it again.' },
  'detail.401': { vi: 'Hãy đăng nhập lại; những gì bạn đã lưu vẫn còn.', en: 'Please sign in again; what you saved is still there.' },
  'detail.403': {
    vi: 'Hãy đăng nhập bằng tài khoản có quyền, hoặc hỏi người quản trị đơn vị.',
    en: 'Sign in with an account that may, or ask your administrator.',
  },
  'detail.404': {
    vi: 'Địa chỉ có thể đã gõ sai, hoặc hồ sơ không thuộc về bạn.',
    en: 'The address may be mistyped, or the file is not yours.',
  },
  'detail.405': { vi: 'Hãy mở trang từ đầu rồi làm lại.', en: 'Open the page anew and try again.' },
  'detail.409': {
    vi: 'Hãy mở bản mới nhất để xem; thao tác của bạn chưa được lưu.',
    en: 'Open the newest state; your action was not stored.',
  },
  'detail.410': { vi: 'Hãy bắt đầu lại từ trang đầu.', en: 'Please start again from the first page.' },
  'detail.413': {
    vi: 'Mỗi tệp không quá 50 MB. Hãy chụp lại với cỡ nhỏ hơn.',
    en: 'A file may have 50 MB at most. Take a smaller picture.',
  },
  'detail.415': { vi: 'Hãy gửi tệp PDF hoặc ảnh JPG, PNG.', en: 'Please send a PDF or a JPG or PNG picture.' },
  'detail.422': { vi: 'Hãy xem lại những chỗ được nêu.', en: 'Please look at the places named.' },
  'detail.429': { vi: 'Hãy đợi ít phút rồi thử lại.', en: 'Please wait a few minutes and try again.' },
  'detail.500': {
    vi: 'Những gì bạn đã gửi không mất. Chúng tôi đã ghi lại sự cố theo mã bên dưới.',
    en: 'Nothing you sent is lost. The fault is recorded under the code below.',
  },
  'detail.503': {
    vi: 'Hãy thử lại sau ít phút; bấm gửi lần nữa không làm hồ sơ bị nộp hai lần.',
    en: 'Try again in a few minutes; sending again will not file it twice.',
  },
})

/** How a refusal's reason is worded, where modules and pages have said so. */
export type Sentences = (reason: string, params: Record<string, string | number>, lang: Language) => string | undefined

/** RFC 9457: one form of problem for people and machines. */
export type Problem = { type: string; title: string; status: number; detail: string; instance: string; reason?: string }

export type ProblemStatus = 400 | Refusal['status'] | 405 | 500

const statuses = [400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503] as const

/**
 * What went wrong, in the reader's language. Our own mistakes show nothing of the inside, only the request's id.
 * @param instance the request id, by which the log is found
 */
export function problemOf(error: unknown, lang: Language, instance: string, sentences: Sentences): Problem {
  const status = statusOf(error)
  const say = words(lang)
  const title = say(`title.${status}`)
  const plain = say(`detail.${status}`)
  const detail = error instanceof Refusal ? (sentences(error.reason, error.params, lang) ?? plain) : plain
  const problem = { type: 'about:blank', title, status, detail, instance }
  return error instanceof Refusal ? { ...problem, type: `urn:lien-thong:problem:${error.reason}`, reason: error.reason } : problem
}

function statusOf(error: unknown): ProblemStatus {
  if (error instanceof Refusal) return error.status
  if (isNotUnderstood(error)) return 400
  const given = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500
  return statuses.find((status) => status === given) ?? (given >= 400 && given < 500 ? 400 : 500)
}

/** What the readers of forms say of one that breaks off or has no border between its parts. */
const brokenForm = /^(Multipart: |Unexpected end of |Malformed part header|Part terminated early|Unsupported content type)/

/** Sent in a form that nobody can read, or with a text where the database keeps a number, an id, a day: what came is wrong, not we. */
export function isNotUnderstood(error: unknown): boolean {
  if (error instanceof NotStorable || stateOf(error)?.startsWith('22') === true) return true
  return error instanceof Error && brokenForm.test(error.message)
}
