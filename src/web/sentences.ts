import { acts } from '#modules/procedures'
import type { Sentences } from '#platform/http'
import { messages } from '#platform/i18n'
import { momentText } from '#platform/text'
import { machineReasons } from './machine-reasons.ts'
import { counterReasons } from './office/counter/reasons.ts'
import { officeReasons } from './office/reasons.ts'
import { citizenReasons } from './portal/reasons.ts'

/** How the reasons of refusals read. What is refused says what is wrong and what to do. */
export const reasons = messages({
  'sign-in-first': { vi: 'Hãy đăng nhập để tiếp tục.', en: 'Please sign in to go on.' },
  'not-for-you': {
    vi: 'Việc này thuộc chức danh khác. Nếu bạn được giao, hãy nhờ lãnh đạo đơn vị ghi nhận người thay.',
    en: 'This belongs to another post. If it was given to you, ask your leader to record the substitution.',
  },
  'not-yours': { vi: 'Hồ sơ này không thuộc phạm vi của bạn.', en: 'This dossier is outside your scope.' },
  'no-such-dossier': { vi: 'Không có hồ sơ này, hoặc hồ sơ không thuộc về bạn.', en: 'There is no such dossier, or it is not yours.' },
  'no-such-page': {
    vi: 'Địa chỉ này không có. Hãy kiểm tra lại hoặc về trang chủ.',
    en: 'There is no such address. Check it or go to the start page.',
  },
  'form-token': {
    vi: 'Trang đã mở quá lâu hoặc mở từ nơi khác. Hãy tải lại trang rồi gửi lại; câu trả lời đã lưu vẫn còn.',
    en: 'The page was open too long or came from elsewhere. Reload it and send again; saved answers are still there.',
  },
  'key-missing': {
    vi: 'Yêu cầu thiếu khóa chống trùng (Idempotency-Key, từ 8 đến 200 ký tự).',
    en: 'The request lacks an Idempotency-Key of 8 to 200 characters.',
  },
  'key-reused': {
    vi: 'Khóa này đã dùng cho nội dung khác. Hãy tải lại trang rồi gửi lại.',
    en: 'This key was used with another content. Reload the page and send again.',
  },
  'session-ended': {
    vi: 'Phiên làm việc đã kết thúc. Hãy đăng nhập lại; những gì đã lưu vẫn còn.',
    en: 'Your session has ended. Sign in again; what was saved is still there.',
  },
  'no-such-revision-draft': { vi: 'Không có bản soạn này.', en: 'There is no such draft.' },
  'revision-changed': {
    vi: 'Người khác vừa sửa bản soạn này. Hãy xem bản mới rồi làm lại.',
    en: 'Somebody has just changed this draft. Look at it again and repeat.',
  },
  'moved-on': {
    vi: 'Hồ sơ vừa được xử lý ở nơi khác. Thao tác của bạn chưa lưu; mở bản mới để xem.',
    en: 'The dossier was just handled elsewhere. Your action was not stored; open the new state.',
  },
  'desk-closed': {
    vi: 'Việc này vừa được người khác giải quyết. Thao tác của bạn chưa lưu; mở bản mới để xem.',
    en: 'Somebody else just handled this. Your action was not stored; open the new state.',
  },
  'someone-was-faster': {
    vi: '{post} đã làm việc «{act}» lúc {at}. Thao tác của bạn chưa lưu; mở bản mới để xem.',
    en: '{post} did «{act}» at {at}. Your action was not stored; open the new state.',
  },
  'not-in-this-step': {
    vi: 'Ở bước này không thể làm «{act}». Mở bản mới để xem hồ sơ đang ở đâu.',
    en: '«{act}» is not possible in this step. Open the new state to see where the dossier is.',
  },
  'waiting-for-applicant': {
    vi: 'Hồ sơ đang chờ người nộp bổ sung; chưa thể làm tiếp.',
    en: 'The dossier waits for the applicant; nothing can be done yet.',
  },
  'no-post-for-step': {
    vi: 'Đơn vị chưa có chức danh «{role}» để nhận việc. Hãy báo người quản trị.',
    en: 'The unit has no post «{role}» to take this. Tell the administrator.',
  },
  'no-defect-named': {
    vi: 'Chọn ít nhất một điều cần bổ sung, và nêu hết trong một lần.',
    en: 'Name at least one thing to put right, and all of them at once.',
  },
  'unknown-defect': { vi: 'Mã lỗi {code} không có trong danh mục của thủ tục này.', en: 'The procedure has no defect {code}.' },
  'second-request-needs-reason': {
    vi: 'Đây là lần yêu cầu bổ sung thứ hai: cần ghi lý do của lãnh đạo.',
    en: 'This is the second request: a leader’s reason is needed.',
  },
  'no-such-national-row': {
    vi: 'Danh mục chưa có thủ tục này. Hãy kiểm tra mã hoặc nạp danh mục mới.',
    en: 'The catalogue has no such procedure. Check the code or import a newer list.',
  },
  'no-such-list': { vi: 'Không có tệp danh mục này. Hãy nạp lại tệp.', en: 'There is no such list. Bring the file again.' },
  'list-gone': {
    vi: 'Tệp đã để quá một ngày nên không còn. Hãy nạp lại tệp; danh mục chưa thay đổi.',
    en: 'The file lay here for more than a day and is gone. Bring it again; the catalogue has not changed.',
  },
  'decision-incomplete': {
    vi: 'Quyết định chưa đủ thông tin. Hãy mở lại trang và điền đủ.',
    en: 'The decision is incomplete. Open the page again and fill it in.',
  },
  'grounds-needed': { vi: 'Ghi rõ lý do từ chối và căn cứ pháp lý.', en: 'Give the reason and the legal basis of the refusal.' },
  'fee-not-recorded': {
    vi: 'Hồ sơ này còn khoản phải thu. Ghi đã thu phí, hoặc ghi trường hợp được miễn, rồi mới trả kết quả.',
    en: 'A fee is still due. Record the payment or the exemption before handing the result over.',
  },
  'entry-not-chosen': {
    vi: 'Chưa chọn mục sổ để cấp bản sao. Tra sổ hộ tịch, chọn mục rồi đề xuất.',
    en: 'The register entry has not been chosen. Search the registers, choose it, then propose.',
  },
  'entry-gone': {
    vi: 'Mục sổ này không còn tìm thấy. Tra lại sổ rồi chọn.',
    en: 'That entry is not found any more. Search again and choose.',
  },
  'receipt-missing': {
    vi: 'Ghi số biên lai đúng như in trên biên lai, không quá 40 ký tự.',
    en: 'Enter the number printed on the receipt, 40 characters at most.',
  },
  'receipt-recorded': {
    vi: 'Số biên lai này đã được ghi cho hồ sơ. Mở lại hồ sơ để xem.',
    en: 'This receipt is noted for the dossier already. Open it again to see.',
  },
  'amount-wrong': {
    vi: 'Số tiền là số nguyên đồng, lớn hơn 0, ví dụ 16.000. Được miễn thì chọn «Không thu».',
    en: 'The amount is in whole đồng, above 0, such as 16.000. If nothing is owed, choose “Nothing taken”.',
  },
  'payment-ahead': { vi: 'Giờ thu chưa đến. Xem lại ngày và giờ.', en: 'That hour has not come yet. Check date and hour.' },
  'payment-before': { vi: 'Ngày thu trước ngày nộp hồ sơ. Xem lại ngày.', en: 'That day is before the filing. Check the date.' },
  'payment-missing': { vi: 'Chọn dòng đã ghi nhầm rồi mới bỏ.', en: 'Choose the line that was noted by mistake.' },
  'payment-replaced': {
    vi: 'Dòng này vừa được người khác sửa. Mở lại hồ sơ để xem bản mới.',
    en: 'Somebody else just put this line right. Open the dossier again.',
  },
  'difference-needs-reason': {
    vi: 'Số đã thu khác số tính được. Ghi lý do, ví dụ thu thêm bản sao theo yêu cầu tại quầy.',
    en: 'The sum differs from what was reckoned. Give the reason, such as more copies asked for at the counter.',
  },
  'exemption-needs-reason': {
    vi: 'Ghi vì sao không thu: diện được miễn và giấy tờ hoặc dữ liệu đã xem.',
    en: 'Say why nothing is taken: who is exempt, and which paper or data you saw.',
  },
  'correction-needs-reason': { vi: 'Ghi lý do sửa. Dòng cũ vẫn được giữ.', en: 'Give the reason. The old line is kept.' },
  'not-all-appeared': { vi: 'Phải có mặt đủ thì mới ghi nhận được.', en: 'All of them must be there.' },
  'not-confirmed': { vi: 'Đánh dấu đủ các việc đã làm trước mặt cán bộ.', en: 'Tick everything that was done before the official.' },
  'nobody-absent': { vi: 'Chọn người vắng mặt.', en: 'Choose who is absent.' },
  'not-the-day': {
    vi: 'Chưa đến ngày hẹn {at}. Hai bên đến sớm thì đề nghị giờ khác trước.',
    en: 'The appointment is only on {at}. If they came early, appoint another time first.',
  },
  'not-yet-time': { vi: 'Chưa đến giờ hẹn {at}, chưa thể ghi vắng mặt.', en: 'The appointment is only at {at}: nobody is absent yet.' },
  'no-time-named': { vi: 'Chọn ít nhất một giờ.', en: 'Choose at least one time.' },
  'only-one-time': { vi: 'Đã thống nhất thì chọn đúng một giờ.', en: 'Choose exactly one agreed time.' },
  'no-such-hour': { vi: 'Ngày giờ này không có. Ghi lại, ví dụ 14:30.', en: 'There is no such time. For example 14:30.' },
  'too-many-times': { vi: 'Đề nghị nhiều nhất {most} giờ một lần.', en: 'Offer at most {most} times at once.' },
  'not-a-working-time': { vi: 'Giờ {at} đã qua hoặc nằm ngoài giờ làm việc.', en: '{at} is past or outside office hours.' },
  'not-offered': {
    vi: 'Giờ này không có trong các giờ được đề nghị. Tải lại trang rồi chọn.',
    en: 'This time was not offered. Reload the page and choose.',
  },
  'time-is-past': { vi: 'Giờ này đã qua. Chọn giờ khác hoặc xin giờ khác.', en: 'This time is past. Choose another, or ask for others.' },
  'hour-taken': { vi: 'Giờ này vừa có người khác chọn. Chọn giờ khác.', en: 'Somebody else has just taken this time. Choose another.' },
  'nobody-appeared': {
    vi: 'Chưa ghi nhận hai bên có mặt nên chưa ghi sổ được.',
    en: 'Nobody has appeared yet, so nothing can be entered.',
  },
  'reason-needed': { vi: 'Ghi lý do trước khi gửi.', en: 'Give a reason before sending.' },
  'new-date-must-be-later': { vi: 'Ngày hẹn mới phải sau ngày đã hẹn.', en: 'The new date must be later than the promised one.' },
  'nothing-asked': { vi: 'Hồ sơ này không có yêu cầu bổ sung đang mở.', en: 'Nothing is being asked for this dossier.' },
  'not-ended-yet': { vi: 'Chỉ đánh giá được sau khi đã nhận kết quả.', en: 'You can rate it after the end.' },
  'draft-gone': {
    vi: 'Bản nháp này đã được nộp hoặc đã xóa. Xem ở mục «Hồ sơ của tôi».',
    en: 'This draft was submitted or deleted. See «My dossiers».',
  },
  'not-online': {
    vi: 'Thủ tục này không nộp riêng trên mạng. Xem cách nộp ở trang của thủ tục, hoặc đến quầy.',
    en: 'This procedure is not filed online by itself. See its page for how to file, or come to a counter.',
  },
  'no-such-unit': { vi: 'Chọn lại xã, phường nơi giải quyết.', en: 'Choose the commune again.' },
  'calendar-unknown': {
    vi: 'Chưa có lịch làm việc năm {year}; chưa thể hẹn ngày. Hãy báo người quản trị nhập lịch.',
    en: 'There is no working calendar for {year}; no date can be promised. Tell the administrator.',
  },
  'not-in-register': { vi: 'Việc này chưa được ghi vào sổ; chưa thể ký.', en: 'It is not in the register yet; it cannot be signed.' },
  'not-signed-yet': { vi: 'Giấy này chưa có chữ ký của lãnh đạo.', en: 'The leader has not signed this paper yet.' },
  'no-signing-key': { vi: 'Chức danh này chưa có chứng thư số còn hiệu lực.', en: 'This post has no valid certificate.' },
  'signing-device-missing': {
    vi: 'Không thấy thiết bị ký số. Cắm thiết bị rồi thử lại; chưa có gì được lưu.',
    en: 'The signing device is missing. Connect it and try again; nothing was stored.',
  },
  'paper-changed': {
    vi: 'Bản giấy vừa thay đổi so với bản bạn đã xem. Hãy xem lại trước khi ký.',
    en: 'The paper changed since you saw it. Look at it again before signing.',
  },
  'number-taken': {
    vi: 'Số này vừa được đơn vị cấp cho giấy khác. Bấm lại để lấy số kế tiếp.',
    en: 'The number was just given to another paper. Press again for the next one.',
  },
  'signing-tsa-unreachable': {
    vi: 'Dịch vụ dấu thời gian không trả lời. Chưa có gì được ký; hãy thử lại sau ít phút.',
    en: 'The time-stamping service does not answer. Nothing was signed; try again in a few minutes.',
  },
  'signing-tsa-untrusted': {
    vi: 'Dấu thời gian nhận về không tin được. Chưa có gì được ký; hãy báo người quản trị.',
    en: 'The time-stamp cannot be trusted. Nothing was signed; tell the administrator.',
  },
  'signing-certificate-expired': {
    vi: 'Chứng thư số đã hết hạn. Hãy gia hạn trước khi ký.',
    en: 'The certificate has expired. Renew it before signing.',
  },
  'signing-certificate-untrusted': { vi: 'Chứng thư số không thuộc hệ thống được tin cậy.', en: 'The certificate is not trusted.' },
  'signing-certificate-revoked': {
    vi: 'Chứng thư số đã bị thu hồi lúc {at}. Không thể ký.',
    en: 'The certificate was revoked at {at}. It cannot sign.',
  },
  'signing-revocation-unknown': {
    vi: 'Chưa kiểm tra được trạng thái chứng thư số. Hãy thử lại sau ít phút.',
    en: 'The state of the certificate could not be checked. Try again in a few minutes.',
  },
  'signing-key-refused': { vi: 'Khóa ký từ chối ký. Chưa có gì được lưu.', en: 'The key refused to sign. Nothing was stored.' },
  'outcome-unknown': {
    vi: 'Đường truyền tới cơ sở dữ liệu bị ngắt. Hãy thử lại sau ít phút: nếu lần trước đã lưu, hồ sơ không bị nộp hai lần.',
    en: 'The connection to the database broke. Try again in a few minutes: if it was stored, it will not be doubled.',
  },
  busy: {
    vi: 'Hồ sơ đang được xử lý ở nơi khác. Hãy thử lại sau vài giây.',
    en: 'The dossier is being handled elsewhere. Try again in a few seconds.',
  },
  'disk-full': {
    vi: 'Máy chủ hết chỗ lưu. Những gì đã nộp vẫn còn; hãy thử lại sau khi quản trị viên xử lý.',
    en: 'The server has no room left. What was submitted is safe; try again later.',
  },
  'storage-away': {
    vi: 'Kho lưu tệp chưa ghi được. Chưa có tệp nào bị lưu dở; hãy gửi lại sau ít phút.',
    en: 'The store for files cannot be written. Nothing is half stored; send it again in a few minutes.',
  },
  'paper-too-hard': {
    vi: 'Tệp này quá phức tạp, chúng tôi không kiểm tra xong trong thời hạn. Giấy tờ do cơ quan phát hành không như vậy; đừng dùng tệp này.',
    en: 'This file is too complicated to be checked in time. Papers that we issue are not like that; do not use it.',
  },
  'paper-too-big': { vi: 'Tệp lớn hơn 50 MB.', en: 'The file is larger than 50 MB.' },
  'verify-busy': {
    vi: 'Nhiều người đang kiểm tra cùng lúc. Hãy thử lại sau nửa phút.',
    en: 'Many are checking papers at this moment. Try again in half a minute.',
  },
  'too-many-checks': {
    vi: 'Từ nơi bạn đã kiểm tra quá nhiều tệp trong ít phút. Hãy đợi mười phút rồi thử lại.',
    en: 'Too many files were checked from where you are. Wait ten minutes and try again.',
  },
  'report-unknown': {
    vi: 'Biên bản này không do chúng tôi lập. Hãy kiểm tra lại tệp.',
    en: 'This report is not ours. Please check the file again.',
  },
  'too-many-tries': {
    vi: 'Bạn thử quá nhiều lần. Hãy đợi một giờ rồi thử lại, hoặc đăng nhập VNeID để xem hồ sơ.',
    en: 'Too many tries. Wait an hour, or sign in with VNeID.',
  },
  'source-missing': { vi: 'Chọn nguồn đúng trước khi lưu.', en: 'Choose the right source before saving.' },
  'nothing-to-settle': { vi: 'Chỗ này không còn lệch. Mở bản mới để xem.', en: 'Nothing differs here any more. Open the new state.' },
  'unknown-consultation': { vi: 'Chọn nội dung cần hỏi.', en: 'Choose what is asked.' },
  'asks-itself': { vi: 'Đơn vị của bạn đang giữ hồ sơ này. Chọn đơn vị khác.', en: 'Your own unit holds this case. Choose another.' },
  'passkey-refused': {
    vi: 'Khóa truy cập này không khớp. Thử lại, hoặc dùng mật khẩu và mã.',
    en: 'This passkey does not fit. Try again, or use password and code.',
  },
  'told-once': {
    vi: 'Mật khẩu này đã được hiện rồi và chỉ hiện một lần. Nếu chưa ghi lại, hãy cấp mật khẩu khác.',
    en: 'That password was shown already, and it is shown once. If nobody wrote it down, give another.',
  },
  'no-such-substitution': { vi: 'Việc thay này đã kết thúc từ trước.', en: 'That substitution has ended already.' },
  'no-such-holding': { vi: 'Cán bộ này không còn giữ chức danh ấy.', en: 'This official does not hold that post any more.' },
  'no-such-post': { vi: 'Không có chức danh này.', en: 'There is no such post.' },
  'no-such-account': { vi: 'Không có tài khoản này.', en: 'There is no such account.' },
  'no-such-session': { vi: 'Phiên này đã kết thúc từ trước.', en: 'That session has ended already.' },
  'no-such-passkey': { vi: 'Khóa này đã được bỏ từ trước.', en: 'That passkey was removed already.' },
})

/** Words a refusal; a reason without a sentence of its own falls back to the status' own words. */
export const sentences: Sentences = (reason, params, lang) => {
  const catalogue = [reasons, machineReasons, citizenReasons, counterReasons, officeReasons].find((one) => reason in one.all)
  if (catalogue === undefined) return undefined
  const shown = { ...params, ...shownParams(params, lang) }
  // The compiler cannot know which parameters a reason from a table carries; a missing one throws and is caught here.
  try {
    return (catalogue(lang) as (key: string, params?: Record<string, string | number>) => string)(reason, shown)
  } catch {
    return undefined
  }
}

function shownParams(params: Record<string, string | number>, lang: 'vi' | 'en'): Record<string, string> {
  const shown: Record<string, string> = {}
  if (typeof params.at === 'string') shown.at = momentText(params.at)
  const verb = params.act
  if (typeof verb === 'string')
    shown.act =
      verb in acts ? acts[verb as keyof typeof acts][lang] : lang === 'en' && typeof params.actEn === 'string' ? params.actEn : verb
  return shown
}
