import {
  Button,
  Buttons,
  Checkboxes,
  DateInput,
  DisplaySettings,
  ErrorSummary,
  FileUpload,
  Form,
  Known,
  ListInput,
  Mismatch,
  Progress,
  Radios,
  Section,
  Select,
  Source,
  Textarea,
  TextInput,
} from '../index.ts'

/** Each kind of field, plain and in error, in one form. */
export function FormParts() {
  return (
    <Section title="Biểu mẫu">
      <div class="lt-narrow">
        <ErrorSummary
          problems={[
            { field: 'bornOn', text: 'Ngày sinh của trẻ là ngày 31/11/2026, nhưng tháng 11 chỉ có 30 ngày' },
            { field: 'noteNumber', text: 'Chưa điền số giấy chứng sinh' },
          ]}
        />
        <Progress form="Đăng ký khai sinh" step={2} steps={5} />
        <Form action="#form" formKey="mau" csrf="mau" files>
          <Fields />
          <ListInput
            name="people"
            label="Những người cùng chuyển đến"
            entry="Người"
            entries={[<TextInput key="name" name="people.0.name" label="Họ, chữ đệm và tên" value="Hoàng Văn Thái" autocomplete="off" />]}
            grows={{ add: '_them', remove: '_xoa', most: 7 }}
          />
          <Known
            what="Mẹ: Nguyễn Thị Hoa, sinh 12/03/1998"
            source={<Source from="data">Lấy từ CSDL quốc gia về dân cư, hôm nay 09:28. Không phải điền lại.</Source>}
          />
          <Buttons>
            <Button>Lưu và đi tiếp</Button>
            <a class="govuk-link" href="#save">
              Lưu, làm tiếp sau
            </a>
          </Buttons>
        </Form>
      </div>
    </Section>
  )
}

function Fields() {
  return (
    <>
      <TextInput
        name="childName"
        label="Họ, chữ đệm, tên"
        hint="Viết đủ dấu, như sẽ ghi trên giấy khai sinh"
        value="Trần Nguyễn Minh Khuê"
        autocomplete="off"
      />
      <DateInput
        name="bornOn"
        label="Ngày, tháng, năm sinh"
        hint="Ví dụ: 9 11 2026"
        value={{ day: '31', month: '11', year: '2026' }}
        error="Tháng 11 chỉ có 30 ngày. Xem lại ngày trên giấy chứng sinh."
        wrong={['day']}
      />
      <Radios
        name="sex"
        label="Giới tính"
        options={[
          { value: 'male', label: 'Nam' },
          { value: 'female', label: 'Nữ' },
        ]}
        value="female"
        inline
      />
      <TextInput
        name="noteNumber"
        label="Số giấy chứng sinh"
        hint="Ở góc trên bên trái tờ giấy bệnh viện cấp"
        error="Điền số giấy chứng sinh, hoặc chọn “Tôi không có giấy chứng sinh”."
        autocomplete="off"
        width={10}
        code
      />
      <DateInput name="grandmotherBornOn" label="Năm sinh của bà" precision="year" value={{ day: '', month: '', year: '1951' }} />
      <TextInput
        name="phone"
        label="Số điện thoại"
        type="tel"
        inputMode="tel"
        autocomplete="tel"
        width={20}
        pattern="0[0-9]{9}"
        whenInvalid="Số điện thoại có 10 chữ số, bắt đầu bằng 0."
        optional
      />
      <Select
        name="commune"
        label="Nơi đăng ký"
        options={[
          { value: '09163', label: 'Phường Kinh Bắc' },
          { value: '09169', label: 'Phường Vũ Ninh' },
        ]}
        value="09163"
      />
      <Checkboxes
        name="channels"
        label="Báo tin cho bạn qua"
        options={[
          { value: 'email', label: 'Thư điện tử' },
          { value: 'vneid', label: 'VNeID', hint: 'Chỉ tiêu đề và liên kết' },
        ]}
        values={['vneid']}
      />
      <Textarea name="note" label="Điều bạn muốn nói thêm" optional />
      <FileUpload
        name="paper"
        label="Giấy chứng sinh"
        hint="Ảnh chụp hoặc PDF, mỗi tệp không quá 50 MB"
        accept="application/pdf,image/jpeg,image/png"
        have={[{ id: 'a', name: 'chung-sinh.jpg', size: '412 kB', checked: 'đã quét, an toàn' }]}
      />
      <Mismatch
        name="place"
        label="Nơi sinh: lời khai khác giấy chứng sinh"
        options={[
          { value: 'paper', label: 'Bệnh viện Sản – Nhi Bắc Ninh', source: 'theo giấy chứng sinh' },
          { value: 'self', label: 'Bệnh viện Đa khoa Bắc Ninh', source: 'theo lời khai' },
        ]}
        value="paper"
      />
    </>
  )
}

/** The choice of look, as it stands on its own page. */
export function LookChoice() {
  return (
    <Section title="Cách hiển thị">
      <DisplaySettings look={{ theme: 'sang', type: 'thuong' }} back="/kieu" formKey="mau" />
    </Section>
  )
}
