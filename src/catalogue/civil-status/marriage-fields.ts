import { choice, fixed, int, onlyWhen, optional, undertaking, upload, words } from '#modules/procedures'
import { channel, contact, truthful } from './common-fields.ts'
import { husbandFields } from './marriage-husband.ts'
import { wifeFields } from './marriage-wife.ts'

/** Every answer that the marriage register, the certificate or the handling of the dossier needs. */
export const marriageFields = {
  channel,
  relation: choice(words('Bạn là bên nào?', 'Which of the two are you?'), {
    wife: words('Bên nữ', 'The bride'),
    husband: words('Bên nam', 'The groom'),
  }),
  ...contact,
  ...wifeFields,
  ...husbandFields,
  foreignDivorceNote: optional(
    onlyWhen(
      { any: [{ wifeStatus: 'divorced' }, { husbandStatus: 'divorced' }] },
      upload(words('Trích lục ghi chú ly hôn', 'Extract of the noted divorce'), {
        hint: words(
          'Chỉ khi đã ly hôn ở nước ngoài; chưa ghi chú thì làm thủ tục 2.000554 trước',
          'Only after a divorce abroad; if it is not noted yet, procedure 2.000554 comes first',
        ),
      }),
    ),
  ),
  copies: optional(
    int(
      words('Số bản sao trích lục kết hôn cần thêm', 'Extract copies needed besides'),
      { least: 0, most: 20 },
      {
        hint: words(
          'Mỗi bên nhận một bản chính, không mất tiền. Bản sao thu phí riêng; không cần thì để trống.',
          'Each of you gets an original, free of charge. Copies have a fee; leave empty if none is needed.',
        ),
      },
    ),
  ),
  // Both come and take their originals with them; the electronic one lies in the account.
  receiveBy: fixed(words('Cách nhận kết quả', 'How the result is received'), 'counter'),
  freeWill: undertaking(
    words(
      'Hai bên tự nguyện kết hôn, đủ điều kiện và không thuộc trường hợp cấm kết hôn',
      'Both marry of their own free will, meet the conditions, and no prohibition applies',
    ),
    { missing: words('Hai bên cùng cam đoan rồi mới nộp hồ sơ', 'Both must declare this before filing') },
  ),
  truthful,
} as const
