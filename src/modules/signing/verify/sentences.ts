import { vietnamTime } from '../times.ts'
import type { Finding, FindingCode } from './findings.ts'

type Params = Finding['params']
type Wording = (p: Params) => string

const fieldNames: Readonly<Record<string, readonly [string, string]>> = {
  leader: ['người có thẩm quyền', 'competent person'],
  agency: ['cơ quan', 'agency'],
  number: ['số', 'number'],
  date: ['ngày', 'date'],
}
const vi = (p: Params) => fieldNames[String(p.field)]?.[0] ?? String(p.field ?? '')
const en = (p: Params) => fieldNames[String(p.field)]?.[1] ?? String(p.field ?? '')
const at = (p: Params) => (typeof p.at === 'string' ? vietnamTime(p.at).slice(0, 19) : '')

/** One sentence a finding, in Vietnamese and English. `who` is name and post. */
const wordings: Readonly<Record<FindingCode, readonly [Wording, Wording]>> = {
  signed: [(p) => `Đã ký: ${p.who}, lúc ${at(p)}.`, (p) => `Signed: ${p.who}, at ${at(p)}.`],
  'number-filled': [
    (p) => `Số ${p.number} và ngày ${p.date} được điền cùng lúc cơ quan ký số: bước ban hành bình thường.`,
    (p) => `Number ${p.number} and date ${p.date} were filled in together with the agency's signature: the normal step of issuing.`,
  ],
  'signature-added': [
    (p) => `Có thêm chữ ký / dấu thời gian của ${p.who}.`,
    (p) => `A further signature / time-stamp of ${p.who} was added.`,
  ],
  'mark-added': [
    (p) => `Có dấu «sao y / đến» của ${p.who} ở góc trên trang đầu.`,
    (p) => `A copy or receipt mark of ${p.who} stands at the top of the first page.`,
  ],
  'evidence-added': [() => 'Đã bổ sung bằng chứng kiểm tra lâu dài.', () => 'Evidence for long-term checking was added.'],
  'digest-mismatch': [
    (p) => `Nội dung đã bị sửa sau khi ${p.who} ký (mã băm không khớp).`,
    (p) => `The content was changed after ${p.who} signed (the digest differs).`,
  ],
  'not-as-issued': [
    () => 'Tệp không trùng từng byte với bản đã phát hành; hãy tải lại bản gốc.',
    () => 'The file is not byte for byte the one that was issued; download the original again.',
  ],
  'page-changed': [
    (p) => `Trang ${p.page} đã bị vẽ thêm hoặc thay nội dung sau chữ ký của ${p.who}.`,
    (p) => `Page ${p.page} was drawn on or its content replaced after the signature of ${p.who}.`,
  ],
  'annotation-added': [
    (p) => `Trang ${p.page} có ghi chú, hình hoặc liên kết được thêm sau chữ ký của ${p.who}.`,
    (p) => `A note, picture or link was added to page ${p.page} after the signature of ${p.who}.`,
  ],
  'appearance-changed': [
    (p) => `Chữ ký hoặc con dấu nhìn thấy trên trang ${p.page} đã bị gỡ, dời hoặc thay hình.`,
    (p) => `A visible signature or seal on page ${p.page} was removed, moved or given another picture.`,
  ],
  'signature-over-content': [() => 'Một chữ ký thêm sau che lên nội dung đã ký.', () => 'A signature added later covers signed content.'],
  'field-changed': [
    (p) => `Ô «${vi(p)}» đã bị đổi hoặc thêm sau khi ký.`,
    (p) => `The field «${en(p)}» was changed or added after signing.`,
  ],
  'number-without-agency': [
    () => 'Số hoặc ngày được điền nhưng không kèm chữ ký của cơ quan.',
    () => "Number or date were filled in without the agency's signature.",
  ],
  'picture-differs': [
    () => 'Số hoặc ngày nhìn thấy khác với giá trị đã ghi trong tệp.',
    () => 'The number or date that is seen differs from the value in the file.',
  ],
  'pages-changed': [
    () => 'Số trang hoặc thứ tự trang đã bị đổi sau khi ký.',
    () => 'The number or order of pages was changed after signing.',
  ],
  'action-added': [() => 'Tệp bị gắn thêm lệnh tự chạy sau khi ký.', () => 'A command that runs by itself was added after signing.'],
  'layers-changed': [() => 'Có lớp nội dung bị ẩn hoặc hiện sau khi ký.', () => 'A layer of content was hidden or shown after signing.'],
  'description-changed': [
    () => 'Thông tin mô tả của tệp đã bị đổi sau khi ký.',
    () => 'The description of the file was changed after signing.',
  ],
  'defined-later': [
    () => 'Một phần nội dung bị để trống lúc ký rồi được đưa vào sau khi ký.',
    () => 'A part of the content was left empty when signing and put in afterwards.',
  ],
  'put-back': [
    () => 'Một phiên bản cũ hoặc nội dung khác được tráo vào sau khi ký.',
    () => 'An earlier version or other content was put in after signing.',
  ],
  'agency-missing': [
    () => 'Bản này chưa có chữ ký số của cơ quan: là bản trước khi ban hành.',
    () => 'This copy lacks the signature of the agency: it is from before the issue.',
  ],
  'leader-missing': [
    () => 'Bản này chưa có chữ ký số của người có thẩm quyền.',
    () => 'This copy lacks the signature of the competent person.',
  ],
  'wrong-signer': [
    (p) => `Chữ ký ở ô «${vi(p)}» là của ${p.who}, không phải của ${p.expected}.`,
    (p) => `The signature in the field «${en(p)}» is of ${p.who}, not of ${p.expected}.`,
  ],
  'content-removed': [() => 'Nội dung đã ký bị xóa hoặc ghi đè.', () => 'Signed content was deleted or overwritten.'],
  'hidden-data': [() => 'Tệp có dữ liệu ẩn được thêm sau khi ký.', () => 'The file holds hidden data that was added after signing.'],
  'byte-range': [
    () => 'Phạm vi chữ ký không đúng quy cách: có phần của tệp không được ký.',
    () => 'The range of the signature is malformed: a part of the file is not signed.',
  ],
  'signature-replaced': [
    () => 'Thông tin của chữ ký (người ký, lý do, nội dung) đã bị tráo.',
    () => 'The particulars of the signature (signer, reason, content) were replaced.',
  ],
  'contents-altered': [
    () => 'Khối chữ ký đã bị thay hoặc chèn dữ liệu lạ.',
    () => 'The signature block was replaced, or foreign data was put into it.',
  ],
  'certificate-mismatch': [
    () => 'Chứng thư kèm theo không phải chứng thư đã dùng để ký.',
    () => 'The certificate enclosed is not the one that was used to sign.',
  ],
  'foreign-time-stamp': [() => 'Dấu thời gian không thuộc về chữ ký này.', () => 'The time-stamp does not belong to this signature.'],
  revoked: [
    (p) => `Chứng thư của ${p.who} đã bị thu hồi lúc ${at(p)}, trước khi ký.`,
    (p) => `The certificate of ${p.who} was revoked at ${at(p)}, before signing.`,
  ],
  untrusted: [
    (p) => `Chứng thư của ${p.who} không thuộc hệ thống được tin cậy.`,
    (p) => `The certificate of ${p.who} does not belong to a trusted system.`,
  ],
  expired: [
    (p) => `Chứng thư của ${p.who} không còn hoặc chưa có hiệu lực khi ký.`,
    (p) => `The certificate of ${p.who} was not valid when signing.`,
  ],
  'evidence-changed': [
    () => 'Bằng chứng kiểm tra lâu dài đã bị gỡ hoặc lẫn nội dung khác.',
    () => 'The evidence for long-term checking was removed or mixed with other content.',
  ],
  unreadable: [
    () => 'Tệp hỏng, bị mã hóa, hoặc không có chữ ký số của người hay cơ quan nào.',
    () => 'The file is broken, encrypted, or carries no signature of a person or an agency.',
  ],
  'no-time-stamp': [
    () => 'Chữ ký thiếu dấu thời gian, không chứng minh được lúc ký.',
    () => 'The signature lacks a time-stamp; the time of signing cannot be proved.',
  ],
  'state-unproven': [
    (p) => `Chưa có bằng chứng về trạng thái chứng thư của ${p.who} lúc ký; chưa thể kết luận.`,
    (p) => `There is no evidence of the state of the certificate of ${p.who} when signing; no conclusion is possible yet.`,
  ],
}

/** The sentence for a finding, worded for display. */
export const sentence = ({ code, params }: Finding, language: 'vi' | 'en'): string => wordings[code][language === 'vi' ? 0 : 1](params)
