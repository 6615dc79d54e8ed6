import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secrecyMarkIn } from './index.ts'

const named = (title: string) => secrecyMarkIn({ titles: [title], page: [] })
const saying = (...lines: string[]) => secrecyMarkIn({ titles: [], page: [lines.join('\n')] })

test('a name that says a paper is secret is heard in its usual spellings', () => {
  assert.equal(named('MẬT.pdf'), 'MẬT')
  assert.equal(named('CV 12-MẬT.pdf'), 'MẬT')
  assert.equal(named('[Mật] Công văn 12.pdf'), 'MẬT')
  assert.equal(named('Công văn mật số 5.docx'), 'MẬT')
  assert.equal(named('tài_liệu_mật.pdf'), 'MẬT')
  assert.equal(named('Báo cáo TỐI MẬT 2026.pdf'), 'TỐI MẬT')
  assert.equal(named('báo cáo tuyệt mật.pdf'), 'TUYỆT MẬT')
  assert.equal(named('Tuye\u0323\u0302t ma\u0323\u0302t.pdf'), 'TUYỆT MẬT')
  assert.equal(named('tuyet_mat.pdf'), 'TUYỆT MẬT')
  assert.equal(named('12 (TOI MAT).pdf'), 'TỐI MẬT')
})

test('ordinary names with the same syllables are left alone', () => {
  for (const name of [
    'CCCD mặt trước.jpg',
    'cccd mat truoc.jpg',
    'Tuyet mat sau.jpg',
    'don toi mat CCCD.pdf',
    'Giấy chứng sinh NGUYỄN THỊ MẬT.pdf',
    'NGUYEN_THI_MẬT.pdf',
    'Trần Văn Mật.jpg',
    'CAM KẾT BẢO MẬT.pdf',
    'mật khẩu wifi.png',
    'đơn xin đổi mật khẩu.pdf',
    'Đậu mật ong.jpg',
    'MẬT ĐỘ DÂN SỐ.pdf',
  ])
    assert.equal(named(name), undefined, name)
})

test('a stamp on the first page is heard, a sentence with the word is not', () => {
  assert.equal(saying('UBND TỈNH BẮC NINH', 'MẬT', 'Số: 12/BC-UBND'), 'MẬT')
  assert.equal(saying('UBND TỈNH BẮC NINH  TUYỆT MẬT'), 'TUYỆT MẬT')
  assert.equal(saying('Độ mật: Tối mật'), 'TỐI MẬT')
  assert.equal(saying('Họ và tên: NGUYỄN THỊ MẬT'), undefined)
  assert.equal(saying('Tôi cam kết giữ bí mật thông tin', 'CAM KẾT BẢO MẬT'), undefined)
})
