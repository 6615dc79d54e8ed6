import Type from 'typebox'
import { findArea, shortUnitName, unitName } from '#modules/directory'
import { termText } from '#modules/dossiers'
import { catalogueToday, type Found, search } from '#modules/finding'
import { apiSchema, feeRuleText, inForce, type Procedure } from '#modules/procedures'
import { oldWardName } from '#modules/rules'
import { Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import { door } from './door.ts'
import { CommuneCode, Day, Id, object, ProcedureCode, Words } from './schemas.ts'

const ListedSchema = object({
  code: ProcedureCode,
  name: Words,
  area: Type.String(),
  purpose: Type.Optional(Words),
  where: Type.Union([Type.Literal('online'), Type.Literal('counter'), Type.Literal('elsewhere')], {
    description: 'Filed here, at a counter, or in another system',
  }),
  system: Type.Optional(Words),
})

const listed = ({ code, name, area, purpose, where, system }: Found) => ({
  code,
  name,
  area,
  where,
  ...(purpose ? { purpose } : {}),
  ...(system ? { system } : {}),
})

// More than a province has of its own.
const most = 1_000

export const procedureList = door({
  method: 'GET',
  path: '/api/v1/procedures',
  may: 'anyone',
  group: 'procedures',
  does: {
    vi: 'Liệt kê thủ tục nộp ở đây, hoặc tìm trong toàn bộ danh mục theo lời của người dân',
    en: 'Lists the procedures that are filed here, or finds any in the whole catalogue by people’s words',
  },
  query: object({
    q: Type.Optional(Type.String({ maxLength: 200, description: 'Words, with or without accents' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
  }),
  answers: {
    200: {
      says: { vi: 'Thủ tục tìm thấy, sát nhất trước', en: 'What was found, best first' },
      schema: object({ procedures: Type.Array(ListedSchema) }),
    },
  },
  examples: [
    {
      shows: { vi: 'Tìm không dấu', en: 'Found without accents' },
      as: 'public',
      query: { q: 'khai sinh', limit: '1' },
      answer: {
        status: 200,
        body: {
          procedures: [
            {
              code: '1.001193',
              name: { vi: 'Đăng ký khai sinh', en: 'Register a birth' },
              area: 'Hộ tịch',
              purpose: {
                vi: 'Trẻ được cấp giấy khai sinh và số định danh cá nhân',
                en: 'The child gets a birth certificate and a personal number',
              },
              where: 'online',
            },
          ],
        },
      },
    },
  ],
  handle: async ({ req: { ctx }, query: { q, limit = most } }) => {
    const words = q?.trim() ?? ''
    const found = words === '' ? (await catalogueToday(ctx)).all.filter(({ where }) => where !== 'elsewhere') : await search(ctx, words)
    return { body: { procedures: found.slice(0, limit).map(listed) } }
  },
})

const ProcedureSchema = object({
  code: ProcedureCode,
  revision: Type.Integer(),
  name: Words,
  purpose: Words,
  area: Type.String(),
  basis: Type.String(),
  inForceFrom: Day,
  who: Type.Array(Words),
  resolvedWithin: Words,
  fees: Type.Array(
    object({
      name: Words,
      dong: Type.Union([
        Type.Integer({ description: 'Whole đồng for one unit' }),
        Type.Null({ description: 'Not known here: the clerk tells it' }),
      ]),
      rule: Words,
      basis: Type.String(),
    }),
  ),
  papers: Type.Array(object({ id: Type.String(), name: Words })),
  answers: Type.Object({}, { description: 'JSON Schema (2020-12) of the answers' }),
})

export const procedureDetail = door({
  method: 'GET',
  path: '/api/v1/procedures/{code}',
  may: 'anyone',
  group: 'procedures',
  does: {
    vi: 'Một thủ tục: ai, cần gì, bao lâu, và lược đồ JSON của câu trả lời',
    en: 'One procedure: who, what, how long, and the JSON Schema of its answers',
  },
  params: object({ code: ProcedureCode }),
  answers: { 200: { says: { vi: 'Bản đang có hiệu lực hôm nay', en: 'The revision in force today' }, schema: ProcedureSchema } },
  examples: [
    {
      shows: { vi: 'Thủ tục không có', en: 'A procedure that does not exist' },
      as: 'public',
      params: { code: '9.999999' },
      answer: {
        status: 404,
        body: {
          type: 'urn:lien-thong:problem:no-such-procedure',
          title: 'Không tìm thấy trang này',
          status: 404,
          detail: 'Thủ tục này không có, hoặc chưa có hiệu lực.',
          instance: '8f1d2c3b4a596877',
          reason: 'no-such-procedure',
        },
      },
    },
  ],
  handle: async ({ req: { ctx }, params: { code } }) => {
    const procedure = await inForce(ctx, code, localDate(ctx.now))
    if (procedure === undefined) throw new Refusal(404, 'no-such-procedure')
    return { body: described(procedure) }
  },
})

function described(procedure: Procedure) {
  const { code, revision, name, purpose, area, basis, inForceFrom, who, resolvedWithin, fees, components } = procedure
  return {
    code,
    revision,
    name,
    purpose,
    area,
    basis,
    inForceFrom,
    who,
    resolvedWithin: { vi: termText(resolvedWithin, 'vi'), en: termText(resolvedWithin, 'en') },
    fees: fees.map((fee) => ({
      name: fee.name,
      dong: fee.dong === null ? null : Number(fee.dong),
      rule: { vi: feeRuleText(fee, 'vi'), en: feeRuleText(fee, 'en') },
      basis: fee.basis,
    })),
    papers: components.map((component) => ({ id: component.id, name: component.name })),
    answers: apiSchema(procedure),
  }
}

const CommuneSchema = object({
  code: CommuneCode,
  name: Type.String(),
  unit: object({ id: Id, name: Type.String() }),
  formerly: Type.Optional(Type.String({ description: 'The old ward by which it was found, as it was written' })),
  mustChoose: Type.Boolean({ description: 'The old ward was split: only the person knows which of its communes it is' }),
})

export const communeSearch = door({
  method: 'GET',
  path: '/api/v1/communes',
  may: 'anyone',
  group: 'procedures',
  does: {
    vi: 'Tìm xã, phường và cơ quan giải quyết theo tên nay hoặc tên cũ',
    en: 'Finds communes and who is competent there, by today’s name or an old one',
  },
  query: object({
    q: Type.String({ minLength: 1, maxLength: 200 }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  }),
  answers: {
    200: {
      says: { vi: 'Nơi tìm thấy, sát nhất trước', en: 'What was found, best first' },
      schema: object({ communes: Type.Array(CommuneSchema) }),
    },
  },
  examples: [
    {
      shows: { vi: 'Theo tên nay, không dấu', en: 'By today’s name, without accents' },
      as: 'public',
      query: { q: 'kinh bac', limit: '1' },
      answer: {
        status: 200,
        body: {
          communes: [
            {
              code: '09187',
              name: 'Phường Kinh Bắc',
              unit: { id: '01932f40-8c00-7a11-9c3e-5b7d2f4a6c10', name: 'Ủy ban nhân dân phường Kinh Bắc' },
              mustChoose: false,
            },
          ],
        },
      },
    },
  ],
  handle: async ({ req: { ctx }, query: { q, limit } }) => {
    const today = localDate(ctx.now)
    const found = await findArea(ctx, q, limit ?? 10)
    return {
      body: {
        communes: found.map(({ commune, unit, oldWard, mustChoose }) => ({
          code: commune.code,
          name: shortUnitName(unit, today),
          unit: { id: unit.id, name: unitName(unit, today) },
          ...(oldWard === undefined ? {} : { formerly: oldWardName(oldWard) }),
          mustChoose,
        })),
      },
    }
  },
})
