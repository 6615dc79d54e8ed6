import { acts, type Consultation, roles, type Step, words } from '#modules/procedures'
import { group, type Items, nameOf, number, oneOf, type Part, part, perhaps, several, text, twoLanguages } from '../shape.ts'
import { basis, deadline, mark, unverified, when } from './common.ts'

export const role = oneOf(Object.fromEntries(Object.entries(roles).map(([name, one]) => [name, one.name])))
const act = oneOf(acts)

const may: Items = {
  is: 'items',
  one: words('việc được làm', 'act'),
  named: true,
  names: act.options,
  most: 30,
  of: { is: 'route' },
}

const confirms: Items = {
  is: 'items',
  one: words('điều phải xác nhận', 'statement to confirm'),
  title: 'says',
  code: 'id',
  most: 20,
  of: group({
    says: part('Lời xác nhận', 'What is confirmed', twoLanguages(400, 2)),
    id: perhaps('Mã', 'Code', text(60, { form: 'code' })),
  }),
}

const appointment = group({
  attends: part('Những ai phải có mặt', 'Who must come', several(nameOf('field'), 10)),
  confirms: part('Điều phải xác nhận trước cán bộ', 'What they confirm before the official', confirms),
  minutes: part('Mất khoảng (phút)', 'Takes (minutes)', number(5, 480)),
  offers: part(
    'Đề nghị giờ hẹn',
    'Times offered',
    group({
      most: part('Nhiều nhất (giờ hẹn)', 'At most', number(1, 20)),
      workingDays: part('Trong số ngày làm việc', 'Within working days', number(1, 30)),
    }),
  ),
  basis,
  unverified,
})

/** One step on the way of the dossier. */
export const step = group({
  task: part('Việc phải làm', 'The work to do', twoLanguages(300)),
  status: part('Người dân đọc thấy', 'What the citizen reads', twoLanguages(300)),
  by: part('Ai làm', 'Who does it', role),
  within: perhaps('Thời hạn của bước', 'Deadline of the step', deadline),
  outsideClock: perhaps('Không tính vào thời hạn giải quyết', 'Not counted in the deadline of the dossier', mark),
  appointment: perhaps('Phải đến trực tiếp', 'Appearance in person', appointment),
  silenceIs: perhaps('Quá hạn mà im lặng thì coi là', 'Silence counts as', act),
  may: part('Được làm gì, rồi đi đâu', 'What may be done, and where it leads', may),
} satisfies Record<keyof Step, Part>)

/** A question to another unit. */
export const consultation = group({
  about: part('Hỏi về việc gì', 'What is asked', twoLanguages(300)),
  when,
  within: part('Phải trả lời trong', 'To be answered within', deadline),
  outsideClock: perhaps('Không tính vào thời hạn giải quyết', 'Not counted in the deadline of the dossier', mark),
  sends: perhaps('Gửi kèm các trang', 'Pages that are sent along', several(nameOf('page'), 30)),
  places: perhaps('Hỏi nơi ghi ở các câu', 'Ask the place named in', several(nameOf('field'), 10)),
  basis,
  id: perhaps('Mã', 'Code', text(60, { form: 'code' })),
} satisfies Record<keyof Consultation, Part>)
