import { type Frame, OfficePage, Page } from '../index.ts'
import { FormParts, LookChoice } from './forms.tsx'
import { ButtonsAndTags, Identity, Modes, Palette, Signs, TypeScale } from './foundations.tsx'
import { DeskParts, WorklistParts } from './office-parts.tsx'
import { HistoryParts, PortalParts, SheetParts, TimeParts } from './parts.tsx'

/** All parts of the citizens' side at a glance, for developers; on a sample install at `/kieu`. */
export function StyleSheetPage(frame: Frame) {
  return (
    <Page {...frame} title="Bảng kiểu" styles={['style-sheet.css']} bare unlisted>
      <div class="govuk-width-container lt-kieu">
        <Identity />
        <Palette />
        <div class="lt-kieu__grid">
          <TypeScale />
          <ButtonsAndTags />
        </div>
        <Modes />
        <Signs />
        <FormParts />
        <LookChoice />
        <TimeParts />
        <HistoryParts />
        <SheetParts />
        <PortalParts />
      </div>
    </Page>
  )
}

/** All parts of the office side at a glance; on a sample install at `/kieu/can-bo`. */
export function OfficeStyleSheetPage(frame: Frame) {
  const officer = { name: 'Nguyễn Thị Thu Hằng', post: 'Công chức tư pháp – hộ tịch', unit: 'UBND phường Kinh Bắc' }
  const tabs = [
    { href: '/kieu/can-bo', label: 'Việc của tôi', count: 9 },
    { href: '#ho-so', label: 'Hồ sơ' },
    { href: '#van-ban', label: 'Văn bản' },
    { href: '#bao-cao', label: 'Báo cáo' },
  ]
  return (
    <OfficePage {...frame} title="Bảng kiểu cho cán bộ" officer={officer} tabs={tabs}>
      <WorklistParts />
      <hr class="govuk-section-break govuk-section-break--l" />
      <DeskParts />
    </OfficePage>
  )
}
