import { messages } from '#platform/i18n'

export const words = messages({
  title: { vi: 'Quầy gần bạn', en: 'Counters near you' },
  lead: {
    vi: 'Nộp ở quầy nào trong thành phố cũng được, không phụ thuộc nơi ở.',
    en: 'You may file at any counter in the city, wherever you live.',
  },
  find: { vi: 'Tên xã, phường hôm nay, hoặc xã, huyện cũ', en: 'Commune of today, or the old ward or district' },
  example: { vi: 'Ví dụ: vu ninh, dai phuc', en: 'For example: vu ninh, dai phuc' },
  noAccents: {
    vi: 'Gõ tên hôm nay hoặc tên cũ; không cần dấu.',
    en: 'Type the name of today or the old one; accents are not needed.',
  },
  unverified: {
    vi: 'Địa chỉ, điện thoại và giờ làm việc dưới đây chưa được kiểm chứng. Gọi trước khi đi xa.',
    en: 'Addresses, telephone numbers and hours below are not verified. Call before you travel.',
  },
  sample: {
    vi: 'Bản mẫu: địa chỉ và điện thoại dưới đây là dữ liệu mẫu, không phải của quầy thật.',
    en: 'Sample: the addresses and telephone numbers below are invented, not those of real counters.',
  },
  notVerified: { vi: 'chưa kiểm chứng', en: 'not verified' },
  provincial: { vi: 'Quầy của thành phố', en: 'The counter of the city' },
  communes: { vi: '{count} quầy của xã, phường', en: '{count} {count|counter|counters} of communes' },
  ownCounters: {
    vi: 'Công an và Phòng Kinh tế của xã, phường nhận hồ sơ tại quầy riêng. Gõ tên xã, phường ở trên để xem địa chỉ và giờ mở cửa.',
    en: 'The police and the economic office of a commune keep counters of their own. Type the commune above for addresses and hours.',
  },
  letters: { vi: 'Theo chữ cái đầu', en: 'By first letter' },
  found: { vi: 'Quầy cho “{asked}”', en: 'Counters for “{asked}”' },
  none: {
    vi: 'Không tìm thấy xã, phường nào như “{asked}” trong thành phố. Thử tên khác, hoặc tên huyện cũ.',
    en: 'No commune like “{asked}” was found in the city. Try another name, or the old district.',
  },
  all: { vi: 'Xem tất cả các quầy', en: 'See all counters' },
  formerly: { vi: '{old} nay thuộc {area}.', en: '{old} is part of {area} today.' },
  district: { vi: '{area} nằm trong vùng “{asked}” trước đây.', en: '{area} lies in what was “{asked}”.' },
  split: {
    vi: 'Nơi cũ này đã chia vào nhiều xã, phường. Chọn nơi có nhà bạn bây giờ; không chắc thì quầy nào cũng nhận.',
    en: 'This old place was split among several communes. Choose where your home lies today; in doubt, any counter will do.',
  },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  onWorkingDays: { vi: 'Ngày làm việc: {hours}', en: 'Working days: {hours}' },
})
