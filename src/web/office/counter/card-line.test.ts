import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardLine } from './card-line.ts'

test('the line that a scanner types over a card becomes a person; anything else is nobody', () => {
  assert.deepEqual(cardLine('027198990001|125000001|Nguyễn Thị Hồng|14031998|Nữ|Tổ dân phố mẫu 3, Kinh Bắc|01012022'), {
    number: '027198990001',
    name: 'Nguyễn Thị Hồng',
    bornOn: '1998-03-14',
    sex: 'female',
    address: 'Tổ dân phố mẫu 3, Kinh Bắc',
  })
  assert.deepEqual(cardLine('027198990001||Nguyễn Thị Hồng|14031998'), {
    number: '027198990001',
    name: 'Nguyễn Thị Hồng',
    bornOn: '1998-03-14',
  })
  for (const other of [
    '',
    '027198990001',
    'https://example.vn/|x|y|z',
    '27198990001||A|14031998',
    '027198990001|||14031998',
    '027198990001||A|1998',
  ])
    assert.equal(cardLine(other), undefined, other)
})
