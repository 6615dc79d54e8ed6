import { messages } from '#platform/i18n'

/** Why an act was not stored that has to say what a procedure leaves open. */
export const officeReasons = messages({
  'due-needed': { vi: 'Chọn ngày hẹn trả kết quả.', en: 'Choose the day of the result.' },
  'due-must-be-later': { vi: 'Ngày hẹn phải sau lúc này.', en: 'The day of the result must lie ahead.' },
  'fee-needed': { vi: 'Ghi mức thu; không thu thì ghi 0.', en: 'Enter the amount; 0 if nothing is charged.' },
  'fee-not-money': { vi: 'Mức thu là số đồng, ví dụ 50.000.', en: 'The amount is in đồng, for example 50.000.' },
  'result-needed': { vi: 'Đánh dấu ít nhất một giấy tờ sẽ cấp.', en: 'Tick at least one paper to be issued.' },
  'no-newer-revision': {
    vi: 'Không có bản mới nào chờ bạn quyết định cho hồ sơ này. Mở lại hồ sơ để xem bản đang áp dụng.',
    en: 'No newer revision waits for your decision on this case. Open it again to see which one applies.',
  },
  'revision-does-not-fit': {
    vi: 'Hồ sơ không vừa với bản mới nên giữ bản cũ. Tiếp tục giải quyết như đã hẹn.',
    en: 'The case does not fit the newer revision and keeps its own. Handle it as promised.',
  },
  'content-needed': { vi: 'Viết nội dung của giấy này.', en: 'Write the text of this paper.' },
  'content-too-long': { vi: 'Nội dung dài quá {most} ký tự.', en: 'The text is longer than {most} characters.' },
})
