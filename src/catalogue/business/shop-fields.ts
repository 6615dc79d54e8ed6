import {
  anyDate,
  bool,
  business,
  choice,
  citizenId,
  email,
  ethnicity,
  fixed,
  fullName,
  given,
  int,
  list,
  money,
  onlyWhen,
  optional,
  pastDate,
  phone,
  place,
  population,
  prefilledFrom,
  text,
  undertaking,
  upload,
  vneid,
  words,
} from '#modules/procedures'

const byOwner = { filer: 'owner' } as const
const byOthers = { not: byOwner } as const
const ofHousehold = { founders: 'household' } as const
const named = ['ownerId', 'ownerName', 'ownerBornOn'] as const

const filer = {
  channel: given(words('Cách nộp', 'How it was filed'), {
    online: words('Trực tuyến', 'Online'),
    counter: words('Tại quầy', 'At the counter'),
    post: words('Qua bưu chính', 'By post'),
  }),
  filer: choice(words('Bạn nộp hồ sơ với tư cách nào?', 'In what capacity do you file?'), {
    owner: words('Chủ hộ kinh doanh', 'The owner'),
    person: words('Người được chủ hộ ủy quyền', 'Someone authorised by the owner'),
    service: words('Tổ chức làm dịch vụ', 'A service organisation'),
    publicPost: words('Bưu chính công ích', 'The public post'),
    otherPost: words('Đơn vị bưu chính khác', 'Another postal company'),
  }),
  applicantName: prefilledFrom(
    [vneid('fullName')],
    fullName(words('Họ, chữ đệm, tên của bạn', 'Your full name'), { autocomplete: 'name' }),
  ),
  applicantId: prefilledFrom(
    [vneid('citizenId')],
    citizenId(words('Số định danh cá nhân của bạn', 'Your personal number'), { sensitive: true }),
  ),
  applicantPhone: prefilledFrom([vneid('phone')], phone(words('Số điện thoại của bạn', 'Your phone number'))),
  applicantEmail: optional(prefilledFrom([vneid('email')], email(words('Thư điện tử của bạn', 'Your e-mail address')))),
} as const

const owner = {
  founders: choice(words('Ai lập hộ kinh doanh?', 'Who founds it?'), {
    individual: words('Một cá nhân', 'One person'),
    household: {
      ...words('Các thành viên trong hộ gia đình', 'Members of a household'),
      hint: words('Một người được các thành viên cử làm chủ hộ', 'The members name one of them as the owner'),
    },
  }),
  ownerName: prefilledFrom([vneid('fullName', byOwner)], fullName(words('Họ, chữ đệm, tên chủ hộ kinh doanh', 'Owner’s full name'))),
  ownerId: prefilledFrom(
    [vneid('citizenId', byOwner)],
    citizenId(words('Số định danh cá nhân của chủ hộ', 'Owner’s personal number'), { sensitive: true }),
  ),
  ownerBornOn: prefilledFrom([vneid('bornOn', byOwner)], pastDate(words('Ngày, tháng, năm sinh của chủ hộ', 'Owner’s date of birth'))),
  ownerSex: choice(words('Giới tính của chủ hộ', 'Owner’s sex'), { male: words('Nam', 'Male'), female: words('Nữ', 'Female') }),
  ownerEthnicity: prefilledFrom([population('ethnicity', named)], ethnicity(words('Dân tộc của chủ hộ', 'Owner’s ethnic group'))),
  ownerNationality: fixed(words('Quốc tịch của chủ hộ', 'Owner’s nationality'), 'VN', 'nationality'),
  ownerResidence: prefilledFrom(
    [population('residence', named)],
    place(words('Nơi cư trú của chủ hộ', 'Owner’s residence'), { detail: 'required' }),
  ),
  ownerContact: optional(place(words('Địa chỉ liên lạc, nếu khác', 'Contact address, if another'))),
  members: onlyWhen(
    ofHousehold,
    list(
      words('Các thành viên khác cùng lập', 'The other founding members'),
      words('Thành viên', 'Member'),
      {
        name: fullName(words('Họ, chữ đệm, tên', 'Full name')),
        bornOn: pastDate(words('Ngày, tháng, năm sinh', 'Date of birth')),
        citizenId: citizenId(words('Số định danh cá nhân', 'Personal number')),
        address: text(words('Địa chỉ', 'Address')),
      },
      { most: 20, missing: words('Thêm ít nhất một thành viên, hoặc chọn “Một cá nhân”', 'Add a member, or choose “One person”') },
    ),
  ),
} as const

const shop = {
  businessName: text(words('Tên hộ kinh doanh', 'Name of the household business'), {
    most: 150,
    hint: words('Gồm “Hộ kinh doanh” và tên riêng, ví dụ: Hộ kinh doanh Bánh mì Cô Ba', '“Hộ kinh doanh” and a name of its own'),
  }),
  foreignName: optional(text(words('Tên bằng tiếng nước ngoài', 'Name in a foreign language'), { most: 150 })),
  shortName: optional(text(words('Tên viết tắt', 'Short name'), { most: 60 })),
  headOffice: place(words('Địa chỉ trụ sở', 'Head office'), {
    detail: 'required',
    hint: words('Một trụ sở; nơi kinh doanh khác thì báo cơ quan thuế', 'One head office; tell other places to the tax office'),
  }),
  businessPhone: phone(words('Điện thoại của hộ kinh doanh', 'Phone of the business')),
  businessEmail: optional(email(words('Thư điện tử của hộ kinh doanh', 'E-mail of the business'))),
  website: optional(text(words('Trang thông tin điện tử', 'Website'), { most: 120 })),
  nameInRegister: prefilledFrom(
    [business('name', ['businessName', 'headOffice'])],
    given(words('Tên trong CSDL hộ kinh doanh', 'The name in the register'), {
      taken: words('Đã có hộ khác dùng', 'Taken'),
      free: words('Chưa có hộ nào dùng', 'Free'),
    }),
  ),
  ownerInRegister: prefilledFrom(
    [{ ...business('owner', []), when: byOwner }],
    given(words('Chủ hộ trong CSDL hộ kinh doanh', 'The owner in the register'), {
      has: words('Đang có hộ kinh doanh', 'Has one already'),
      none: words('Chưa có hộ kinh doanh', 'Has none'),
    }),
  ),
} as const

const line = { code: /^\d{4}$/.source }

const trade = {
  mainSectorCode: text(words('Mã ngành chính', 'Code of the main line'), {
    most: 4,
    pattern: line.code,
    hint: words('Mã cấp bốn, gồm 4 chữ số, ví dụ 5610 là nhà hàng, quán ăn', 'Four digits (level 4), such as 5610 for eating places'),
  }),
  mainSectorName: text(words('Ngành, nghề kinh doanh chính', 'Main line of business')),
  otherSectors: optional(
    list(
      words('Ngành, nghề khác', 'Other lines of business'),
      words('Ngành', 'Line'),
      {
        name: text(words('Tên ngành, nghề', 'Line of business')),
        code: optional(
          text(words('Mã ngành', 'Code'), { most: 4, pattern: line.code, hint: words('4 chữ số, nếu biết', 'Four digits, if known') }),
        ),
      },
      { most: 15 },
    ),
  ),
  conditional: bool(words('Có ngành, nghề kinh doanh có điều kiện?', 'Is any line subject to conditions?'), {
    hint: words('Ví dụ: karaoke, lưu trú, dược phẩm', 'Such as karaoke, lodging, medicines'),
  }),
  capital: money(words('Vốn kinh doanh', 'Capital'), { hint: words('Bằng đồng, ví dụ 50.000.000', 'In đồng, such as 50.000.000') }),
} as const

const tax = {
  taxAt: choice(words('Nhận thông báo thuế ở đâu?', 'Where shall tax notices go?'), {
    office: words('Tại trụ sở', 'To the head office'),
    other: words('Địa chỉ khác', 'To another address'),
  }),
  taxAddress: onlyWhen({ taxAt: 'other' }, place(words('Địa chỉ nhận thông báo thuế', 'Address for tax notices'), { detail: 'required' })),
  startsOn: anyDate(words('Ngày bắt đầu hoạt động', 'First day of business')),
  employees: int(words('Số lao động dự kiến', 'Expected workers'), { least: 0, most: 9_999 }),
  taxMethod: choice(words('Phương pháp tính thuế', 'Tax method'), {
    declared: words('Kê khai', 'By declaration'),
    eachTime: words('Từng lần phát sinh', 'For each transaction'),
  }),
} as const

const papers = {
  membersAuthority: onlyWhen(
    ofHousehold,
    upload(words('Văn bản các thành viên ủy quyền cho chủ hộ', 'The members’ authorisation of the owner'), {
      hint: words('Bản sao; văn bản phải được công chứng hoặc chứng thực', 'A copy; it must be notarised or certified'),
    }),
  ),
  authority: onlyWhen(
    { filer: 'person' },
    upload(words('Văn bản ủy quyền cho cá nhân', 'Power of attorney'), { hint: words('Không phải công chứng', 'No notary needed') }),
  ),
  serviceContract: onlyWhen({ filer: ['service', 'otherPost'] }, upload(words('Hợp đồng dịch vụ (bản sao)', 'Service contract (copy)'))),
  introduction: onlyWhen({ filer: ['service', 'otherPost'] }, upload(words('Giấy giới thiệu của tổ chức', 'Letter of introduction'))),
  postSlip: onlyWhen(
    { filer: 'publicPost' },
    upload(words('Phiếu gửi hồ sơ có hai chữ ký (bản sao)', 'Dispatch form with both signatures (copy)')),
  ),
  ownerWithoutAccount: onlyWhen(
    byOthers,
    bool(words('Chủ hộ chưa có tài khoản định danh điện tử?', 'Has the owner no electronic identity yet?')),
  ),
  ownerCard: onlyWhen({ ownerWithoutAccount: true }, upload(words('Thẻ căn cước của chủ hộ (bản sao)', 'Owner’s identity card (copy)'))),
} as const

const closing = {
  receiveBy: choice(words('Bạn nhận giấy chứng nhận thế nào?', 'How do you want to receive the certificate?'), {
    online: words('Bản điện tử', 'Electronic'),
    counter: words('Bản giấy, tại nơi nộp', 'On paper, where it was filed'),
    post: words('Bản giấy, qua bưu chính', 'On paper, by post'),
  }),
  receiveAt: onlyWhen({ receiveBy: 'post' }, place(words('Địa chỉ nhận', 'Delivery address'), { detail: 'required' })),
  lawfulPlace: undertaking(
    words('Trụ sở thuộc quyền sử dụng hợp pháp và dùng đúng mục đích', 'The head office is lawfully ours and properly used'),
    {
      missing: words('Đánh dấu cam kết về trụ sở để nộp hồ sơ', 'Tick the statement on the head office to file'),
    },
  ),
  eligible: undertaking(
    words(
      'Chủ hộ không bị cấm kinh doanh và không có hộ kinh doanh nào khác',
      'The owner is not barred and has no other household business',
    ),
    { missing: words('Đánh dấu cam kết về chủ hộ để nộp hồ sơ', 'Tick the statement on the owner to file') },
  ),
  truthful: undertaking(
    words('Tôi cam đoan lời khai đúng và chịu trách nhiệm trước pháp luật', 'I declare that this is true and answer for it'),
    {
      missing: words('Đánh dấu vào lời cam đoan để nộp hồ sơ', 'Tick the declaration to file the dossier'),
    },
  ),
} as const

/** What the application for a household business asks, with the data for tax that the same form carries. */
export const shopFields = { ...filer, ...owner, ...shop, ...trade, ...tax, ...papers, ...closing } as const
