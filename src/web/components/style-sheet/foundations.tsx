import { icons } from '../icons.ts'
import { Button, DayStrip, Icon, type IconName, LinkButton, Mark, Section, StatusTag } from '../index.ts'
import { strip } from './samples.ts'

const colours = [
  { tone: 'paper', name: 'Giấy điệp', hex: '#FBF8F2', use: 'nền trang', contrast: '15,9 : 1' },
  { tone: 'ink', name: 'Than tre', hex: '#221C18', use: 'chữ', contrast: '15,9 : 1' },
  { tone: 'lacquer', name: 'Sỏi son', hex: '#8A1C16', use: 'bản sắc, rất ít', contrast: '9,3 : 1' },
  { tone: 'indigo', name: 'Lá chàm', hex: '#1D4A86', use: 'liên kết, đang làm', contrast: '8,8 : 1' },
  { tone: 'jade', name: 'Gỉ đồng', hex: '#0C6A54', use: 'làm, đã xong', contrast: '6,6 : 1' },
  { tone: 'gold', name: 'Hoa hòe', hex: '#FFCB47', use: 'đang chọn, chờ', contrast: '11,1 : 1' },
  { tone: 'error', name: 'Lỗi', hex: '#B3261E', use: 'sai, quá hạn', contrast: '6,5 : 1' },
]

/** Mark and band. */
export function Identity() {
  return (
    <>
      <div class="lt-kieu__head">
        <Mark size={84} />
        <div>
          <h1 class="govuk-heading-xl">Liên Thông</h1>
          <p>Hai vòng luồn qua nhau thành bông hoa chanh, như viên gạch thông gió: ngăn mà vẫn thông.</p>
        </div>
        <span class="lt-kieu__marks">
          <Mark size={40} />
          <Mark size={26} />
          <span class="lt-kieu__tile">
            <Mark size={32} />
          </span>
        </span>
      </div>
      <div class="lt-band" />
    </>
  )
}

/** The palette of Đông Hồ prints, with measured contrast. */
export function Palette() {
  return (
    <Section title="Màu: bảng màu tranh Đông Hồ">
      <ul class="lt-swatches">
        {colours.map(({ tone, name, hex, use, contrast }) => (
          <li key={tone} class={`is-${tone}`}>
            <b>{name}</b>
            <span>{hex}</span>
            <span>{use}</span>
            <span>{contrast}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Sizes of type, on letters that carry two marks. */
export function TypeScale() {
  return (
    <Section title="Chữ: Be Vietnam Pro 400 và 600">
      <p class="govuk-heading-xl">Ủy ban nhân dân phường</p>
      <p class="govuk-heading-l">Quyết định, kế hoạch, Nghị quyết</p>
      <p class="govuk-heading-m">Giấy chứng nhận, xác nhận</p>
      <p class="lt-card__title">Đường Nguyễn Đăng Đạo, Vệ An</p>
      <p class="govuk-body">Chữ đọc: Trẻ được cấp giấy khai sinh và số định danh.</p>
      <p class="govuk-body lt-small">
        Chữ nhỏ nhất; số và mã: <span class="lt-num">H05.46.12-261117-0042</span>
      </p>
    </Section>
  )
}

/** Buttons and tags. */
export function ButtonsAndTags() {
  return (
    <Section title="Nút, thẻ trạng thái">
      <div class="lt-kieu__tags">
        <Button>Lưu và đi tiếp</Button>
        <Button kind="secondary" icon="pause">
          Yêu cầu bổ sung
        </Button>
        <Button kind="warning" icon="cross">
          Từ chối
        </Button>
        <LinkButton kind="secondary" icon="download" href="#giay-tiep-nhan">
          Tải giấy tiếp nhận
        </LinkButton>
        <a class="govuk-link" href="#lien-ket">
          Liên kết
        </a>
      </div>
      <p class="lt-kieu__tags">
        <StatusTag status="not-received" />
        <StatusTag status="in-progress" />
        <StatusTag status="waiting" />
        <StatusTag status="done" />
        <StatusTag status="refused" />
        <StatusTag status="late">Quá hạn 3 giờ</StatusTag>
      </p>
    </Section>
  )
}

/** The other modes, side by side with the page's own. */
export function Modes() {
  const modes = [
    { theme: 'toi', name: 'Tối' },
    { theme: 'tuong-phan', name: 'Tương phản cao' },
  ]
  return (
    <div class="lt-kieu__grid">
      {modes.map(({ theme, name }) => (
        <Section key={theme} title={name}>
          <div class="lt-kieu__mode" data-theme={theme}>
            <div class="lt-mast">
              <div class="lt-mast__in">
                <Mark size={32} />
                <b>Liên Thông</b>
              </div>
            </div>
            <div class="lt-band" />
            <div>
              <p class="govuk-heading-m">Đăng ký lại khai sinh</p>
              <p class="govuk-body">
                Hẹn trả 17:00 thứ Sáu, 27/11{' '}
                <a class="govuk-link" href={`#${theme}`}>
                  Vì sao?
                </a>
              </p>
              <p class="lt-kieu__tags">
                <StatusTag status="in-progress" /> <StatusTag status="waiting" />
              </p>
              <DayStrip days={strip} />
              <Button>Lưu và đi tiếp</Button>
            </div>
          </div>
        </Section>
      ))}
    </div>
  )
}

/** Every sign of the sprite with its name. */
export function Signs() {
  return (
    <Section title="Biểu tượng: nét 1,75, khung 24">
      <ul class="lt-kieu__icons">
        {(Object.keys(icons) as IconName[]).map((name) => (
          <li key={name}>
            <Icon name={name} /> {name}
          </li>
        ))}
      </ul>
    </Section>
  )
}
