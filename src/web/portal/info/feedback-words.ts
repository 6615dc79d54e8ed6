import { messages } from '#platform/i18n'

export const words = messages({
  title: { vi: 'Phản ánh, kiến nghị', en: 'Report a problem' },
  lead: {
    vi: 'Trang này chưa có mẫu gửi phản ánh. Dưới đây là những cách đang dùng được.',
    en: 'There is no form for reports on this site yet. These are the ways that work now.',
  },
  dossier: { vi: 'Về một hồ sơ của bạn', en: 'About a dossier of yours' },
  dossier1: {
    vi: 'Dữ liệu sai: mở hồ sơ, bấm “Báo sai” ở dòng đó. Cán bộ giải quyết thấy ngay.',
    en: 'Wrong data: open the dossier and press “Report as wrong” at that line. The official sees it at once.',
  },
  dossier2: {
    vi: 'Thấy lượt xem lạ: mở “Ai đã xem hồ sơ của tôi”, ghi lại chức danh và giờ, rồi báo Trung tâm dưới đây.',
    en: 'A look you do not understand: open “Who looked at my dossier”, note post and hour, and tell the centre below.',
  },
  dossier3: {
    vi: 'Đã có kết quả: bấm “Đánh giá”. Cán bộ giải quyết không thấy tên bạn bên cạnh đánh giá.',
    en: 'When you have the result: press “Rate it”. Officials do not see your name beside the rating.',
  },
  toDossiers: { vi: 'Hồ sơ của tôi', en: 'My dossiers' },
  others: { vi: 'Về quy định, cán bộ, trang này', en: 'About rules, officials, or this site' },
  others1: {
    vi: 'Nói hoặc gửi thư tại Trung tâm Phục vụ hành chính công; xin giấy tiếp nhận phản ánh.',
    en: 'Say it or hand in a letter at the one-stop centre; ask for a note that it was received.',
  },
  others2: {
    vi: 'Hoặc gửi trên Cổng Dịch vụ công quốc gia, mục “Phản ánh kiến nghị”: có mã để theo dõi trả lời.',
    en: 'Or send it on the National Public Service Portal under “Phản ánh kiến nghị”: you get a code to follow the answer.',
  },
  portal: { vi: 'Mở Cổng Dịch vụ công quốc gia', en: 'Open the National Public Service Portal' },
  centre: { vi: 'Nơi nhận', en: 'Where to turn' },
  complaint: { vi: 'Khiếu nại, tố cáo', en: 'Complaints and denunciations' },
  complaintText: {
    vi: 'Đây là việc khác, theo Luật Khiếu nại và Luật Tố cáo. Gửi đơn tại nơi tiếp công dân. Đừng viết tố cáo vào ô góp ý hay đánh giá: người tố cáo phải được giữ bí mật.',
    en: 'These follow laws of their own. Hand them in at the reception office for citizens. Do not write a denunciation into a comment or a rating: who denounces must stay secret.',
  },
})
