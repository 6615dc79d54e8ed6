import Type from 'typebox'
import { Compile } from 'typebox/schema'
import { directoryOn } from '#modules/directory'
import { answerDraft, beginDraft, type FiledDraft, fileDraft, filedFrom, getDraft } from '#modules/dossiers'
import { beginUpload, factsOfFiles, finishUpload, paperWords, receive, uploadOffset } from '#modules/papers'
import { type Answers, apiSchema, type Procedure, sentenceOf } from '#modules/procedures'
import { Refusal } from '#platform/act'
import type { Language } from '#platform/i18n'
import { filedHere } from '../portal-link.ts'
import { door } from './door.ts'
import { exampleAnswers, examplePicture } from './example-filing.ts'
import { type Fault, faultsIn, faulty } from './open.ts'
import { Code, CommuneCode, Id, object, ProblemSchema, ProcedureCode, Sha256 } from './schemas.ts'

const refused = {
  says: { vi: 'Còn chỗ sai, nêu từng chỗ', en: 'Something is wrong; every place is named' },
  schema: ProblemSchema,
  type: 'application/problem+json',
}
const draft = '01932f40-9d00-7c31-8e52-6f1a3b5c7d90'
const upload = '01932f40-9e00-7d42-9f63-7a2b4c6d8e01'

export const draftBegin = door({
  method: 'POST',
  path: '/api/v1/drafts',
  may: 'citizen',
  group: 'filing',
  does: { vi: 'Mở một bản nháp', en: 'Begins a draft' },
  explains: {
    vi: 'Mã của bản nháp do bên gửi đặt (UUID): gửi lại cùng mã không mở thêm bản nào.',
    en: 'Its id is chosen by the sender (a UUID): the same id sent again begins nothing new.',
  },
  body: { schema: object({ id: Id, procedure: ProcedureCode, commune: CommuneCode }) },
  answers: {
    201: { says: { vi: 'Bản nháp đã mở', en: 'The draft is there' }, schema: object({ id: Id }) },
    409: { ...refused, says: { vi: 'Thủ tục này nộp ở Cổng Dịch vụ công quốc gia', en: 'It is filed at the National Portal' } },
    422: refused,
  },
  examples: [
    {
      shows: { vi: 'Khai sinh ở phường Kinh Bắc', en: 'A birth in the ward of Kinh Bắc' },
      as: 'citizen',
      body: { json: { id: draft, procedure: '1.001193', commune: '09187' } },
      answer: { status: 201, body: { id: draft } },
    },
  ],
  handle: async ({ req: { ctx }, services, body }) => {
    const procedure = await filedHere(ctx, body.procedure, services)
    const unit = (await directoryOn(ctx)).servingUnit(body.commune, procedure.counter)
    if (unit === undefined) throw new Refusal(422, 'no-such-unit')
    await beginDraft(ctx, procedure, unit.id, body.id)
    // Somebody else's draft of the same id is not found here.
    const begun = await getDraft(ctx, body.id)
    return { status: 201, body: { id: begun.id } }
  },
})

export const uploadBegin = door({
  method: 'POST',
  path: '/api/v1/drafts/{draft}/uploads',
  may: 'citizen',
  group: 'filing',
  does: { vi: 'Báo trước một tệp sẽ gửi', en: 'Announces a file' },
  params: object({ draft: Id }),
  body: {
    schema: object({
      field: Type.String({ minLength: 1, maxLength: 60, description: 'The question it answers' }),
      name: Type.String({ minLength: 1, maxLength: 400 }),
      size: Type.Integer({ minimum: 1, maximum: 52_428_800, description: 'Bytes' }),
    }),
  },
  answers: { 201: { says: { vi: 'Gửi tiếp bằng PATCH', en: 'Go on with PATCH' }, schema: object({ upload: Id }) }, 422: refused },
  examples: [
    {
      shows: { vi: 'Ảnh giấy chứng sinh', en: 'A picture of the birth note' },
      as: 'citizen',
      params: { draft },
      body: { json: { field: 'clinicNote', name: 'giay-chung-sinh.png', size: 67 } },
      answer: { status: 201, body: { upload } },
    },
  ],
  handle: async ({ req, reply, params, body }) => {
    const { procedure } = await getDraft(req.ctx, params.draft)
    if (procedure.fields[body.field]?.kind !== 'upload')
      return { body: faulty(req, reply, 'not-as-documented', [{ at: '/field', rule: 'unknown-field' }]) }
    const begun = await beginUpload(req.ctx, { draft: params.draft, ...body })
    if (!begun.ok)
      return { body: faulty(req, reply, 'file-refused', [{ at: '', rule: begun.fault, detail: paperWords(req.lang)(begun.fault) }]) }
    return { status: 201, body: { upload: begun.upload }, headers: { location: `/api/v1/uploads/${begun.upload}` } }
  },
})

const OffsetSchema = object({ received: Type.Integer(), size: Type.Integer(), isOver: Type.Boolean() })

export const uploadAsk = door({
  method: 'GET',
  path: '/api/v1/uploads/{upload}',
  may: 'citizen',
  group: 'filing',
  does: { vi: 'Hỏi tệp đã nhận đến đâu (cũng bằng HEAD)', en: 'Asks how far a file got (HEAD does it too)' },
  params: object({ upload: Id }),
  answers: {
    200: {
      says: {
        vi: 'Gửi tiếp từ «received»; cũng có trong tiêu đề Upload-Offset',
        en: 'Go on from «received»; also in the header Upload-Offset',
      },
      schema: OffsetSchema,
    },
  },
  examples: [
    {
      shows: { vi: 'Chưa nhận byte nào', en: 'Nothing came yet' },
      as: 'citizen',
      params: { upload },
      answer: { status: 200, body: { received: 0, size: 67, isOver: false }, headers: { 'upload-offset': '0', 'upload-length': '67' } },
    },
  ],
  handle: async ({ req, params }) => {
    const at = await uploadOffset(req.ctx, params.upload)
    return { body: at, headers: { 'upload-offset': String(at.received), 'upload-length': String(at.size) } }
  },
})

export const uploadSend = door({
  method: 'PATCH',
  path: '/api/v1/uploads/{upload}',
  may: 'citizen',
  group: 'filing',
  does: { vi: 'Gửi một đoạn của tệp', en: 'Sends a piece of a file' },
  explains: {
    vi: 'Đứt đường truyền thì hỏi đã nhận đến đâu rồi gửi tiếp từ đó. Đoạn sai chỗ bị từ chối với 409.',
    en: 'When the line breaks, ask how far it got and go on from there. A piece in the wrong place is refused with 409.',
  },
  params: object({ upload: Id }),
  headers: { 'Upload-Offset': { vi: 'Đoạn này bắt đầu từ byte nào', en: 'The byte at which this piece begins' } },
  body: { bytes: 'application/offset+octet-stream' },
  answers: {
    200: { says: { vi: 'Đã lưu an toàn', en: 'Stored safely' }, schema: object({ received: Type.Integer() }) },
    409: { says: { vi: 'Sai chỗ', en: 'The wrong place' }, schema: ProblemSchema, type: 'application/problem+json' },
  },
  examples: [
    {
      shows: { vi: 'Đoạn sai chỗ', en: 'A piece in the wrong place' },
      as: 'citizen',
      params: { upload },
      headers: { 'upload-offset': '10' },
      body: { base64: examplePicture },
      answer: {
        status: 409,
        body: {
          type: 'urn:lien-thong:problem:offset-differs',
          title: 'Việc này đã thay đổi',
          status: 409,
          detail: 'Chúng tôi đã nhận đến byte thứ 0. Hãy gửi tiếp từ đó.',
          instance: '8f1d2c3b4a596877',
          reason: 'offset-differs',
        },
      },
    },
    {
      shows: { vi: 'Cả tệp trong một đoạn', en: 'The whole file in one piece' },
      as: 'citizen',
      params: { upload },
      headers: { 'upload-offset': '0' },
      body: { base64: examplePicture },
      answer: { status: 200, body: { received: 67 }, headers: { 'upload-offset': '67' } },
    },
  ],
  handle: async ({ req, services, params }) => {
    const offset = Number(req.headers['upload-offset'])
    if (!Number.isSafeInteger(offset) || offset < 0) throw new Refusal(422, 'upload-offset')
    const { received } = await receive(req.ctx, services.vault, params.upload, offset, req.body as AsyncIterable<Uint8Array>)
    return { body: { received }, headers: { 'upload-offset': String(received) } }
  },
})

export const uploadFinish = door({
  method: 'POST',
  path: '/api/v1/uploads/{upload}/finish',
  may: 'citizen',
  group: 'filing',
  does: {
    vi: 'Kết thúc: tệp qua cổng kiểm tra (loại, mã độc, dấu mật)',
    en: 'Ends it: the file goes through the gate (type, malware, secrecy marks)',
  },
  params: object({ upload: Id }),
  answers: {
    200: { says: { vi: 'Tệp đã nhận', en: 'The file was taken in' }, schema: object({ file: Id, sha256: Sha256, size: Type.Integer() }) },
    422: refused,
  },
  examples: [
    {
      shows: { vi: 'Tệp qua được cổng', en: 'The file passes' },
      as: 'citizen',
      params: { upload },
      answer: {
        status: 200,
        body: {
          file: '01932f40-9f00-7e53-8a74-8b3c5d7e9f12',
          sha256: 'd44c0303173ecdb8ba72a7ab688f020583b31865537e2f9ab57e56aeec687807',
          size: 67,
        },
      },
    },
  ],
  handle: async ({ req, reply, services, params }) => {
    const finished = await finishUpload(req.ctx, services.vault, params.upload)
    if (!finished.ok)
      return { body: faulty(req, reply, 'file-refused', [{ at: '', rule: finished.fault, detail: paperWords(req.lang)(finished.fault) }]) }
    const [facts] = await factsOfFiles(req.ctx, [finished.file])
    return { body: { file: finished.file, sha256: facts?.sha256, size: facts?.size } }
  },
})

export const dossierFile = door({
  method: 'POST',
  path: '/api/v1/dossiers',
  may: 'citizen',
  group: 'filing',
  once: true,
  does: { vi: 'Nộp hồ sơ', en: 'Files a dossier' },
  explains: {
    vi: 'Câu trả lời theo lược đồ của thủ tục (GET /api/v1/procedures/{code}, mục «answers»); câu hỏi về tệp được trả lời bằng tệp đã gửi cho bản nháp. Một bản nháp thành đúng một hồ sơ, dù gửi mấy lần.',
    en: 'Answers by the procedure’s schema (GET /api/v1/procedures/{code}, member «answers»); questions for files are answered by what was uploaded to the draft. One draft becomes one dossier, however often it is sent.',
  },
  body: { schema: object({ draft: Id, answers: Type.Object({}) }) },
  answers: {
    201: {
      says: { vi: 'Hồ sơ đã nộp', en: 'The dossier is filed' },
      schema: object({ code: Code, trackKey: Type.String({ description: 'Random key of the QR code on the receipt' }) }),
    },
    422: refused,
  },
  examples: [
    {
      shows: { vi: 'Thiếu câu trả lời', en: 'Answers are missing' },
      as: 'citizen',
      headers: { 'idempotency-key': 'vi-du-thieu-cau' },
      body: { json: { draft, answers: { ...exampleAnswers, motherName: '' } } },
      answer: {
        status: 422,
        body: {
          type: 'urn:lien-thong:problem:answers-wrong',
          title: 'Còn chỗ cần sửa',
          status: 422,
          detail: 'Một số câu trả lời còn thiếu hoặc chưa đúng; từng chỗ được nêu trong «faults».',
          instance: '8f1d2c3b4a596877',
          reason: 'answers-wrong',
          faults: [{ at: '/answers/motherName', rule: 'required', detail: 'Điền “Họ, chữ đệm, tên của mẹ”' }],
        },
      },
    },
    {
      shows: { vi: 'Đủ câu trả lời', en: 'All answered' },
      as: 'citizen',
      headers: { 'idempotency-key': 'vi-du-nop-ho-so' },
      body: { json: { draft, answers: exampleAnswers } },
      answer: {
        status: 201,
        body: { code: '09187-261120-0001', trackKey: 'Zk3vQ8xT1mB7nY5cR2wL0A' },
        headers: { location: '/api/v1/dossiers/09187-261120-0001' },
      },
    },
  ],
  handle: async ({ req, reply, services, body }) => {
    const { ctx, lang } = req
    const before = await filedFrom(ctx, body.draft)
    if (before !== undefined) return filedAnswer(before)
    const { procedure } = await getDraft(ctx, body.draft)
    const faults = shapeFaults(procedure, body.answers)
    if (faults.length > 0) return { body: faulty(req, reply, 'answers-wrong', faults) }
    await answerDraft(ctx, body.draft, body.answers as Answers)
    const filed = await fileDraft(ctx, services.means, body.draft)
    if (!filed.ok) return { body: faulty(req, reply, 'answers-wrong', faultsOf(filed, procedure, lang)) }
    return filedAnswer(filed)
  },
})

function filedAnswer({ code, trackKey }: Extract<FiledDraft, { ok: true }>) {
  return { status: 201, body: { code, trackKey }, headers: { location: `/api/v1/dossiers/${encodeURIComponent(code)}` } }
}

/** Whether answers have the shape of the procedure's schema; what must be answered is asked of the procedure itself. */
function shapeFaults(procedure: Procedure, answers: object): Fault[] {
  const { required: _known, ...schema } = apiSchema(procedure)
  const check = Compile(schema)
  if (check.Check(answers)) return []
  const [, errors] = check.Errors(answers)
  return faultsIn(errors).map((fault) => ({ ...fault, at: `/answers${fault.at}` }))
}

function faultsOf({ problems, damaged }: Extract<FiledDraft, { ok: false }>, procedure: Procedure, lang: Language): Fault[] {
  return [
    ...problems.map((one) => ({ at: `/answers/${one.field}`, rule: one.rule, detail: sentenceOf(procedure, one, lang) })),
    ...damaged.map((one) => ({ at: `/answers/${one.field}`, rule: `file-${one.reason}` })),
  ]
}
