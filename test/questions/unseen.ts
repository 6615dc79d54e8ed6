import type { Question } from './question.ts'

/**
 * Thirty written after the search was made and never used to better it: they tell how much of the first figure is fitted to its questions.
 */
export const unseenQuestions: readonly Question[] = [
  ['vợ mới sinh con trai muốn làm giấy khai sinh', '1.001193'],
  ['khai sinh cho cháu ngoại bố mẹ cháu đi làm xa', '1.001193'],
  ['giấy khai sinh bị mờ xin lại bản khác', '2.000635 1.004884'],
  ['đổi họ cho con sang họ cha dượng', '1.004859'],
  ['trích lục khai tử của ông nội', '2.000635'],
  ['em muốn kết hôn mà chồng ở tỉnh khác', '1.000894'],
  ['cưới người Nhật thì đăng ký ở đâu', '2.000806'],
  ['giấy xác nhận hôn nhân để bán nhà', '1.004873'],
  ['hàng xóm mất không có người thân ai khai tử', '1.000656'],
  ['con riêng của vợ tôi muốn nhận làm con nuôi', '2.001263'],
  ['chứng thực bằng tốt nghiệp cấp ba', '2.000815'],
  ['xác nhận chữ ký đơn xin việc', '2.000884'],
  ['mua bán nhà ra xã ký hợp đồng', '2.001035'],
  ['không muốn nhận phần thừa kế của bố', '2.001016'],
  ['thuê phòng trọ phải đăng ký tạm trú không', '1.004194'],
  ['tam tru sap het han', '1.002755'],
  ['mới mua nhà muốn nhập khẩu', '1.004222'],
  ['bà ngoại lên chơi vài hôm có phải khai báo', '2.001159'],
  ['can cuoc cua toi het han roi', '1.014063'],
  ['đi Nhật làm việc cần hộ chiếu', '1.001456 1.001471'],
  ['đổi biển số xe sang biển vàng', '1.013079'],
  ['xin phiếu lý lịch tư pháp đi lao động nước ngoài', '3.000333'],
  ['sổ hồng bị rách muốn đổi', '1.012783'],
  ['vay ngân hàng bằng sổ đỏ cần đăng ký gì', '1.011441'],
  ['xin giấy phép xây nhà trọ', '1.013225'],
  ['nhà tôi muốn cơi nới thêm tầng ba', '1.013229'],
  ['mở tiệm cắt tóc cần giấy phép gì', '1.001612'],
  ['ngừng bán hàng ba tháng', '1.001570'],
  ['đi khám quên thẻ bảo hiểm bị mất', '1.002759'],
  ['nhà tôi hết nghèo rồi', '1.011608 1.011606'],
]
