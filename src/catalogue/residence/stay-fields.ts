import {
  anyDate,
  bool,
  choice,
  citizenId,
  email,
  fullName,
  given,
  land,
  list,
  onlyWhen,
  optional,
  pastDate,
  phone,
  place,
  population,
  prefilledFrom,
  residence,
  text,
  undertaking,
  upload,
  vneid,
  words,
} from '#modules/procedures'

const forSelf = { forWhom: 'self' } as const
const named = ['personId', 'personName', 'personBornOn'] as const
const alone = { kind: 'household' } as const
const joins = { all: [alone, { household: 'join' }] } as const
/** Close kin who are taken into the household (Law on Residence, Article 20.2): consent, and no proof of the dwelling. */
const family = { all: [joins, { relation: ['spouse', 'child', 'parent', 'sibling', 'grandparent', 'grandchild'] }] } as const
const kinInData = { kinship: 'family' } as const
const inUnit = { kind: 'unit' } as const
const ownsIt = { dwellingKind: 'own' } as const
const needsOwner = { all: [{ not: inUnit }, { not: ownsIt }] } as const
const hasMinor = { any: [{ forWhom: 'child' }, { minors: true }] } as const

const sex = choice(words('Giới tính', 'Sex'), { male: words('Nam', 'Male'), female: words('Nữ', 'Female') })

/** One person who moves along, or one line of a list. */
const person = {
  name: fullName(words('Họ, chữ đệm và tên', 'Full name')),
  bornOn: pastDate(words('Ngày, tháng, năm sinh', 'Date of birth')),
  sex,
  citizenId: citizenId(words('Số định danh cá nhân', 'Personal number')),
} as const

const relations = {
  spouse: words('Vợ hoặc chồng', 'Spouse'),
  child: words('Con', 'Child'),
  parent: words('Cha hoặc mẹ', 'Parent'),
  sibling: words('Anh, chị, em ruột', 'Sibling'),
  grandparent: words('Ông hoặc bà', 'Grandparent'),
  grandchild: words('Cháu ruột', 'Grandchild'),
  other: words('Người ở cùng, ở nhờ, ở thuê', 'Lodger or other'),
} as const

const consents = {
  vneid: {
    ...words('Xác nhận trên VNeID', 'Confirmed in VNeID'),
    hint: words('Cần số định danh của người đồng ý', 'Needs that person’s number'),
  },
  form: words('Ký trên tờ khai', 'Signed on the declaration'),
  paper: words('Văn bản riêng', 'A paper of its own'),
} as const

const who = {
  channel: given(words('Cách nộp', 'How it was filed'), {
    online: words('Trực tuyến', 'Online'),
    counter: words('Tại quầy', 'At the counter'),
    post: words('Qua bưu chính', 'By post'),
  }),
  forWhom: choice(words('Bạn đăng ký cho ai?', 'For whom do you register?'), {
    self: words('Cho tôi và người cùng chuyển đến', 'Myself and those who move with me'),
    child: words('Cho con hoặc người tôi giám hộ, dưới 18 tuổi', 'My child or ward under 18'),
    authorised: words('Nộp thay người khác, tổ chức', 'On behalf of someone else'),
  }),
  kind: choice(words('Đăng ký theo hình thức nào?', 'Which kind of registration?'), {
    household: words('Cá nhân, hộ gia đình', 'A person or a household'),
    list: {
      ...words('Theo danh sách', 'By list'),
      hint: words('Nhiều người ở cùng một chỗ, như công trường, ký túc xá', 'Many people at one place'),
    },
    unit: { ...words('Tại nơi đơn vị đóng quân', 'At a garrison'), hint: words('Quân đội, công an', 'Army, police') },
  }),
  applicantName: prefilledFrom(
    [vneid('fullName')],
    fullName(words('Họ, chữ đệm, tên của bạn', 'Your full name'), { autocomplete: 'name' }),
  ),
  applicantId: prefilledFrom(
    [vneid('citizenId')],
    citizenId(words('Số định danh cá nhân của bạn', 'Your personal number'), { sensitive: true }),
  ),
  applicantPhone: prefilledFrom([vneid('phone')], phone(words('Số điện thoại', 'Phone number'))),
  applicantEmail: optional(prefilledFrom([vneid('email')], email(words('Thư điện tử', 'E-mail address')))),
} as const

const mover = {
  personName: prefilledFrom(
    [vneid('fullName', forSelf)],
    fullName(words('Họ, chữ đệm và tên người đăng ký tạm trú', 'Full name of the person'), {
      hint: words('Theo danh sách thì là người đứng tên đề nghị', 'For a list, whoever signs the request'),
    }),
  ),
  personId: prefilledFrom(
    [vneid('citizenId', forSelf)],
    citizenId(words('Số định danh cá nhân của người đó', 'The person’s number'), { sensitive: true }),
  ),
  personBornOn: prefilledFrom(
    [vneid('bornOn', forSelf)],
    pastDate(words('Ngày, tháng, năm sinh của người đó', 'The person’s date of birth')),
  ),
  personSex: choice(words('Giới tính', 'Sex'), { male: words('Nam', 'Male'), female: words('Nữ', 'Female') }),
  permanentResidence: prefilledFrom(
    [population('residence', named)],
    place(words('Nơi thường trú', 'Permanent residence'), { detail: 'required' }),
  ),
  permit: onlyWhen(
    inUnit,
    choice(words('Đơn vị thuộc', 'The unit belongs to'), {
      army: words('Quân đội nhân dân', 'The army'),
      police: words('Công an nhân dân', 'The police'),
    }),
  ),
} as const

const stay = {
  dwelling: place(words('Địa chỉ xin tạm trú', 'Address of the stay'), {
    detail: 'required',
    hint: words('Số nhà, đường, thôn, tổ dân phố', 'House, street, village or quarter'),
  }),
  dwellingKind: onlyWhen(
    { not: inUnit },
    choice(words('Chỗ ở này là', 'The dwelling is'), {
      own: words('Của tôi', 'Mine'),
      rent: words('Thuê', 'Rented'),
      borrow: words('Mượn', 'Lent to me'),
      stay: words('Ở nhờ', 'I stay with others'),
      dormitory: words('Ký túc xá, khu nhà ở công nhân', 'Dormitory or workers’ housing'),
      vehicle: words('Phương tiện đã đăng ký làm nơi ở', 'Registered vehicle used as a home'),
      institution: words('Cơ sở tôn giáo, cơ sở trợ giúp xã hội', 'Religious or social institution'),
    }),
  ),
  from: anyDate(words('Tạm trú từ ngày', 'Stay from')),
  to: anyDate(words('Đến ngày', 'Until'), {
    hint: words('Nhiều nhất hai năm; gia hạn được nhiều lần', 'Two years at most; it can be extended'),
  }),
  reason: optional(text(words('Lý do tạm trú', 'Reason for the stay'))),
  dwellingInData: prefilledFrom(
    [{ ...land('dwelling', ['dwelling']), when: forSelf }],
    given(words('Chỗ ở trong dữ liệu đất đai', 'Dwelling in the land data'), {
      owned: words('Đứng tên người nộp', 'In the applicant’s name'),
    }),
  ),
} as const

const household = {
  household: onlyWhen(
    alone,
    choice(words('Bạn vào hộ nào?', 'Which household?'), {
      own: words('Lập hộ mới tại chỗ ở này', 'A new household at this dwelling'),
      join: words('Vào hộ đã có', 'An existing household'),
    }),
  ),
  householderName: onlyWhen(joins, fullName(words('Họ, chữ đệm và tên chủ hộ', 'Householder’s full name'))),
  householderId: onlyWhen(joins, citizenId(words('Số định danh cá nhân của chủ hộ', 'Householder’s number'), { sensitive: true })),
  relation: onlyWhen(joins, choice(words('Mối quan hệ với chủ hộ', 'Relation to the householder'), relations)),
  kinship: onlyWhen(
    joins,
    prefilledFrom(
      [{ ...residence('kinship', ['householderId', 'householderName']), when: forSelf }],
      given(words('Quan hệ trong dữ liệu', 'Relation in the data'), { family: words('Người trong gia đình', 'Close kin') }),
    ),
  ),
  householderConsent: onlyWhen(joins, choice(words('Chủ hộ đồng ý bằng cách nào?', 'How does the householder agree?'), consents)),
  people: onlyWhen(
    alone,
    optional(
      list(
        words('Những người cùng chuyển đến', 'Those who move along'),
        words('Người', 'Person'),
        { ...person, relation: choice(words('Quan hệ với chủ hộ', 'Relation to the householder'), relations) },
        { most: 7, hint: words('Chuyển đến một mình thì không phải thêm ai', 'Leave it empty if you come alone') },
      ),
    ),
  ),
  listed: onlyWhen(
    { kind: 'list' },
    list(words('Danh sách người tạm trú', 'People on the list'), words('Người', 'Person'), person, {
      most: 100,
      missing: words('Thêm ít nhất một người vào danh sách', 'Add at least one person to the list'),
    }),
  ),
  minors: onlyWhen({ forWhom: ['self', 'authorised'] }, bool(words('Trong số đó có người dưới 18 tuổi?', 'Is anybody of them under 18?'))),
} as const

const consent = {
  ownerConsent: onlyWhen(needsOwner, choice(words('Chủ chỗ ở đồng ý bằng cách nào?', 'How does the owner agree?'), consents)),
  ownerName: onlyWhen(needsOwner, fullName(words('Họ, chữ đệm, tên chủ chỗ ở hoặc người đại diện', 'Owner’s or representative’s name'))),
  ownerId: onlyWhen(
    { ownerConsent: 'vneid' },
    citizenId(words('Số định danh cá nhân của chủ chỗ ở', 'Owner’s number'), { sensitive: true }),
  ),
  parentConsent: onlyWhen(
    hasMinor,
    choice(words('Cha, mẹ hoặc người giám hộ đồng ý bằng cách nào?', 'How do the parents agree?'), consents),
  ),
  parentName: onlyWhen(hasMinor, fullName(words('Họ, chữ đệm, tên cha, mẹ hoặc người giám hộ', 'Name of the parent or guardian'))),
  parentId: onlyWhen(
    { parentConsent: 'vneid' },
    citizenId(words('Số định danh cá nhân của cha, mẹ hoặc người giám hộ', 'Parent’s number'), { sensitive: true }),
  ),
  signedForm: onlyWhen(
    { any: [{ ownerConsent: 'form' }, { householderConsent: 'form' }, { parentConsent: 'form' }] },
    upload(words('Tờ khai CT01 có chữ ký đồng ý', 'Declaration CT01 with the signatures')),
  ),
  consentPaper: onlyWhen(
    { any: [{ ownerConsent: 'paper' }, { householderConsent: 'paper' }, { parentConsent: 'paper' }] },
    upload(words('Văn bản đồng ý', 'Paper of consent'), {
      hint: words('Không phải công chứng, chứng thực', 'Neither notarised nor certified'),
    }),
  ),
} as const

const papers = {
  // Asked only where neither kin nor the land data answers for the dwelling.
  dwellingProof: onlyWhen(
    { all: [{ not: inUnit }, { not: { any: [family, kinInData, { all: [ownsIt, { dwellingInData: 'owned' }] }] } }] },
    upload(words('Giấy tờ về chỗ ở', 'Proof of the dwelling'), {
      hint: words(
        'Một trong các giấy: sở hữu, thuê, mượn, ở nhờ, văn bản cam kết của bạn, giấy của chủ ký túc xá',
        'One of: ownership, rental, loan or stay paper, your own undertaking, a paper of the dormitory’s owner',
      ),
    }),
  ),
  listRequest: onlyWhen({ kind: 'list' }, upload(words('Văn bản đề nghị kèm danh sách', 'Request with the list'))),
  listForms: onlyWhen({ kind: 'list' }, upload(words('Tờ khai CT01 của từng người', 'Declaration CT01 of each person'), { most: 100 })),
  unitLetter: onlyWhen(inUnit, upload(words('Giấy giới thiệu của đơn vị', 'Letter of the unit'))),
  naturalised: bool(
    words('Người này mới nhập hoặc trở lại quốc tịch, đăng ký lần đầu?', 'Newly naturalised, registering for the first time?'),
  ),
  citizenshipDecision: onlyWhen({ naturalised: true }, upload(words('Quyết định của Chủ tịch nước', 'Decision of the President'))),
  authority: onlyWhen({ forWhom: 'authorised' }, upload(words('Văn bản ủy quyền', 'Power of attorney'))),
} as const

const closing = {
  exemption: choice(words('Bạn có thuộc diện được miễn lệ phí?', 'Are you exempt from the fee?'), {
    none: words('Không', 'No'),
    child: words('Trẻ em', 'Child'),
    elderly: words('Người cao tuổi', 'Elderly person'),
    disabled: words('Người khuyết tật', 'Person with a disability'),
    merit: words('Người có công và thân nhân', 'Person of merit or relative'),
    minority: words('Người dân tộc thiểu số ở xã đặc biệt khó khăn', 'Ethnic minority in a specially difficult commune'),
    border: words('Cư trú ở xã biên giới, đặc khu', 'Resident of a border commune or special zone'),
    poor: words('Hộ nghèo', 'Poor household'),
    orphan: words('Mồ côi cha mẹ, từ 16 đến dưới 18 tuổi', 'Orphan of 16 or 17'),
  }),
  exemptionProof: optional(
    onlyWhen(
      { exemption: ['disabled', 'merit', 'poor', 'orphan'] },
      upload(words('Giấy tờ về diện miễn', 'Proof of the exemption'), {
        hint: words('Chỉ khi dữ liệu chưa có', 'Only where the data does not tell'),
      }),
    ),
  ),
  receiveBy: choice(words('Bạn nhận thông báo kết quả thế nào?', 'How do you want to receive the notice?'), {
    online: words('Bản điện tử', 'Electronic'),
    counter: words('Bản giấy, tại công an xã, phường', 'On paper, at the commune police'),
  }),
  truthful: undertaking(
    words('Tôi cam đoan lời khai đúng và chịu trách nhiệm trước pháp luật', 'I declare that this is true and answer for it'),
    { missing: words('Đánh dấu vào lời cam đoan để nộp hồ sơ', 'Tick the declaration to file the dossier') },
  ),
} as const

/** What the declaration CT01 holds, asked as questions; boxes of the paper that follow from others are not asked. */
export const stayFields = { ...who, ...mover, ...stay, ...household, ...consent, ...papers, ...closing } as const
