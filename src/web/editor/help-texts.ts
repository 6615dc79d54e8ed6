import type { Language } from '#platform/i18n'

type Help = {
  readonly lead: string
  readonly parts: readonly { readonly title: string; readonly ordered: boolean; readonly lines: readonly string[] }[]
}

/** The help page of the editor, read from top to bottom in five minutes. */
export const helpTexts: Readonly<Record<Language, Help>> = {
  vi: {
    lead: 'Đọc một lần, khoảng năm phút. Không cần biết lập trình.',
    parts: [
      {
        title: 'Một thủ tục gồm những gì',
        ordered: false,
        lines: [
          'Câu hỏi: điều người dân phải trả lời. Câu nào cơ sở dữ liệu đã biết thì thêm “Tra cứu thay cho việc hỏi”: máy hỏi nguồn ấy trước, chỉ hỏi người dân khi nguồn không có.',
          'Trang: mỗi trang của biểu mẫu hỏi vài câu đi với nhau.',
          'Trường hợp: tình huống pháp luật xử lý khác nhau. Trường hợp được nhận ra từ câu trả lời, nên phải có câu hỏi trước, ví dụ một câu chọn.',
          'Thành phần hồ sơ: giấy tờ phải nộp hoặc xuất trình, và dữ liệu thay cho giấy.',
          'Phí, lệ phí: mỗi mức thu là một khoản. Thu khác nhau theo cách nộp thì viết hai khoản và chọn cách nộp cho từng khoản.',
          'Các bước: ai làm gì, được làm gì, rồi hồ sơ đi đâu. Phải có đường đi tới “Kết thúc hồ sơ”.',
          'Kết quả: tờ giấy trả cho người dân, in theo mẫu nào, chỗ nào in câu trả lời nào, ai ký, ai đóng dấu.',
        ],
      },
      {
        title: 'Soạn theo thứ tự này là nhanh nhất',
        ordered: true,
        lines: [
          'Bấm “Thủ tục mới”, điền mã, tên, lĩnh vực và quyết định công bố. Các câu về người nộp có sẵn, lấy từ VNeID.',
          'Thêm câu hỏi, chọn loại, chọn trang. Câu chọn thì lưu xong mới thêm từng câu trả lời.',
          'Thêm trường hợp: chọn câu trả lời nào dẫn tới trường hợp ấy.',
          'Thêm giấy tờ và phí.',
          'Thêm các bước trước, rồi mở từng bước để thêm “Được làm gì, rồi đi đâu”. Sau đó vào “Thẩm quyền và cách gọi hồ sơ” chọn bước bắt đầu.',
          'Thêm kết quả, chọn mẫu giấy, rồi nói chỗ nào in gì. Người ký và người đóng dấu phải có bước để ký và đóng dấu.',
          'Vào “Thời hạn và hiệu lực” điền thời hạn. Tổng thời hạn các bước không được dài hơn thời hạn giải quyết.',
          'Mở “Danh sách kiểm tra”: mỗi dòng nói một chỗ chưa ổn và dẫn tới trang sửa. Xem thử và chạy thử với người mẫu.',
        ],
      },
      {
        title: 'Bốn mắt',
        ordered: true,
        lines: [
          'Khi không còn chỗ phải sửa, bấm “Trình duyệt”. Bản soạn khóa lại.',
          'Một cán bộ khác, chưa hề sửa bản này, đọc và bấm “Duyệt”. Người soạn không tự duyệt được.',
          'Bản đã duyệt được công bố với ngày có hiệu lực. Trang công bố cho biết còn bao nhiêu hồ sơ đang giải quyết.',
          'Bản đã công bố không bao giờ sửa. Muốn đổi, bấm “Soạn bản mới”.',
        ],
      },
      {
        title: 'Cần biết thêm',
        ordered: false,
        lines: [
          'Mọi lời cho người dân viết bằng cả tiếng Việt và tiếng Anh.',
          'Ô “Chỉ áp dụng khi” để trống nghĩa là luôn áp dụng. Các dòng “và” phải cùng đúng; “hoặc khi” là một nhóm khác.',
          'Điều gì chưa đối chiếu với văn bản thì đánh dấu “Chưa đối chiếu”, đừng đoán.',
          'Không sợ hỏng: mỗi lần lưu đều ghi lại ai sửa gì, trước và sau.',
        ],
      },
    ],
  },
  en: {
    lead: 'Read it once; it takes five minutes. No programming is needed.',
    parts: [
      {
        title: 'Of what a procedure consists',
        ordered: false,
        lines: [
          'Questions: what citizens answer. Where a database knows it already, add a look-up: the source is asked first, the citizen only when it has nothing.',
          'Pages: each asks a few questions that belong together.',
          'Cases: situations that the law treats differently. A case is recognised by answers, so a question comes first.',
          'Papers: what is handed in or shown, and the data that stands in its place.',
          'Fees: each amount is one fee. Where it differs by the way of filing, write two and choose the way for each.',
          'Steps: who does what, what may be done, where the dossier goes then. A way must lead to its end.',
          'Results: the paper that citizens get, on which form, which answer prints where, who signs and who seals.',
        ],
      },
      {
        title: 'The fastest order',
        ordered: true,
        lines: [
          'Press “New procedure” and give code, names, field and decision. The questions about the applicant are there, told by VNeID.',
          'Add questions: choose the kind and the page. The answers of a choice are added once the question is saved.',
          'Add cases: choose which answer leads to each.',
          'Add papers and fees.',
          'Add all steps first, then open each and add what may be done and where it leads. Then choose the step at which it begins.',
          'Add the result, choose its paper, and say what prints where. Whoever signs and seals needs a step for it.',
          'Give the deadlines. The steps together may not take longer than the whole.',
          'Open the list of findings: each line leads to the page where it is mended. Look at it and try it with a sample person.',
        ],
      },
      {
        title: 'Four eyes',
        ordered: true,
        lines: [
          'When nothing is left to mend, submit it. The draft is locked.',
          'Another officer who never wrote in it reads and approves it. Nobody approves his own work.',
          'What is approved is published with a day from which it holds. The page tells how many dossiers are under way.',
          'What is published never changes. To change something, write the next revision.',
        ],
      },
      {
        title: 'Good to know',
        ordered: false,
        lines: [
          'Everything that citizens read is written in both languages.',
          'An empty condition means: always. Lines joined by “and” must all hold; “or if” begins another group.',
          'What was not compared with the document is marked so. Do not guess.',
          'Nothing is lost: every save keeps who changed what, before and after.',
        ],
      },
    ],
  },
}
