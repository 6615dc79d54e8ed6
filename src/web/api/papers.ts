import Type from 'typebox'
import { type PaperVerdict, verifyPaper } from '#modules/dossiers'
import { tooMany } from '#modules/identity'
import { Refusal } from '#platform/act'
import type { Language } from '#platform/i18n'
import { subnetOf } from '../subnet.ts'
import { reasonsOf, shown } from '../verify/shown.ts'
import { allOf, inRoom, looksLikePdf } from '../verify/take-file.ts'
import { door } from './door.ts'
import { Instant, object, orNull, Sha256 } from './schemas.ts'

// A guard of the project against burdening the verifier, not a rule of law.
const limit = { most: 60, withinMinutes: 10 }

const SignerSchema = object({
  field: Type.String(),
  kind: Type.String({ enum: ['signature', 'time-stamp'] }),
  name: Type.String(),
  post: Type.Optional(Type.String()),
  unit: Type.Optional(Type.String()),
  at: Type.Optional(Instant),
  issuer: Type.Optional(Type.String()),
  isSound: Type.Boolean({ description: 'Its mathematics, certificate and time-stamp hold for what it covers' }),
  isOurs: Type.Boolean({ description: 'The directory of this install knows the certificate' }),
})

const VerdictSchema = object({
  outcome: Type.String({ enum: ['genuine', 'refused', 'unsure'] }),
  standing: Type.String({
    enum: ['issued', 'before-issue', 'replaced', 'unknown', 'foreign'],
    description: 'What the register of issued papers says of these bytes',
  }),
  title: Type.String(),
  says: Type.String(),
  sha256: Sha256,
  signers: Type.Array(SignerSchema),
  reasons: Type.Array(object({ code: Type.String(), sentence: Type.String() })),
  issued: orNull(object({ number: orNull(Type.String()), at: Instant, unit: Type.String() })),
})

export const paperVerify = door({
  method: 'POST',
  path: '/api/v1/verify',
  may: 'anyone',
  group: 'papers',
  does: { vi: 'Kiểm tra một tệp PDF: ai ký, lúc nào, có bị sửa không', en: 'Checks a PDF: who signed, when, and whether it was changed' },
  explains: {
    vi: 'Thân yêu cầu là chính tệp PDF, không quá 50 MB. Tệp không bị lưu lại. Nhiều nhất 60 tệp trong mười phút từ một nơi.',
    en: 'The body is the PDF itself, 50 MB at most. It is not kept. At most 60 files in ten minutes from one place.',
  },
  body: { bytes: 'application/pdf' },
  answers: { 200: { says: { vi: 'Kết luận và căn cứ', en: 'The verdict and its grounds' }, schema: VerdictSchema } },
  examples: [
    {
      shows: { vi: 'Giấy khai sinh vừa cấp', en: 'A birth certificate just issued' },
      as: 'public',
      body: { paper: true },
      answer: {
        status: 200,
        body: {
          outcome: 'genuine',
          standing: 'issued',
          title: 'Giấy tờ thật, còn nguyên vẹn',
          says: 'Tệp này do Ủy ban nhân dân phường Kinh Bắc ký số và không thay đổi từ khi ký.',
          sha256: 'c0ffee0303173ecdb8ba72a7ab688f020583b31865537e2f9ab57e56aeec6878',
          signers: [
            {
              field: 'leader',
              kind: 'signature',
              name: 'Trần Đức Toàn',
              post: 'Phó Chủ tịch Ủy ban nhân dân',
              unit: 'Ủy ban nhân dân phường Kinh Bắc',
              at: '2026-11-20T01:00:00.000Z',
              issuer: 'Cấp chứng thư thử nghiệm (MẪU)',
              isSound: true,
              isOurs: true,
            },
            {
              field: 'agency',
              kind: 'signature',
              name: 'Ủy ban nhân dân phường Kinh Bắc',
              unit: 'Ủy ban nhân dân phường Kinh Bắc',
              at: '2026-11-20T01:00:00.000Z',
              issuer: 'Cấp chứng thư thử nghiệm (MẪU)',
              isSound: true,
              isOurs: true,
            },
          ],
          reasons: [],
          issued: { number: '01/2026', at: '2026-11-20T01:00:00Z', unit: 'Ủy ban nhân dân phường Kinh Bắc' },
        },
      },
    },
    {
      shows: { vi: 'Tệp không có chữ ký nào', en: 'A file without any signature' },
      as: 'public',
      body: { base64: 'JVBERi0xLjcK' },
      answer: {
        status: 200,
        body: {
          outcome: 'refused',
          standing: 'unknown',
          title: 'Không có chữ ký số để kiểm tra',
          says: 'Tệp hỏng, bị mã hóa, hoặc không có chữ ký số của người hay cơ quan nào. Không dùng tệp này.',
          sha256: '0ff1ce0303173ecdb8ba72a7ab688f020583b31865537e2f9ab57e56aeec6878',
          signers: [],
          reasons: [{ code: 'unreadable', sentence: 'Tệp hỏng, bị mã hóa, hoặc không có chữ ký số của người hay cơ quan nào.' }],
          issued: null,
        },
      },
    },
  ],
  handle: async ({ req, services }) => {
    if (await tooMany(services.house, `check from ${subnetOf(req.ip)}`, limit, req.ctx.now)) throw new Refusal(429, 'too-many-checks')
    const verdict = await inRoom(async () => {
      const bytes = await allOf(req.body as AsyncIterable<unknown>)
      if (!looksLikePdf(bytes)) throw new Refusal(415, 'not-this-type', { type: 'application/pdf' })
      return verifyPaper(req.ctx, services.means, bytes)
    })
    return { body: worded(verdict, req.lang) }
  },
})

function worded(verdict: PaperVerdict, lang: Language) {
  const { outcome, standing, sha256, signers, findings, issued } = verdict
  const { title, says } = shown(verdict, lang)
  const row = issued === undefined ? null : { number: issued.number, at: issued.at, unit: issued.unit }
  return { outcome, standing, title, says, sha256, signers, reasons: reasonsOf(findings, lang), issued: row }
}
