import { type Language, messages } from '#platform/i18n'
import type { ListProblem } from './list-problem.ts'

/** What each flag is called, as in a list. */
export const flagNames = messages({
  noChannel: { vi: 'Không có cách thức nộp', en: 'No way of filing' },
  noComponent: { vi: 'Không có thành phần hồ sơ', en: 'No components' },
  noResult: { vi: 'Không có kết quả', en: 'No result' },
  casesAsChannels: { vi: 'Trường hợp ghi thành cách nộp', en: 'Cases typed as ways of filing' },
  timesDiffer: { vi: 'Thời hạn khác nhau theo cách nộp', en: 'Times differ between ways' },
  timeMissing: { vi: 'Thiếu thời hạn', en: 'Time missing' },
  unitMissing: { vi: 'Thời hạn thiếu đơn vị', en: 'Unit of time missing' },
  feeSuspect: { vi: 'Mức phí sai đơn vị tiền', en: 'Fee in a wrong unit' },
  feeInDollars: { vi: 'Phí ghi bằng đô la Mỹ', en: 'Fee in US dollars' },
  feeDated: { vi: 'Mức phí có thời hạn áp dụng', en: 'Fee valid for a time' },
  severalTariffs: { vi: 'Nhiều mức phí trong một ô', en: 'Several tariffs in one cell' },
  zeroByCouncil: { vi: '0 đồng: địa phương quy định mức thu', en: '0 đồng: set by the province' },
  zeroExplained: { vi: '0 đồng nhưng có ghi chú mức thu', en: '0 đồng beside a note' },
  zeroSilent: { vi: '0 đồng, không có ghi chú', en: '0 đồng without a note' },
  feeUnknown: { vi: 'Chưa rõ phí, lệ phí', en: 'Fee unknown' },
  notesAsComponents: { vi: 'Lời dẫn ghi thành giấy tờ', en: 'Notes typed as components' },
  copiesSuspect: { vi: 'Số bản bất thường', en: 'Odd number of copies' },
  abolishedPaper: { vi: 'Đòi giấy tờ đã bãi bỏ', en: 'Asks for an abolished paper' },
  noLegal: { vi: 'Chưa tách được căn cứ pháp lý', en: 'No legal basis parsed' },
})

/** What a flag means, and what somebody has to do about it. */
export const flagMeanings = messages({
  noChannel: {
    vi: 'Cổng quốc gia không ghi cách nộp nào. Cần hỏi bộ công bố, rồi bổ sung tại địa phương trước khi công khai.',
    en: 'The portal names no way of filing. Ask the ministry and add one here before publishing.',
  },
  noComponent: {
    vi: 'Không có giấy tờ nào. Chưa thể lập biểu mẫu nộp cho đến khi có người bổ sung.',
    en: 'There is no paper at all. No form can be made until somebody adds them.',
  },
  noResult: {
    vi: 'Không ghi kết quả giải quyết. Chưa thể công khai cho đến khi có người bổ sung.',
    en: 'No result is named. It cannot be published until somebody adds one.',
  },
  casesAsChannels: {
    vi: 'Một cách nộp xuất hiện nhiều lần: thường là nhiều trường hợp với thời hạn, mức phí riêng. Cần tách thành trường hợp.',
    en: 'One way stands there several times: usually cases with times and fees of their own. Split them into cases.',
  },
  timesDiffer: {
    vi: 'Các cách nộp có thời hạn khác nhau. Đọc ghi chú: có thể là trường hợp khác nhau, không phải cách nộp khác nhau.',
    en: 'Ways of filing have different times. Read the notes: these may be cases, not ways.',
  },
  timeMissing: {
    vi: 'Có cách nộp không ghi thời hạn. Không được tự suy ra: cán bộ xác định thời hạn theo căn cứ pháp lý.',
    en: 'A way of filing has no time. It must not be inferred: an officer takes it from the law.',
  },
  unitMissing: {
    vi: 'Có số mà không có đơn vị (ngày, ngày làm việc, giờ). Cán bộ chọn đơn vị theo văn bản.',
    en: 'A number stands there without a unit (days, working days, hours). An officer chooses it by the law.',
  },
  feeSuspect: {
    vi: 'Mức dưới 1.000 đồng: thường gõ theo nghìn đồng hoặc đô la. Đọc ghi chú, không dùng con số này.',
    en: 'Less than 1,000 đồng: usually typed in thousands or dollars. Read the note; do not use the number.',
  },
  feeInDollars: {
    vi: 'Mức thu ghi bằng đô la, thường của cơ quan đại diện ở nước ngoài, không áp dụng tại địa phương.',
    en: 'An amount in dollars, usually of missions abroad; it does not apply here.',
  },
  feeDated: {
    vi: 'Ghi chú nêu mức thu chỉ áp dụng trong một thời gian (giảm, miễn). Cần lập mức phí có ngày bắt đầu và kết thúc.',
    en: 'The note gives an amount that holds for a time (a cut, an exemption). Make fee rules with their first and last day.',
  },
  severalTariffs: {
    vi: 'Ghi chú có từ hai mức tiền trở lên; con số trong ô chỉ là một trong số đó. Cần tách theo trường hợp.',
    en: 'The note holds two amounts or more; the number of the cell is only one of them. Split them by case.',
  },
  zeroByCouncil: {
    vi: 'Số 0 không có nghĩa là miễn phí: Hội đồng nhân dân hoặc Ủy ban nhân dân tỉnh quy định mức thu.',
    en: 'Zero does not mean free: the provincial council or committee sets the amount.',
  },
  zeroExplained: {
    vi: 'Ghi 0 đồng nhưng ghi chú dẫn văn bản hoặc mức thu khác. Cần xác định mức thu thật.',
    en: 'It says 0 đồng, and the note names a text or an amount. Find out what is really charged.',
  },
  zeroSilent: {
    vi: 'Ghi 0 đồng mà không nói miễn thu hay do địa phương quy định. Nên đối chiếu nghị quyết của Hội đồng nhân dân tỉnh.',
    en: 'It says 0 đồng and not whether it is free or set by the province. Check the council’s resolution.',
  },
  feeUnknown: {
    vi: 'Không có dữ liệu về phí, lệ phí. Cán bộ tiếp nhận phải được hỏi, không mặc nhiên là miễn phí.',
    en: 'There is no fee data. The clerk must be asked; it is not free by default.',
  },
  notesAsComponents: {
    vi: 'Dòng 0 bản chính, 0 bản sao là lời hướng dẫn, không phải giấy tờ phải nộp.',
    en: 'A line with 0 originals and 0 copies is a note, not a paper to hand in.',
  },
  copiesSuspect: {
    vi: 'Số bản lớn bất thường, thường do năm ban hành của mẫu dính vào số lượng. Không yêu cầu theo con số này.',
    en: 'The number is oddly large, usually the year of a form run into it. Do not ask for that many.',
  },
  abolishedPaper: {
    vi: 'Thành phần còn nhắc sổ hộ khẩu, sổ tạm trú hoặc chứng minh nhân dân, là giấy tờ không còn giá trị.',
    en: 'A component still speaks of the household book, the temporary residence book or the old ID card, which are no longer valid.',
  },
  noLegal: {
    vi: 'Không có số hiệu văn bản nào đọc được. Cần ghi căn cứ trước khi đặt quy định của địa phương.',
    en: 'No code of a legal text could be read. Name the basis before setting local rules.',
  },
})

/** Why a change is shown as suspicious. */
export const doubtWords = messages({
  renamed: {
    vi: 'Tên khác hẳn trước: mã có thể đã dùng cho thủ tục khác',
    en: 'The name is quite another: the code may stand for another procedure',
  },
  moved: { vi: 'Chuyển bộ hoặc lĩnh vực: xem lại nơi giải quyết', en: 'Moved to another ministry or field: look at the routing' },
  timeJumps: { vi: 'Thời hạn tăng hoặc giảm từ ba lần', en: 'The time is three times longer or shorter' },
  feeJumps: { vi: 'Mức phí tăng hoặc giảm từ mười lần', en: 'The fee is ten times higher or lower' },
  papersVanish: { vi: 'Mất hơn một nửa số giấy tờ', en: 'More than half of the papers are gone' },
  resultsVanish: { vi: 'Không còn kết quả nào', en: 'No result is left' },
  numberDiffers: { vi: 'Số giấy tờ khác với danh sách chi tiết đang có', en: 'The number of papers is not that of the list we have' },
  twin: { vi: 'Trùng tên với một mã khác đang có', en: 'Another code has the same name' },
  back: { vi: 'Từng bị đưa ra khỏi danh mục, nay trở lại', en: 'Was dropped before and is back' },
  twice: {
    vi: 'Mã có hai lần trong tệp với nội dung khác nhau; chỉ lấy dòng đầu',
    en: 'The code stands there twice with different content; the first is taken',
  },
})

export const partWords = messages({
  name: { vi: 'Tên', en: 'Name' },
  ministry: { vi: 'Bộ, cơ quan', en: 'Ministry' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  levels: { vi: 'Cấp thực hiện', en: 'Levels' },
  decision: { vi: 'Quyết định công bố', en: 'Decision' },
  kind: { vi: 'Loại', en: 'Kind' },
  subjects: { vi: 'Đối tượng', en: 'Who may ask' },
  channels: { vi: 'Cách nộp, thời hạn, phí', en: 'Ways, times, fees' },
  components: { vi: 'Thành phần hồ sơ', en: 'Components' },
  results: { vi: 'Kết quả', en: 'Results' },
  legal: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
  replacedByData: { vi: 'Giấy tờ thay bằng dữ liệu', en: 'Papers replaced by data' },
  agencies: { vi: 'Cơ quan thực hiện', en: 'Agencies' },
  conditions: { vi: 'Yêu cầu, điều kiện', en: 'Conditions' },
  steps: { vi: 'Trình tự thực hiện', en: 'Steps' },
  url: { vi: 'Trang trên Cổng quốc gia', en: 'Page at the portal' },
})

export const targetWords = messages({
  ours: { vi: 'Tại hệ thống này', en: 'Here' },
  'other-system': { vi: 'Hệ thống khác', en: 'Another system' },
  undecided: { vi: 'Chưa quyết định', en: 'Undecided' },
})

/** Why a list cannot be taken, and what to do. */
export const listFaults = messages({
  'empty-list': { vi: 'Tệp không có thủ tục nào. Hãy chọn tệp khác.', en: 'The file holds no procedure. Choose another.' },
  'too-many-rows': { vi: 'Tệp có quá {most} dòng. Hãy tách thành nhiều tệp.', en: 'The file has more than {most} rows. Split it.' },
  'not-a-list': {
    vi: 'Tệp JSON phải là một danh sách thủ tục, bắt đầu bằng dấu [.',
    en: 'The JSON file must be a list of procedures and begin with [.',
  },
  'broken-json': {
    vi: 'Tệp JSON hỏng ở mục thứ {place}. Hãy xuất lại tệp.',
    en: 'The JSON file is broken at entry {place}. Export it again.',
  },
  'entry-too-long': { vi: 'Mục thứ {place} dài bất thường nên không nhận.', en: 'Entry {place} is too long to be taken.' },
  'not-utf-8': { vi: 'Tệp không ở bảng mã UTF-8. Hãy lưu lại với UTF-8.', en: 'The file is not in UTF-8. Save it again in UTF-8.' },
  'unknown-kind': { vi: 'Chỉ nhận tệp JSON, CSV hoặc XLSX.', en: 'Only JSON, CSV and XLSX files are taken.' },
  'too-many-columns': { vi: 'Bảng có quá {most} cột.', en: 'The table has more than {most} columns.' },
  'cell-too-long': {
    vi: 'Có ô dài quá {most} ký tự. Hãy kiểm tra dấu ngoặc kép trong tệp.',
    en: 'A cell is longer than {most} letters. Check the quotes.',
  },
  'open-quote': { vi: 'Dấu ngoặc kép mở ở dòng {place} không đóng lại.', en: 'A quote opened in row {place} is never closed.' },
  'no-header': { vi: 'Dòng đầu phải là tên các cột.', en: 'The first row must hold the headings.' },
  'columns-missing': {
    vi: 'Chưa biết cột nào là: {names}. Các cột của tệp: {headings}.',
    en: 'It is not known which column holds: {names}. The file has: {headings}.',
  },
  'not-a-workbook': {
    vi: 'Không đọc được bảng tính này. Hãy lưu lại dạng XLSX hoặc CSV.',
    en: 'This workbook cannot be read. Save it as XLSX or CSV.',
  },
  'workbook-too-big': {
    vi: 'Bảng tính quá lớn khi mở ra. Hãy tách nhỏ hoặc lưu dạng CSV.',
    en: 'The workbook unfolds too far. Split it or save it as CSV.',
  },
  'bad-map': {
    vi: 'Bảng ghép cột sai ở «{name}». Các tên dùng được: {known}.',
    en: 'The column map is wrong at «{name}». Names that may be used: {known}.',
  },
})

/** One sentence for a list that cannot be taken. */
export function sayFault({ fault, params }: ListProblem, language: Language): string {
  return listFaults.all[fault][language].replace(/\{(\w+)\}/g, (slot, name: string) => String(params[name] ?? slot))
}
