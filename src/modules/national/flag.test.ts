import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type NationalRow, readNationalRow } from '#modules/procedures'
import { doubtsAbout } from './difference.ts'
import { type Doubt, differencesBetween, type Flag, flags, flagsOf } from './index.ts'

type Loose = Readonly<Record<string, unknown>>

const clean: Loose = {
  code: '1.000001',
  name: 'Cấp giấy xác nhận nội dung mẫu',
  ministry: 'Bộ Tư pháp',
  field: 'Hộ tịch',
  levels: ['xa'],
  channels: [
    { channel: 'online', time: 3, unit: 'Ngày làm việc', fees: [{ vnd: 10_000 }] },
    { channel: 'direct', time: 3, unit: 'ngày làm việc', fees: [{ vnd: 10_000 }] },
  ],
  components: [{ group: '--', name: 'Tờ khai', original: 1, copy: 0 }],
  results: [{ name: 'Giấy xác nhận' }],
  legal: ['60/2014/QH13'],
}

function rowOf(more: Loose = {}): NationalRow {
  const read = readNationalRow({ ...clean, ...more })
  assert.ok(read.ok, JSON.stringify(read))
  return read.row
}

const way = (more: Loose = {}) => ({ channel: 'online', time: 3, unit: 'Ngày', fees: [{ vnd: 10_000 }], ...more })
const withFee = (fee: Loose, more: Loose = {}) => ({ channels: [way({ fees: [fee], ...more })] })
const paper = (more: Loose) => ({
  components: [
    { group: '', name: 'Tờ khai', original: 1, copy: 0 },
    { group: '', name: 'Giấy khác', original: 1, copy: 0, ...more },
  ],
})

/** Every flag with what raises it, and what looks like it and does not. */
const raises: Readonly<Record<Flag, { by: readonly Loose[]; notBy?: readonly Loose[] }>> = {
  noChannel: { by: [{ channels: [] }] },
  noComponent: { by: [{ components: [] }, { components: 0 }], notBy: [{ components: 4 }] },
  noResult: { by: [{ results: [] }] },
  casesAsChannels: { by: [{ channels: [way(), way({ time: 9 })] }], notBy: [{ channels: [way(), way({ channel: 'postal' })] }] },
  timesDiffer: {
    by: [{ channels: [way(), way({ channel: 'direct', time: 9 })] }, { channels: [way(), way({ channel: 'direct', unit: 'Giờ' })] }],
  },
  timeMissing: { by: [{ channels: [way({ time: null })] }, { channels: [way({ time: undefined })] }] },
  unitMissing: { by: [{ channels: [way({ unit: null })] }], notBy: [{ channels: [way({ unit: null, time: null })] }] },
  feeSuspect: {
    by: [withFee({ vnd: 25, note: '25.000 đồng' }), withFee({ vnd: 5_000, suspect: true })],
    notBy: [withFee({ vnd: 1_000 }), withFee({ vnd: 0 })],
  },
  feeInDollars: { by: [withFee({ usd: 10, note: '/bản' })] },
  feeDated: {
    by: [
      withFee({ vnd: 10_000, note: 'áp dụng đến hết ngày 31/12/2026' }),
      withFee({ vnd: 10_000, note: 'Miễn kể từ ngày 07/4/2026 đến 30/6/2026' }),
    ],
    notBy: [
      withFee({ vnd: 10_000, note: 'Thông tư số 60/2023/TT-BTC ngày 07/9/2023' }),
      withFee({ vnd: 10_000, note: 'từ 2 bản trở lên' }),
    ],
  },
  severalTariffs: {
    by: [
      withFee({ vnd: 10_000, note: 'trực tuyến; nộp tại quầy 20.000 đồng' }),
      withFee({ vnd: 0, note: 'cấp mới 135.000 đồng; cấp lại 1.350.000 đồng' }),
    ],
    notBy: [withFee({ vnd: 10_000, note: '10.000 đồng một bản' })],
  },
  zeroByCouncil: {
    by: [
      withFee({ vnd: 0, note: 'Theo nghị quyết của Hội đồng nhân dân tỉnh' }),
      withFee({ vnd: 0 }, { note: 'Phí do UBND cấp tỉnh quy định' }),
    ],
    notBy: [withFee({ vnd: 9_000, note: 'Theo nghị quyết của HĐND' })],
  },
  zeroExplained: {
    by: [withFee({ vnd: 0, note: 'Theo Thông tư về phí' })],
    notBy: [withFee({ vnd: 0, note: 'Không quy định.' }), withFee({ vnd: 0, note: 'Không thu phí' }), withFee({ vnd: 0 })],
  },
  zeroSilent: { by: [withFee({ vnd: 0 })], notBy: [withFee({ vnd: 0, note: 'Miễn phí' })] },
  feeUnknown: {
    by: [{ channels: [way({ fees: [] })] }, withFee({ note: 'chưa rõ' })],
    notBy: [{ channels: [way(), way({ channel: 'direct', fees: [] })] }],
  },
  notesAsComponents: { by: [paper({ original: 0 })], notBy: [paper({ original: 0, copy: 1 })] },
  copiesSuspect: { by: [paper({ original: 20_201 }), paper({ copy: 31 })], notBy: [paper({ original: 10 })] },
  abolishedPaper: { by: [paper({ name: 'Bản sao sổ hộ khẩu' }), paper({ name: 'Số CMND' })], notBy: [paper({ name: 'Thẻ căn cước' })] },
  noLegal: { by: [{ legal: [] }] },
}

test('a clean row raises no flag', () => assert.deepEqual(flagsOf(rowOf()), []))

for (const flag of flags) {
  test(`${flag} is raised by what it is about, and by nothing like it`, () => {
    for (const more of raises[flag].by) assert.ok(flagsOf(rowOf(more)).includes(flag), JSON.stringify(more))
    for (const more of raises[flag].notBy ?? []) assert.ok(!flagsOf(rowOf(more)).includes(flag), JSON.stringify(more))
  })
}

test('a change that may be a mistake is doubted, a usual one is not', () => {
  const doubts = (more: Loose): Doubt[] => doubtsAbout(rowOf(), rowOf(more))
  assert.deepEqual(doubts({ decision: '200/QĐ-BTP', name: 'Cấp lại giấy xác nhận nội dung mẫu' }), [])
  assert.deepEqual(doubts({ name: 'Đăng ký phương tiện thủy' }), ['renamed'])
  assert.deepEqual(doubts({ field: 'Chứng thực' }), ['moved'])
  assert.deepEqual(doubts({ channels: [way({ time: 30 })] }), ['timeJumps'])
  assert.deepEqual(doubts({ channels: [way({ time: 9 })] }), [])
  assert.deepEqual(doubts(withFee({ vnd: 150_000 })), ['feeJumps'])
  assert.deepEqual(doubts({ components: [] }), ['papersVanish'])
  assert.deepEqual(doubts({ results: [] }), ['resultsVanish'])
})

test('differences are told part by part, line by line', () => {
  const after = rowOf({ legal: ['60/2014/QH13', '123/2015/NĐ-CP'], channels: [way({ time: 5 }), ...(clean.channels as Loose[]).slice(1)] })
  assert.deepEqual(differencesBetween(rowOf(), after), [
    { part: 'channels', gone: ['Trực tuyến: 3 ngày làm việc; 10.000 đ'], come: ['Trực tuyến: 5 ngày; 10.000 đ'] },
    { part: 'legal', gone: [], come: ['123/2015/NĐ-CP'] },
  ])
  assert.deepEqual(differencesBetween(rowOf(), rowOf()), [])
})
