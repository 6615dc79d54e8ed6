import { words } from '#modules/procedures'

const law = 'Luật Hộ tịch 60/2014/QH13'
const decree = 'Nghị định 123/2015/NĐ-CP'
const interlink = 'Nghị định 87/2020/NĐ-CP'
const dataFirst = 'Nghị quyết 66.7/2025/NQ-CP, Điều 8'

/** What may be wrong in any civil-status procedure. Each names the question and the paper of its own at which it is met. */
export const commonDefects = {
  C01: {
    code: 'C01',
    text: words('Lời khai chưa đủ hoặc thiếu lời cam đoan', 'The form is incomplete or lacks the declaration'),
    remedy: words('Mở lại hồ sơ và điền những ô còn trống', 'Open the dossier again and fill in what is empty'),
    outcome: 'supplement',
    basis: decree,
  },
  C02: {
    code: 'C02',
    text: words(
      'Chưa rõ tư cách của người nộp, hoặc thiếu văn bản ủy quyền',
      'The applicant’s standing is unclear, or the power of attorney is missing',
    ),
    remedy: words(
      'Gửi văn bản ủy quyền, hoặc chọn lại bạn là ai trong việc này',
      'Send the power of attorney, or correct who you are in this matter',
    ),
    outcome: 'supplement',
    basis: decree,
  },
  C03: {
    code: 'C03',
    text: words('Dữ liệu không xác nhận được nhân thân', 'The data does not confirm the identity'),
    remedy: words(
      'Xuất trình căn cước hoặc hộ chiếu; đồng thời đề nghị sửa dữ liệu',
      'Show the identity card or passport and ask to have the data corrected',
    ),
    outcome: 'supplement',
    basis: dataFirst,
  },
  C04: {
    code: 'C04',
    text: words('Dữ liệu dân cư hoặc cư trú thiếu hay sai', 'Population or residence data is missing or wrong'),
    remedy: words('Đến công an xã, phường nơi cư trú để cập nhật dữ liệu', 'Have the data updated at the commune police of your residence'),
    outcome: 'correctData',
    basis: dataFirst,
  },
  C05: {
    code: 'C05',
    text: words('Hồ sơ thuộc thẩm quyền của xã, phường khác', 'Another commune is competent'),
    remedy: words('Bạn không phải làm gì: hồ sơ được chuyển đến đúng nơi', 'Nothing to do: the dossier is passed on to the right office'),
    outcome: 'transfer',
    basis: 'Nghị định 120/2025/NĐ-CP',
  },
  C06: {
    code: 'C06',
    text: words('Bản chụp mờ, thiếu góc hoặc chụp từ giấy tờ hết giá trị', 'The scan is blurred, cut off or of a paper no longer valid'),
    remedy: words('Chụp lại nơi đủ sáng, thấy đủ bốn góc', 'Take the photo again in good light, with all four corners'),
    outcome: 'supplement',
    basis: interlink,
  },
  C07: {
    code: 'C07',
    text: words('Giấy tờ bị tẩy xóa, sửa chữa hoặc nghi làm giả', 'The paper is erased, altered or suspected false'),
    remedy: words('Liên hệ nơi cấp giấy tờ để được cấp lại', 'Ask the issuing office for a new one'),
    outcome: 'refuse',
    basis: decree,
  },
  C08: {
    code: 'C08',
    text: words('Giấy tờ nước ngoài chưa hợp pháp hóa lãnh sự hoặc chưa dịch', 'A foreign paper is not legalised or not translated'),
    remedy: words('Gửi bản đã hợp pháp hóa kèm bản dịch tiếng Việt', 'Send the legalised paper with its Vietnamese translation'),
    outcome: 'supplement',
    basis: decree,
  },
  C09: {
    code: 'C09',
    text: words('Việc này đã được đăng ký trước đó', 'The event has been registered before'),
    remedy: words(
      'Nếu cần, xin bản sao trích lục thay vì đăng ký lần nữa',
      'If needed, ask for an extract instead of a second registration',
    ),
    outcome: 'refuse',
    basis: law,
  },
  C10: {
    code: 'C10',
    text: words('Nội dung khai khác giấy tờ hoặc khác dữ liệu', 'What is declared differs from the papers or the data'),
    remedy: words('Cho biết nội dung nào đúng, kèm giấy tờ chứng minh nếu có', 'Say which is right, with proof if there is any'),
    outcome: 'ask',
    basis: law,
  },
  C11: {
    code: 'C11',
    text: words('Người nộp không đồng ý với bản nháp', 'The applicant does not agree with the draft'),
    remedy: words('Ghi rõ chỗ cần sửa; bạn sẽ nhận bản nháp mới', 'Say what must be changed; a new draft follows'),
    outcome: 'ask',
    basis: interlink,
  },
  C12: {
    code: 'C12',
    text: words('Chưa nộp bản chính trước khi nhận kết quả', 'The originals were not handed in before the result'),
    remedy: words('Mang bản chính đến khi nhận kết quả', 'Bring the originals when you collect the result'),
    outcome: 'ask',
    basis: interlink,
  },
} as const
