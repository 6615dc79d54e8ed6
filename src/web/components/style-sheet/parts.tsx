import {
  Card,
  Checks,
  ClockBar,
  CounterRow,
  Deadline,
  Empty,
  Facts,
  LifeEventSheet,
  Log,
  Meter,
  Notice,
  Pagination,
  PlainList,
  Row,
  Rows,
  RowsTitle,
  Section,
  Source,
  StartButton,
  SummaryList,
  Table,
  Timeline,
  Verdict,
  ViewLog,
} from '../index.ts'
import { meters, officeHours, strip } from './samples.ts'

const link = (text: string) => (
  <a class="govuk-link" href="#mau">
    {text}
  </a>
)

/** What shows time. */
export function TimeParts() {
  return (
    <Section title="Thời hạn">
      <Deadline
        title="Hẹn trả kết quả"
        due="17:00 thứ Sáu, 27/11/2026"
        why="Còn 2 ngày làm việc. Hẹn ban đầu là 25/11; lùi 2 ngày vì chờ bạn bổ sung giấy tờ."
        days={strip}
        lines={[
          { kind: 'counted', children: <b>Đã tính 2 trong 5 ngày làm việc</b> },
          { kind: 'paused', children: <>Tạm dừng 20/11 và 23/11 – chờ bản chụp học bạ rõ hơn. {link('Xem phiếu yêu cầu')}</> },
          { kind: 'holiday', children: '24/11 không tính – nghỉ Ngày Văn hóa Việt Nam' },
          { kind: 'weekend', children: 'Thứ Bảy, Chủ nhật không tính' },
          { kind: 'due', children: '27/11 là ngày thứ 5 – hẹn trả' },
        ]}
      />
      <div class="lt-kieu__grid">
        <Card title="Còn 4 giờ 02 phút" level={3}>
          <ClockBar sessions={officeHours} now="10:58" due="17:00" />
        </Card>
        <Card title="Đồng hồ của việc" level={3}>
          <PlainList>
            {Object.entries(meters).map(([words, meter]) => (
              <li key={words}>
                <Meter segments={meter.segments} tone={meter.tone} /> {words}
              </li>
            ))}
          </PlainList>
        </Card>
      </div>
    </Section>
  )
}

/** Where a dossier lies, and who looked at it. */
export function HistoryParts() {
  return (
    <Section title="Diễn biến">
      <div class="lt-kieu__grid">
        <Timeline
          steps={[
            {
              state: 'done',
              title: 'Đã nhận hồ sơ',
              when: 'thứ Ba 17/11, 09:12',
              at: '2026-11-17T02:12:00Z',
              who: 'Trung tâm Phục vụ hành chính công phường Cảnh Thuỵ',
            },
            { state: 'now', title: 'Đang xác minh', when: 'từ thứ Tư 25/11, 07:40', who: 'Công chức tư pháp – hộ tịch' },
            { state: 'ahead', title: 'Ký giấy khai sinh', who: 'Chủ tịch UBND phường Kinh Bắc' },
          ]}
        />
        <Card title="Lịch sử" level={3}>
          <Log
            entries={[
              { hour: '10:12', act: 'Ghi nhận lệch nơi sinh', who: 'Nguyễn Thị Thu Hằng' },
              { hour: '08:20', act: 'Nhận hồ sơ', who: 'Lê Văn Phúc, tiếp nhận' },
            ]}
          />
        </Card>
        <Card title="Ai đã xem hồ sơ của tôi" level={3}>
          <ViewLog views={[{ post: 'Công chức tư pháp – hộ tịch', when: 'Hôm nay 07:40', purpose: 'để xác minh' }]} />
        </Card>
      </div>
    </Section>
  )
}

/** Sheets of rows, tables, notices. */
export function SheetParts() {
  return (
    <Section title="Tờ, hàng, bảng">
      <RowsTitle title="Bạn không phải nộp" note="chúng tôi lấy từ dữ liệu" />
      <Rows>
        <Row icon="data" tone="data" title="Căn cước" end={link('Báo sai')}>
          <p>Lấy từ CSDL quốc gia về dân cư lúc 10:42 ngày 17/11.</p>
          <Source state="match">Khớp họ tên, ngày sinh, giới tính</Source>
        </Row>
        <Row icon="data" tone="asked" title="Bản đăng ký khai sinh trước đây">
          <Source state="asked">Chưa có. Đã hỏi phường Vũ Ninh, trả lời trước 27/11</Source>
        </Row>
        <CounterRow
          name="Trung tâm Phục vụ hành chính công phường Cảnh Thuỵ"
          href="#quay"
          facts="Cách 1,2 km · Đang mở, đến 11:30"
          wait="Chờ khoảng 8 phút"
          queue={2}
        />
      </Rows>
      <SummaryList
        rows={[
          { key: 'Họ, chữ đệm, tên', value: 'Trần Nguyễn Minh Khuê', change: { href: '#ten' } },
          { key: 'Mẹ', value: 'Nguyễn Thị Hoa', source: <Source from="self">người dân tự khai</Source> },
        ]}
      />
      <Table
        caption="Ngày có kết quả"
        columns={[{ label: 'Bạn nộp' }, { label: 'Bạn nhận' }, { label: 'Lệ phí', numeric: true }]}
        rows={[
          ['Trước 15:00 hôm nay', 'Hôm nay, trước 17:00', '0 đồng'],
          ['Sau 15:00 hôm nay', 'Thứ Tư 25/11', '8.000 đồng'],
        ]}
      />
      <Pagination previous="#truoc" next="#sau" />
      <Notices />
    </Section>
  )
}

function Notices() {
  return (
    <>
      <Notice icon="calendar">
        <p>
          <b>Thứ Ba 24/11 nghỉ</b> Ngày Văn hóa Việt Nam.
        </p>
      </Notice>
      <Notice kind="info">
        <p>Nhận tệp này từ người khác? Đề nghị họ gửi bản gốc.</p>
      </Notice>
      <Notice kind="done">
        <p>Đã nhận hồ sơ lúc 08:05. Hẹn trả 17:00 hôm nay.</p>
      </Notice>
      <Notice kind="bad">
        <p>Nguyễn Thị Thu Hằng đã trình ký lúc 10:52. Thao tác của bạn chưa lưu; {link('mở bản mới để xem')}.</p>
      </Notice>
      <Empty>Không còn việc nào đến hạn hôm nay. {link('Xem việc của tuần này')}</Empty>
    </>
  )
}

/** What the portal shows first: facts, start card, life events, verdicts. */
export function PortalParts() {
  return (
    <Section title="Cổng">
      <LifeEventSheet
        events={[
          { icon: 'baby', title: 'Có con nhỏ', text: 'Khai sinh, thường trú, thẻ BHYT', href: '#con' },
          { icon: 'rings', title: 'Kết hôn', text: 'Đăng ký kết hôn, xác nhận độc thân', href: '#cuoi' },
          { icon: 'house', title: 'Chuyển chỗ ở', text: 'Thường trú, tạm trú, tách hộ', href: '#nha' },
          { icon: 'lotus', title: 'Người thân qua đời', text: 'Khai tử, mai táng phí, thừa kế', href: '#mat' },
        ]}
      />
      <Facts
        facts={[
          { name: 'Có kết quả', answer: 'Hôm nay, trước 17:00', condition: 'nếu nộp trước 15:00' },
          { name: 'Lệ phí', answer: '0 đồng', condition: 'đăng ký đúng hạn' },
        ]}
      />
      <div class="lt-kieu__grid">
        <Card start>
          <StartButton href="#nop">Bắt đầu nộp hồ sơ</StartButton>
        </Card>
        <div>
          <Verdict kind="unsure" title="Chưa kiểm tra được" about="giay-khai-sinh-0031.pdf">
            Dịch vụ dấu thời gian chưa trả lời. Thử lại sau 5 phút.
          </Verdict>
          <Checks
            checks={[
              { kind: 'good', title: 'Nội dung không bị sửa', detail: 'Mã băm khớp với bản cơ quan lưu' },
              { kind: 'bad', title: 'Trang 1 khác với bản đã ký' },
            ]}
          />
        </div>
      </div>
    </Section>
  )
}
