import { messages } from '#platform/i18n'

/** Why an act was not stored that has to say what a procedure leaves open. */
export const officeReasons = messages({
  'due-needed': { vi: 'Chọn ngày hẹn trả kết quả.', en: 'Choose the day of the result.' },
  'due-must-be-later': { vi: 'Ngày hẹn phải sau lúc này.', en: 'The day of the result must lie ahead.' },
  'fee-needed': { vi: 'Ghi mức thu; không thu thì ghi 0.', en: 'Enter the amount; 0 if nothing is charged.' },
  'fee-not-money': { vi: 'Mức thu là số đồng, ví dụ 50.000.', en: 'The amount is in đồng, for example 50.000.' },
  'result-needed': { vi: 'Đánh dấu ít nhất một giấy tờ sẽ cấp.', en: 'Tick at least one paper to be issued.' },
  'content-needed': { vi: 'Viết nội dung của giấy này.', en: 'Write the text of this paper.' },
  'content-too-long': { vi: 'Nội dung dài quá {most} ký tự.', en: 'The text is longer than {most} characters.' },
})
