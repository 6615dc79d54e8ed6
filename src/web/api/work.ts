import Type from 'typebox'
import { directoryOn, unitName } from '#modules/directory'
import { type Line, worklist } from '#modules/dossiers'
import { localDate } from '#platform/clock'
import { door } from './door.ts'
import { Code, Id, Instant, object, orNull, ProcedureCode } from './schemas.ts'

const LineSchema = object({
  id: Id,
  kind: Type.String({ enum: ['dossier', 'consultation'] }),
  code: Code,
  procedure: Type.String(),
  about: Type.String(),
  step: Type.String(),
  status: Type.String(),
  unit: Type.String(),
  dueAt: orNull(Instant),
  openedAt: Instant,
  pausedSince: orNull(Instant),
})

export const workList = door({
  method: 'GET',
  path: '/api/v1/worklist',
  may: 'staff',
  group: 'office',
  does: { vi: 'Việc của tôi, hạn sớm nhất trước', en: 'My work, soonest deadline first' },
  explains: {
    vi: 'Việc nằm ở các chức danh bạn giữ hoặc thay hôm nay. Trang sau bắt đầu từ «next».',
    en: 'What lies on the posts that you hold or cover today. The next page begins at «next».',
  },
  query: object({
    procedure: Type.Optional(ProcedureCode),
    step: Type.Optional(Type.String({ maxLength: 60 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    afterDue: Type.Optional(
      Type.Union([Instant, Type.Literal('infinity')], { description: 'From «next» of the page before, with «afterId»' }),
    ),
    afterId: Type.Optional(Id),
  }),
  answers: {
    200: {
      says: { vi: 'Một trang của danh sách', en: 'A page of the list' },
      schema: object({
        work: Type.Array(LineSchema),
        next: orNull(object({ afterDue: Type.String(), afterId: Id })),
      }),
    },
  },
  examples: [
    {
      shows: { vi: 'Hồ sơ vừa nộp ở quầy tiếp nhận', en: 'What was just filed, at the reception' },
      as: 'receptionist',
      query: { limit: '10' },
      answer: {
        status: 200,
        body: {
          work: [
            {
              id: '01932f40-a000-7f64-9b85-9c4d6e8f0a23',
              kind: 'dossier',
              code: '09187-261120-0001',
              procedure: '1.001193',
              about: 'Trần Nguyễn Minh Khuê',
              step: 'receive',
              status: 'submitted',
              unit: 'Ủy ban nhân dân phường Kinh Bắc',
              dueAt: '2026-11-20T02:00:00Z',
              openedAt: '2026-11-20T01:00:00Z',
              pausedSince: null,
            },
          ],
          next: null,
        },
      },
    },
  ],
  handle: async ({ req: { ctx }, query: { procedure, step, limit = 50, afterDue, afterId } }) => {
    const lines = await worklist(ctx, {
      most: limit,
      ...(procedure === undefined ? {} : { procedure }),
      ...(step === undefined ? {} : { step }),
      ...(afterDue === undefined || afterId === undefined ? {} : { after: { dueAt: afterDue, id: afterId } }),
    })
    const directory = await directoryOn(ctx)
    const last = lines.at(-1)
    return {
      body: {
        work: lines.map((line) => workLine(line, unitName(directory.getUnit(line.unit), localDate(ctx.now)))),
        next: lines.length < limit || last === undefined ? null : { afterDue: last.dueAt ?? 'infinity', afterId: last.id },
      },
    }
  },
})

function workLine({ id, kind, code, procedure, about, step, status, dueAt, openedAt, pausedSince }: Line, unit: string) {
  return { id, kind, code, procedure, about, step, status, unit, dueAt, openedAt, pausedSince }
}
