/**
 * Every component of the pages. Pages are made of these and of plain text elements, never of markup of their own.
 * All of them can be seen on the pages in `style-sheet/style-sheet-page.tsx`.
 */
export { type Assets, publicPath, readAssets } from '../assets/manifest.ts'
export { BackLink } from './back-link.tsx'
export { Button, type ButtonKind, Buttons, LinkButton, PrintButton, StartButton } from './button.tsx'
export { Card, PlainList } from './card.tsx'
export { ClockBar, type Hours } from './clock-bar.tsx'
export { type Day, type DayKind, DayStrip, Deadline, Ledger, type LedgerLine } from './day-strip.tsx'
export { Acts, type Answer, type AnswerGroup, Answers, Desk, Panel, PaperTabs, PaperView, ReadyList } from './desk.tsx'
export { DisplaySettings } from './display-settings.tsx'
export { Document, SampleBanner } from './document.tsx'
export { ErrorSummary, type Problem } from './error-summary.tsx'
export { FeeLines, type FeeRow } from './fee-lines.tsx'
export { Checkboxes, type Option, Radios, Select } from './fields/choices.tsx'
export {
  DateInput,
  type DatePart,
  type DateParts,
  datePartName,
  datePartsIn,
  datePartsOf,
  writtenDate,
} from './fields/date-input.tsx'
export { FieldGroup, type FieldProps, LabelledField } from './fields/field.tsx'
export { FileUpload, type HeldFile } from './fields/file-upload.tsx'
export { ListInput } from './fields/list-input.tsx'
export { choiceOfPlace, PlaceInput, PlaceNames, type PlaceParts } from './fields/place-input.tsx'
export { Textarea, TextInput } from './fields/text-input.tsx'
export { AskForm, csrfField, Form, formKeyField } from './form.tsx'
export { type Frame, FrameContext, useLang } from './frame.ts'
export { Chips, Hero, type LifeEvent, LifeEventSheet, SearchBox } from './home-parts.tsx'
export { Icon, Mark } from './icon.tsx'
export type { IconName } from './icons.ts'
export { languageHref, links, lookHref } from './links.ts'
export { cookieOf, type Look, lookCookie, lookOf, type Theme, type TypeSize, themes, typeSizes } from './look.ts'
export { Meter, type Segment } from './meter.tsx'
export { Empty, Notice, type NoticeKind } from './notice.tsx'
export { type OfficeFrame, OfficePage, type Officer, type Tab } from './office-page.tsx'
export { Page, type PageProps } from './page.tsx'
export { Pagination } from './pagination.tsx'
export { DossierNumber, Facts, ProcedureLayout, Progress } from './procedure-parts.tsx'
export { CounterRow, Row, Rows, RowsTitle } from './rows.tsx'
export { type Status, StatusTag } from './status-tag.tsx'
export { Known, Mismatch, Source, SummaryList, type SummaryRow } from './summary-list.tsx'
export { type Column, Table } from './table.tsx'
export { Log, type LogEntry, type Step, Timeline, ViewLog } from './timeline.tsx'
export { OfficeTitle, Section, Split, Title } from './title.tsx'
export { type Check, Checks, Verdict, type VerdictKind } from './verdict.tsx'
export { type FilterTab, FilterTabs, type Urgency, type WorkGroup, type WorkKind, Worklist, type WorkRow } from './worklist.tsx'
