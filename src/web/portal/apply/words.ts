import { messages } from '#platform/i18n'

export const words = messages({
  // Where it goes.
  beginTitle: { vi: 'Nộp ở đâu?', en: 'Where do you file?' },
  beginLead: {
    vi: '{procedure}: nơi cư trú của cha hoặc mẹ giải quyết. Chọn xã, phường đó.',
    en: '{procedure}: the commune where the father or mother lives handles it. Choose that commune.',
  },
  beginPlain: { vi: '{procedure}: chọn xã, phường giải quyết.', en: '{procedure}: choose the commune that handles it.' },
  yourCommune: { vi: 'Nơi cư trú trên VNeID của bạn', en: 'Your residence on VNeID' },
  otherCommune: { vi: 'Xã, phường khác', en: 'Another commune' },
  communeExample: { vi: 'Ví dụ: vu ninh, hoặc tên cũ: dai phuc bac ninh', en: 'For example: vu ninh, or an old name: dai phuc bac ninh' },
  communeLabel: { vi: 'Tên xã, phường hôm nay, hoặc xã, huyện cũ', en: 'Commune of today, or the old ward or district' },
  findCommune: { vi: 'Tìm', en: 'Find' },
  choose: { vi: 'Xã, phường giải quyết', en: 'Commune that handles it' },
  formerly: { vi: 'trước là {old}', en: 'formerly {old}' },
  inDistrict: { vi: 'thuộc {old} cũ', en: 'in the former {old}' },
  split: {
    vi: 'Nơi cũ này đã chia vào nhiều xã, phường. Chọn đúng nơi có nhà bạn bây giờ.',
    en: 'This old place was split among several communes. Choose the one where your home lies today.',
  },
  severalPlaces: { vi: '“{typed}” có thể là nhiều nơi. Chọn một nơi.', en: '“{typed}” may be several places. Choose one.' },
  noCommune: {
    vi: 'Không tìm thấy xã, phường nào như “{asked}” trong thành phố. Thử tên khác, hoặc tên huyện cũ.',
    en: 'No commune like “{asked}” was found in the city. Try another name, or the old district.',
  },
  chooseOne: { vi: 'Chọn xã, phường giải quyết', en: 'Choose the commune that handles it' },
  goOn: { vi: 'Tiếp tục', en: 'Continue' },
  formChanged: {
    vi: 'Quy định mới đã có hiệu lực, nên biểu mẫu này đã thay đổi. Câu trả lời còn phù hợp được giữ nguyên.',
    en: 'New rules are in force, so this form has changed. Answers that still fit have been kept.',
  },
  formChangedPages: { vi: 'Xem lại và lưu các trang:', en: 'Look at these pages again and save them:' },
  unfinished: { vi: 'Bạn có hồ sơ đang viết dở', en: 'You have unfinished forms' },
  unfinishedOf: { vi: '{about} – lưu lúc {at}', en: '{about} – stored at {at}' },
  noName: { vi: 'Chưa có tên', en: 'No name yet' },
  resume: { vi: 'Viết tiếp', en: 'Go on' },
  orNew: { vi: 'Hoặc bắt đầu hồ sơ mới:', en: 'Or begin a new one:' },
  actingFor: { vi: 'Bạn đang làm cho {name}.', en: 'You act for {name}.' },
  // A page of questions.
  save: { vi: 'Lưu và đi tiếp', en: 'Save and go on' },
  saveForLater: { vi: 'Lưu, làm tiếp sau', en: 'Save and finish later' },
  savedAt: { vi: 'Câu trả lời gần nhất đã lưu lúc {time}.', en: 'Last answers stored at {time}.' },
  notTyped: { vi: 'Không phải điền lại.', en: 'You need not type it.' },
  wrong: { vi: 'Sai', en: 'Wrong' },
  more: {
    vi: 'Theo câu trả lời của bạn, cần thêm {count} câu dưới đây.',
    en: 'With your answer {count} more {count|question|questions} below {count|is|are} needed.',
  },
  lookAgain: { vi: 'Xem lại giúp', en: 'Please check' },
  otherDevice: {
    vi: 'Hồ sơ này vừa được sửa ở máy khác. Câu trả lời bạn vừa gửi đã thay câu trước của trang này; các trang khác giữ nguyên.',
    en: 'This form was just changed on another device. What you sent replaced this page; other pages are untouched.',
  },
  silent: {
    vi: '{source} chưa trả lời. Bạn cứ điền và nộp; chúng tôi tra lại và báo trong {within}.',
    en: 'The {source} has not answered. Just fill in and file; we ask again and tell you within {within}.',
  },
  unmatched: {
    vi: 'Số định danh, họ tên và ngày sinh này chưa khớp với {source}. Xem lại giúp; đúng rồi thì cứ điền tiếp.',
    en: 'This number, name and birth date do not agree with the {source}. Please check; if right, just go on.',
  },
  notMarried: {
    vi: '{source} chưa có việc kết hôn này. Bạn điền giúp; chúng tôi hỏi nơi đăng ký, bạn không phải nộp giấy kết hôn.',
    en: 'The {source} does not have this marriage yet. Please fill it in; we ask the office that registered it.',
  },
  differs: {
    vi: '{label}: giấy chứng sinh ghi {found}, bạn điền {answered}.',
    en: '{label}: the birth note says {found}, you wrote {answered}.',
  },
  // Files.
  walletTitle: { vi: 'Giấy chứng sinh có trong ví VNeID?', en: 'Is the birth note in your VNeID wallet?' },
  walletText: {
    vi: 'Bệnh viện đã gửi bản điện tử có ký số thì bạn không phải chụp. Bạn đồng ý trên VNeID, chúng tôi lấy một lần.',
    en: 'If the hospital sent a signed electronic note, no photo is needed. You agree on VNeID, and we take it once.',
  },
  walletGo: { vi: 'Lấy từ ví VNeID', en: 'Take it from the wallet' },
  'wallet.match': { vi: 'Đã lấy giấy chứng sinh từ ví VNeID.', en: 'The birth note was taken from your wallet.' },
  'wallet.missing': {
    vi: 'Ví VNeID của bạn chưa có giấy chứng sinh. Bạn chụp bản giấy giúp.',
    en: 'There is no birth note in your wallet. Please take a photo.',
  },
  'wallet.mismatch': {
    vi: 'Giấy chứng sinh trong ví không kiểm tra được chữ ký hoặc không đứng tên bạn. Bạn chụp bản giấy giúp.',
    en: 'The note in the wallet is not properly signed or not in your name. Please take a photo.',
  },
  'wallet.unavailable': {
    vi: 'Ví VNeID chưa trả lời. Bạn chụp bản giấy, hoặc thử lại sau.',
    en: 'The wallet does not answer. Take a photo, or try again later.',
  },
  'wallet.declined': { vi: 'Bạn chưa đồng ý mở ví. Bạn chụp bản giấy giúp.', en: 'You did not open the wallet. Please take a photo.' },
  'wallet.other': {
    vi: 'Chưa lấy được từ ví. Bạn chụp bản giấy, hoặc thử lại.',
    en: 'Nothing was taken from the wallet. Take a photo, or try again.',
  },
  scanned: { vi: 'đã quét', en: 'scanned' },
  unscanned: { vi: 'chưa quét', en: 'not scanned' },
  onTheWay: { vi: 'đang tải, đã nhận {percent} %', en: 'under way, {percent} % arrived' },
  // Review.
  review: { vi: 'Xem lại trước khi nộp', en: 'Check before you file' },
  reviewLead: { vi: 'Chưa có gì được gửi. Sửa chỗ nào cũng được.', en: 'Nothing has been sent yet. Change whatever you like.' },
  handledBy: { vi: 'Nơi giải quyết', en: 'Handled by' },
  elsewhere: {
    vi: 'Theo nơi cư trú đã điền, {communes} giải quyết việc này. Bạn chọn {chosen}; hồ sơ sẽ được chuyển giúp, hoặc bạn đổi ngay bây giờ.',
    en: 'By the residence given, {communes} handles this. You chose {chosen}; the dossier will be passed on, or change it now.',
  },
  change: { vi: 'Đổi', en: 'Change' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  'paper.attached': { vi: 'Bạn đã gửi', en: 'You sent it' },
  'paper.data': { vi: 'Không phải nộp: đã có dữ liệu từ {source}', en: 'Not needed: data from the {source}' },
  'paper.lookedUp': { vi: 'Không phải nộp: chúng tôi tra {source}', en: 'Not needed: we ask the {source}' },
  'paper.made': { vi: 'Lập từ câu trả lời của bạn', en: 'Made from your answers' },
  'paper.shown': { vi: 'Đã xuất trình tại quầy và nhận lại', en: 'Shown at the counter and taken back' },
  'paper.toAttach': { vi: 'Còn thiếu', en: 'Still missing' },
  'paper.toShow': { vi: 'Xuất trình khi nhận kết quả', en: 'To be shown when you collect the result' },
  'paper.toBring': { vi: 'Mang bản giấy đến quầy', en: 'Bring it to the counter' },
  money: { vi: 'Phí, lệ phí', en: 'Fees' },
  resultWhen: { vi: 'Ngày có kết quả', en: 'Day of the result' },
  dayIsSaid: {
    vi: 'Nơi tiếp nhận hẹn ngày trả khi nhận hồ sơ; bạn được báo ngay lúc đó.',
    en: 'The office sets the day when it accepts the dossier, and tells you at once.',
  },
  ifFiledNow: { vi: 'Nếu nộp bây giờ và được nhận ngay: {due}', en: 'If filed now and accepted at once: {due}' },
  submit: { vi: 'Nộp hồ sơ', en: 'File the dossier' },
  throwAway: { vi: 'Bỏ hồ sơ này', en: 'Throw this form away' },
  throwAwayTitle: { vi: 'Bỏ hồ sơ đang viết?', en: 'Throw the form away?' },
  throwAwayText: {
    vi: 'Câu trả lời và tệp đã gửi cho hồ sơ này sẽ bị xóa. Không lấy lại được.',
    en: 'The answers and files of this form will be deleted for good.',
  },
  keep: { vi: 'Giữ lại', en: 'Keep it' },
  damaged: {
    vi: 'Tệp của “{label}” không còn nguyên vẹn. Hãy gửi lại tệp này rồi nộp.',
    en: 'The file for “{label}” is damaged. Send it again, then file.',
  },
  notYet: { vi: 'Còn thiếu câu trả lời. Mở trang để điền.', en: 'Answers are missing. Open the page to fill them in.' },
})
