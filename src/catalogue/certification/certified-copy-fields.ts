import {
  choice,
  fullName,
  given,
  int,
  onlyWhen,
  optional,
  pastDate,
  phone,
  prefilledFrom,
  text,
  upload,
  vneid,
  words,
} from '#modules/procedures'

const applicant = {
  channel: given(words('Cách nộp', 'How it was filed'), { counter: words('Tại quầy', 'At the counter') }),
  applicantName: prefilledFrom(
    [vneid('fullName')],
    fullName(words('Người yêu cầu chứng thực', 'Who asks for the copy'), {
      hint: words('Ghi vào sổ chứng thực; ai giữ bản chính cũng yêu cầu được', 'For the book; whoever holds the original may ask'),
      missing: words('Điền họ, chữ đệm, tên người yêu cầu', 'Enter the full name of who asks'),
    }),
  ),
  applicantPhone: optional(
    prefilledFrom(
      [vneid('phone')],
      phone(words('Điện thoại', 'Phone number'), { hint: words('Để báo khi xong, nếu không trả ngay', 'To tell when it is ready') }),
    ),
  ),
} as const

const original = {
  documentName: text(words('Tên bản chính', 'Name of the original'), {
    hint: words('Như in trên giấy, ví dụ: Bằng tốt nghiệp trung học phổ thông', 'As printed on it'),
    missing: words('Điền tên giấy tờ ghi trên bản chính', 'Enter the name printed on the original'),
  }),
  documentNumber: optional(text(words('Số, ký hiệu', 'Number and sign'), { most: 60 })),
  documentIssuer: optional(text(words('Cơ quan, tổ chức cấp', 'Issued by'), { most: 200 })),
  documentDate: optional(pastDate(words('Ngày cấp', 'Issued on'), { atLeast: 'year' })),
  source: choice(
    words('Bản chính được xem ở đâu?', 'Where is the original seen?'),
    {
      paper: words('Bản giấy', 'On paper'),
      vneid: {
        ...words('Hiển thị trên VNeID', 'Shown in VNeID'),
        hint: words('Không yêu cầu xuất trình bản giấy nữa', 'The paper is not asked for as well'),
      },
      database: {
        ...words('Khai thác từ cơ sở dữ liệu', 'Taken from a database'),
        hint: words('Không yêu cầu xuất trình bản chính', 'No original is asked for'),
      },
    },
    { usual: 'paper' },
  ),
  issuedBy: choice(
    words('Cơ quan cấp thuộc nước nào?', 'Which country issued it?'),
    {
      vietnam: words('Việt Nam', 'Viet Nam'),
      foreign: words('Nước ngoài', 'Another country'),
      joint: words('Việt Nam liên kết với nước ngoài', 'Viet Nam jointly with another'),
    },
    { usual: 'vietnam' },
  ),
  language: onlyWhen(
    { issuedBy: ['foreign', 'joint'] },
    optional(text(words('Ngôn ngữ của bản chính', 'Language of the original'), { most: 60 })),
  ),
  legalisation: onlyWhen(
    { issuedBy: 'foreign' },
    choice(words('Hợp pháp hóa lãnh sự', 'Consular legalisation'), {
      legalised: words('Đã hợp pháp hóa', 'Legalised'),
      exemptTreaty: words('Được miễn theo điều ước hoặc theo luật', 'Exempt by treaty or law'),
      exemptKind: {
        ...words('Loại giấy không phải hợp pháp hóa', 'A kind that needs none'),
        hint: words(
          'Hộ chiếu, thẻ căn cước, thẻ thường trú, thẻ cư trú, giấy phép lái xe, bằng tốt nghiệp, chứng chỉ và bảng điểm kèm theo',
          'Passport, identity card, permanent or residence card, driving licence, diploma or certificate with its transcript',
        ),
      },
      none: words('Chưa hợp pháp hóa', 'Not legalised'),
    }),
  ),
} as const

const copies = {
  pages: int(
    words('Số trang của bản chính', 'Pages of the original'),
    { least: 1, most: 2000 },
    {
      hint: words(
        'Trang có ghi thông tin, kể cả bìa; phí tính theo trang của bản chính',
        'Pages that bear information, cover included; the fee follows them',
      ),
    },
  ),
  copies: int(words('Số bản sao', 'Copies'), { least: 1, most: 500 }),
  copyForm: choice(
    words('Hình thức bản sao', 'Form of the copy'),
    {
      paper: words('Bản giấy, có chữ ký và dấu', 'On paper, signed and sealed'),
      electronic: {
        ...words('Bản sao điện tử', 'Electronic copy'),
        hint: words('Ký số của người chứng thực và của cơ quan', 'Digitally signed by the certifier and the agency'),
      },
    },
    { usual: 'paper' },
  ),
  copiedBy: onlyWhen(
    { copyForm: 'paper' },
    choice(
      words('Bản sao do ai chuẩn bị?', 'Who made the copies?'),
      {
        office: {
          ...words('Quầy chụp từ bản chính', 'The counter copies the original'),
          hint: words(
            'Người dân chỉ mang bản chính thì quầy chụp, trừ khi không có máy',
            'Whoever brings only the original is served, unless there is no copier',
          ),
        },
        applicant: words('Người yêu cầu mang theo', 'Brought along'),
      },
      { usual: 'office' },
    ),
  ),
  scan: optional(
    upload(words('Ảnh quét bản chính', 'Scan of the original'), {
      accept: ['jpeg', 'png'],
      most: 40,
      hint: words(
        'Mỗi trang một ảnh, đúng thứ tự, đủ các trang có ghi thông tin. Bản sao điện tử bắt buộc phải có.',
        'One picture a page, in order, all pages that bear information. An electronic copy needs it.',
      ),
    }),
  ),
  returnTerm: choice(
    words('Trả kết quả', 'When it is handed over'),
    {
      day: words('Trong ngày (sau 15:00 thì ngày làm việc tiếp theo)', 'The same day (after 15:00 the next working day)'),
      complex: {
        ...words('Trong 2 ngày làm việc', 'Within 2 working days'),
        hint: words(
          'Nhiều loại giấy tờ, nhiều trang, nhiều bản, nội dung phức tạp',
          'Many kinds, many pages, many copies, complex content',
        ),
      },
      agreed: {
        ...words('Dài hơn, đã thỏa thuận bằng văn bản', 'Longer, agreed in writing'),
        hint: words('Giờ hẹn ghi khi nhận tại bàn việc', 'The hour is said on the desk'),
      },
    },
    { usual: 'day' },
  ),
} as const

/** The counter's own record: the law knows no declaration form for a certified copy. One record a kind of document, as the book has one number for it. */
export const certifiedCopyFields = { ...applicant, ...original, ...copies } as const
