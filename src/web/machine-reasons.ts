import { messages } from '#platform/i18n'

/** Refusals that machines and senders of files meet. */
export const machineReasons = messages({
  'not-as-documented': {
    vi: 'Yêu cầu không đúng với mô tả ở /api/docs; từng chỗ được nêu trong «faults».',
    en: 'The request is not as /api/docs describes it; each place is named in «faults».',
  },
  'answers-wrong': {
    vi: 'Một số câu trả lời còn thiếu hoặc chưa đúng; từng chỗ được nêu trong «faults».',
    en: 'Some answers are missing or wrong; each is named in «faults».',
  },
  'file-refused': {
    vi: 'Tệp không được nhận; lý do được nêu trong «faults».',
    en: 'The file was not taken in; «faults» says why.',
  },
  'not-this-type': { vi: 'Cửa này chỉ nhận kiểu {type}.', en: 'This door takes {type} only.' },
  'no-such-procedure': {
    vi: 'Thủ tục này không có, hoặc chưa có hiệu lực.',
    en: 'There is no such procedure, or it is not in force yet.',
  },
  'procedure-undecided': {
    vi: 'Thủ tục này chưa được công bố ở đây: cơ quan chưa quyết định nơi giải quyết. Hãy tìm thủ tục khác ở trang Thủ tục, hoặc hỏi tại quầy.',
    en: 'This procedure is not published here: nobody has decided yet who handles it. Search for another, or ask at a counter.',
  },
  'filed-at-national-portal': {
    vi: 'Thủ tục này nộp ở Cổng Dịch vụ công quốc gia: {link}',
    en: 'This procedure is filed at the National Portal: {link}',
  },
  'no-such-key': { vi: 'Không có hồ sơ nào ứng với khóa này.', en: 'No dossier belongs to this key.' },
  'no-such-upload': { vi: 'Không có tệp đang gửi này, hoặc nó không thuộc về bạn.', en: 'There is no such upload, or it is not yours.' },
  'no-such-draft': {
    vi: 'Không có bản nháp này, hoặc nó đã được nộp, đã bị bỏ, hay không thuộc về bạn.',
    en: 'There is no such draft, or it was filed, dropped, or is not yours.',
  },
  'upload-offset': {
    vi: 'Yêu cầu thiếu tiêu đề Upload-Offset: byte mà đoạn này bắt đầu.',
    en: 'The request lacks the header Upload-Offset: the byte at which this piece begins.',
  },
  'offset-differs': {
    vi: 'Chúng tôi đã nhận đến byte thứ {received}. Hãy gửi tiếp từ đó.',
    en: 'We have {received} bytes. Go on from there.',
  },
  'upload-over': { vi: 'Tệp này đã gửi xong.', en: 'This file was sent already.' },
  'not-complete': { vi: 'Mới nhận được {received} byte; tệp chưa đủ.', en: 'Only {received} bytes came; the file is not complete.' },
  'more-than-announced': {
    vi: 'Tệp dài hơn {size} byte đã báo trước.',
    en: 'The file is longer than the {size} bytes announced.',
  },
})
