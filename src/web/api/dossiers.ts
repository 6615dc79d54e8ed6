import Type from 'typebox'
import { directoryOn, unitName } from '#modules/directory'
import { type Case, getCase, type Line, noteAccess, ownCases, refuseUnlessMay, trackByKey } from '#modules/dossiers'
import { papersOf } from '#modules/papers'
import { type Ctx, idAt, Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import { door } from './door.ts'
import { exampleFiled } from './example-filing.ts'
import { Code, Id, Instant, object, orNull, ProcedureCode, Sha256, Words } from './schemas.ts'

const Status = Type.String({
  enum: [
    'submitted',
    'received',
    'in-progress',
    'waiting-applicant',
    'waiting-agency',
    'waiting-number',
    'refused',
    'withdrawn',
    'stopped',
    'resolved',
    'delivered',
  ],
})

const code = '09187-261120-0001'

const OwnSchema = object({
  code: Code,
  procedure: ProcedureCode,
  about: Type.String({ description: 'The dossier’s own name, such as the child’s' }),
  status: Status,
  unit: Type.String(),
  submittedAt: Instant,
  dueAt: orNull(Instant),
})

export const dossierList = door({
  method: 'GET',
  path: '/api/v1/dossiers',
  may: 'citizen',
  group: 'dossiers',
  does: { vi: 'Hồ sơ của tôi, mới nhất trước', en: 'My dossiers, newest first' },
  query: object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }),
  answers: {
    200: {
      says: { vi: 'Hồ sơ của người đang đăng nhập', en: 'Dossiers of whoever is signed in' },
      schema: object({ dossiers: Type.Array(OwnSchema) }),
    },
  },
  examples: [
    {
      shows: { vi: 'Sau khi nộp', en: 'After filing' },
      as: 'citizen',
      answer: {
        status: 200,
        body: {
          dossiers: [
            {
              code,
              procedure: '1.001193',
              about: 'Trần Nguyễn Minh Khuê',
              status: 'submitted',
              unit: 'Ủy ban nhân dân phường Kinh Bắc',
              submittedAt: '2026-11-20T01:00:00Z',
              dueAt: null,
            },
          ],
        },
      },
    },
  ],
  handle: async ({ req: { ctx }, query: { limit } }) => {
    const cases = await ownCases(ctx, limit ?? 50)
    const name = await unitNames(ctx)
    return { body: { dossiers: cases.map((line) => ownLine(line, name)) } }
  },
})

function ownLine(line: Line, name: (unit: string) => string) {
  const { code, procedure, about, status, unit, openedAt, promisedAt } = line
  return { code, procedure, about, status, unit: name(unit), submittedAt: openedAt, dueAt: promisedAt }
}

async function unitNames(ctx: Ctx): Promise<(unit: string) => string> {
  const directory = await directoryOn(ctx)
  return (unit) => unitName(directory.getUnit(unit), localDate(ctx.now))
}

const DossierSchema = object({
  code: Code,
  procedure: object({ code: ProcedureCode, revision: Type.Integer(), name: Words }),
  status: Status,
  step: object({ id: Type.String(), stands: Words }),
  unit: Type.String(),
  submittedAt: Instant,
  receivedAt: orNull(Instant),
  dueAt: orNull(Instant),
  promisedAt: orNull(Instant),
  closedAt: orNull(Instant),
  answers: Type.Object({}, { description: 'By the schema of the procedure’s revision' }),
  papers: Type.Array(
    object({ file: Id, component: Type.String(), name: Type.String(), mediaType: Type.String(), size: Type.Integer(), sha256: Sha256 }),
  ),
})

export const dossierDetail = door({
  method: 'GET',
  path: '/api/v1/dossiers/{code}',
  may: 'signed-in',
  group: 'dossiers',
  does: {
    vi: 'Một hồ sơ: của mình, hoặc trong phạm vi chức danh của mình',
    en: 'One dossier: one’s own, or one within the scope of one’s posts',
  },
  explains: {
    vi: 'Mỗi lần cán bộ xem đều được ghi lại, và người nộp thấy điều đó.',
    en: 'Whenever an official looks at it this is recorded, and the applicant can see it.',
  },
  params: object({ code: Code }),
  answers: { 200: { says: { vi: 'Hồ sơ như hiện nay', en: 'The dossier as it stands' }, schema: DossierSchema } },
  examples: [
    {
      shows: { vi: 'Vừa nộp', en: 'Just filed' },
      as: 'citizen',
      params: { code },
      answer: {
        status: 200,
        body: {
          code,
          procedure: { code: '1.001193', revision: 1, name: { vi: 'Đăng ký khai sinh', en: 'Register a birth' } },
          status: 'submitted',
          step: { id: 'receive', stands: { vi: 'Chờ tiếp nhận', en: 'Waiting to be accepted' } },
          unit: 'Ủy ban nhân dân phường Kinh Bắc',
          submittedAt: '2026-11-20T01:00:00Z',
          receivedAt: null,
          dueAt: null,
          promisedAt: null,
          closedAt: null,
          answers: exampleFiled,
          papers: [
            {
              file: '01932f40-9f00-7e53-8a74-8b3c5d7e9f12',
              component: 'clinicNote',
              name: 'giay-chung-sinh.png',
              mediaType: 'image/png',
              size: 67,
              sha256: 'd44c0303173ecdb8ba72a7ab688f020583b31865537e2f9ab57e56aeec687807',
            },
          ],
        },
      },
    },
  ],
  handle: async ({ req: { ctx }, params }) => {
    const found = await getCase(ctx, params.code)
    refuseUnlessMay('read', found, ctx.actor)
    if (ctx.actor.kind === 'staff') await noteAccess(ctx, found.id, found.unit, found.system, 'api', idAt(ctx.now))
    const papers = await papersOf(ctx, found.id)
    return { body: { ...described(found, await unitNames(ctx)), papers: papers.filter((one) => !one.isEnded).map(paperLine) } }
  },
})

function described(found: Case, name: (unit: string) => string) {
  const { procedure, status, step, submittedAt, receivedAt, dueAt, promisedAt, closedAt } = found
  return {
    code: found.code,
    procedure: { code: procedure.code, revision: procedure.revision, name: procedure.name },
    status,
    step: { id: step, stands: procedure.steps[step]?.status ?? procedure.name },
    unit: name(found.unit),
    submittedAt,
    receivedAt,
    dueAt,
    promisedAt,
    closedAt,
    answers: found.filed.answers,
  }
}

function paperLine({ id, component, name, mediaType, size, sha256 }: Awaited<ReturnType<typeof papersOf>>[number]) {
  return { file: id, component, name, mediaType, size, sha256 }
}

const TrackedSchema = object({
  code: Code,
  procedure: object({ code: ProcedureCode, name: Words }),
  status: Status,
  stands: Words,
  holder: Words,
  next: orNull(Words),
  unit: Type.String(),
  submittedAt: Instant,
  receivedAt: orNull(Instant),
  dueAt: orNull(Instant),
  closedAt: orNull(Instant),
})

export const dossierTrack = door({
  method: 'GET',
  path: '/api/v1/track/{key}',
  may: 'anyone',
  group: 'dossiers',
  does: { vi: 'Theo dõi bằng khóa của mã QR, không cần đăng nhập', en: 'Tracks by the key of the QR code, without signing in' },
  explains: { vi: 'Không có tên người, giấy tờ, câu trả lời nào.', en: 'No name, no paper, no answer is told.' },
  params: object({ key: Type.String({ minLength: 10, maxLength: 100 }) }),
  answers: { 200: { says: { vi: 'Hồ sơ đang ở đâu', en: 'Where the dossier is' }, schema: TrackedSchema } },
  examples: [
    {
      shows: { vi: 'Vừa nộp', en: 'Just filed' },
      as: 'public',
      params: { key: 'Zk3vQ8xT1mB7nY5cR2wL0A' },
      answer: {
        status: 200,
        body: {
          code,
          procedure: { code: '1.001193', name: { vi: 'Đăng ký khai sinh', en: 'Register a birth' } },
          status: 'submitted',
          stands: { vi: 'Chờ tiếp nhận', en: 'Waiting to be accepted' },
          holder: { vi: 'Công chức tiếp nhận và trả kết quả', en: 'Receptionist' },
          next: { vi: 'Thẩm tra hồ sơ, tra cứu dữ liệu', en: 'Examine the dossier, look up the data' },
          unit: 'Ủy ban nhân dân phường Kinh Bắc',
          submittedAt: '2026-11-20T01:00:00Z',
          receivedAt: null,
          dueAt: null,
          closedAt: null,
        },
      },
    },
  ],
  handle: async ({ req: { ctx }, params: { key } }) => {
    const tracked = await trackByKey(ctx, key)
    if (tracked === undefined) throw new Refusal(404, 'no-such-key')
    return { body: tracked }
  },
})
