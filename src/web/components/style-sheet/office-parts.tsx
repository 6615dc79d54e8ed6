import {
  Acts,
  Answers,
  Button,
  Card,
  ClockBar,
  Desk,
  FilterTabs,
  Log,
  Mismatch,
  OfficeTitle,
  Panel,
  PaperTabs,
  PaperView,
  ReadyList,
  Source,
  StatusTag,
  Worklist,
} from '../index.ts'
import { meters, officeHours } from './samples.ts'

const row = {
  id: 'a',
  kind: 'dossier',
  href: '#31',
  title: 'Đăng ký khai sinh',
  subtitle: 'H05.46.12-261125-0031 · Nguyễn Thị Hoa',
  todo: 'Xử lý 1 chỗ lệch, gửi bản nháp',
  left: 'Còn 4 giờ 02 phút',
  due: '17:00 hôm nay',
  segments: meters['Còn 4 giờ 02 phút']?.segments ?? [],
  from: 'Tiếp nhận',
  since: '08:05 hôm nay',
} as const

/** The worklist with every urgency and kind of work. */
export function WorklistParts() {
  return (
    <>
      <OfficeTitle
        title="Việc của tôi"
        stroke
        aside={
          <>
            Thứ Tư 25/11/2026, 10:58 · giữ thêm việc của <b>Văn thư</b> đến hết 27/11
          </>
        }
      />
      <FilterTabs
        label="Lọc việc"
        tabs={[
          { href: '#tat-ca', label: 'Tất cả', count: 9, current: true },
          { href: '#qua-han', label: 'Quá hạn', count: 1, late: true },
          { href: '#hom-nay', label: 'Hôm nay', count: 3 },
          { href: '#theo-doi', label: 'Theo dõi', count: '500+' },
        ]}
      />
      <Worklist
        groups={[
          {
            urgency: 'late',
            count: 1,
            rows: [{ ...row, left: 'Quá 3 giờ 28 phút', due: 'hẹn 17:00 thứ Hai 23/11', segments: ['used', 'used'] }],
          },
          {
            urgency: 'today',
            count: 2,
            rows: [row, { ...row, id: 'b', href: '#b', kind: 'task', title: 'Số liệu số hóa sổ hộ tịch quý IV' }],
          },
          {
            urgency: 'ahead',
            count: 3,
            rows: [
              { ...row, id: 'c', href: '#c', kind: 'document', title: 'V/v rà soát dữ liệu hộ tịch chưa có số định danh' },
              { ...row, id: 'd', href: '#d', kind: 'meeting', title: 'Giao ban công tác tư pháp tháng 11' },
              { ...row, id: 'e', href: '#e', kind: 'question', title: 'Xác minh cho phường Chũ: tình trạng hôn nhân' },
            ],
          },
          {
            urgency: 'paused',
            title: 'Tạm dừng, chờ công dân',
            count: 1,
            rows: [{ ...row, id: 'f', href: '#f', segments: ['used', 'paused', 'left'] }],
          },
        ]}
      />
    </>
  )
}

/** The desk with its one mismatch. */
export function DeskParts() {
  return (
    <>
      <OfficeTitle
        title="Đăng ký khai sinh: Trần Nguyễn Minh Khuê"
        above={
          <>
            <a class="govuk-link" href="#viec">
              Việc của tôi
            </a>{' '}
            <span class="lt-muted">/ Việc 2 trong 9</span>
          </>
        }
        line={
          <>
            <span class="lt-num">H05.46.12-261125-0031</span>
            <StatusTag status="in-progress">Đang xác minh</StatusTag>
            <span>Nộp trực tuyến 08:05 · Nguyễn Thị Hoa (mẹ)</span>
          </>
        }
      />
      <Desk answers={<Declared />} papers={<Papers />} side={<Side />} />
    </>
  )
}

function Declared() {
  const odd = (
    <Mismatch
      name="place"
      label="Nơi sinh: lời khai khác giấy chứng sinh"
      options={[
        { value: 'paper', label: 'Bệnh viện Sản – Nhi Bắc Ninh', source: 'theo giấy chứng sinh' },
        { value: 'self', label: 'Bệnh viện Đa khoa Bắc Ninh', source: 'theo lời khai' },
      ]}
      value="paper"
    />
  )
  const matched = (
    <Source from="data" state="match">
      CSDL dân cư 08:05, khớp
    </Source>
  )
  return (
    <Panel
      title="Nội dung khai"
      flush
      tools={
        <a class="govuk-link" href="#so">
          So với bản trước
        </a>
      }
    >
      <Answers
        groups={[
          {
            title: 'Trẻ',
            answers: [
              { key: 'Họ, tên', value: <b>Trần Nguyễn Minh Khuê</b> },
              { key: 'Ngày sinh', value: '09/11/2026 – thứ Hai' },
              { key: 'Nơi sinh', odd },
              { key: 'Dân tộc', value: 'Kinh' },
            ],
          },
          { title: 'Mẹ', answers: [{ key: 'Họ, tên', value: 'Nguyễn Thị Hoa, 12/03/1998', source: matched }] },
        ]}
      />
    </Panel>
  )
}

function Papers() {
  const tabs = (
    <PaperTabs
      label="Giấy tờ"
      papers={[
        { href: '#chung-sinh', label: 'Giấy chứng sinh', current: true },
        { href: '#du-thao', label: 'Dự thảo giấy khai sinh' },
      ]}
    />
  )
  return (
    <Panel title={tabs} flush>
      <PaperView about="Ảnh chụp, 1 trang, 412 kB. Nhận 08:04; mã băm khớp giấy tiếp nhận.">
        <p class="govuk-body">Bản xem trước của tệp đứng ở đây.</p>
      </PaperView>
    </Panel>
  )
}

function Side() {
  return (
    <>
      <Card title="Còn 4 giờ 02 phút">
        <ClockBar sessions={officeHours} now="10:58" due="17:00" />
      </Card>
      <Card title="Trước khi gửi bản nháp">
        <ReadyList
          lines={[
            { ready: true, children: 'Cha, mẹ: khớp dữ liệu dân cư' },
            { ready: false, children: <b>Nơi sinh lệch – chọn một nguồn</b> },
          ]}
        />
        <Acts>
          <Button icon="mail">Gửi bản nháp</Button>
          <Button kind="secondary" icon="pause">
            Yêu cầu bổ sung
          </Button>
          <Button kind="warning" icon="cross">
            Từ chối
          </Button>
        </Acts>
      </Card>
      <Card title="Lịch sử">
        <Log entries={[{ hour: '08:06', act: 'Tra 4 dữ liệu, đều khớp', who: 'tự động, có lưu vết' }]} />
      </Card>
    </>
  )
}
