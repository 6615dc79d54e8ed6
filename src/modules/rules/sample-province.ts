import { type Commune, communeFinder, type OldWard } from './communes.ts'

/*
 * Bắc Ninh, the sample province: its 99 communes and the 313 old wards that went into them, none of them split.
 * Sources: NQ 202/2025/QH15, 1658/NQ-UBTVQH15, QĐ 19/2025/QĐ-TTg (codes); 388/NQ-UBTVQH16 (wards of 2026).
 */

/** The province: code, and the name that it bears since 20/09/2026 (NQ 39/2026/QH16); the code stayed. */
export const sampleProvince = {
  code: '24',
  name: 'Bắc Ninh',
  fullName: 'Thành phố Bắc Ninh',
  renamed: { from: 'Tỉnh Bắc Ninh', on: '2026-09-20', basis: 'NQ 39/2026/QH16' },
} as const

const wards = `
07210 Bắc Giang, 07228 Đa Mai, 07525 Chũ, 07612 Phượng Sơn, 07681 Yên Dũng, 07682 Tân An, 07696 Tiền Phong, 07699 Tân Tiến,
07738 Cảnh Thuỵ, 07774 Tự Lạn, 07777 Việt Yên, 07795 Nếnh, 07798 Vân Hà, 09169 Vũ Ninh, 09187 Kinh Bắc, 09190 Võ Cường, 09247 Quế Võ,
09253 Nhân Hoà, 09265 Phương Liễu, 09286 Nam Sơn, 09295 Bồng Lai, 09301 Đào Viên, 09325 Hạp Lĩnh, 09367 Từ Sơn, 09370 Tam Sơn,
09379 Phù Khê, 09385 Đồng Nguyên, 09400 Thuận Thành, 09409 Mão Điền, 09427 Trí Quả, 09430 Trạm Lộ, 09433 Song Liễu, 09445 Ninh Xá
`

/** Communes that became wards on 20/09/2026. */
const newWards = `
07294 Bố Hạ, 07375 Lạng Giang, 07399 Kép, 07444 Lục Nam, 07840 Hiệp Hoà, 09193 Yên Phong, 09292 Phù Lãng, 09313 Chi Lăng, 09319 Tiên Du,
09454 Gia Bình, 09475 Nhân Thắng, 09496 Lương Tài
`

const rural = `
07246 Xuân Lương, 07264 Tam Tiến, 07282 Đồng Kỳ, 07288 Yên Thế, 07306 Nhã Nam, 07330 Phúc Hoà, 07333 Quang Trung, 07339 Tân Yên,
07351 Ngọc Thiện, 07381 Tiên Lục, 07420 Mỹ Thái, 07432 Tân Dĩnh, 07450 Đông Phú, 07462 Bảo Đài, 07486 Nghĩa Phương, 07489 Trường Sơn,
07492 Lục Sơn, 07498 Bắc Lũng, 07519 Cẩm Lý, 07531 Tân Sơn, 07534 Sa Lý, 07537 Biên Sơn, 07543 Sơn Hải, 07552 Kiên Lao, 07573 Biển Động,
07582 Lục Ngạn, 07594 Đèo Gia, 07603 Nam Dương, 07615 Sơn Động, 07616 Tây Yên Tử, 07621 Vân Sơn, 07627 Đại Sơn, 07642 Yên Định,
07654 An Lạc, 07663 Tuấn Đạo, 07672 Dương Hưu, 07735 Đồng Việt, 07822 Hoàng Vân, 07864 Hợp Thịnh, 07870 Xuân Cẩm, 09202 Tam Giang,
09205 Yên Trung, 09208 Tam Đa, 09238 Văn Môn, 09334 Liên Bão, 09340 Đại Đồng, 09343 Tân Chi, 09349 Phật Tích, 09466 Cao Đức,
09469 Đại Lai, 09487 Đông Cứu, 09499 Trung Kênh, 09523 Trung Chính, 09529 Lâm Thao
`

/** Old districts; below each, after the code of a commune of today, the old wards that went into it. */
const merged = `
# 213 Thành phố Bắc Giang # 24 Tỉnh Bắc Giang
07210: 07201 Phường Thọ Xương, 07207 Phường Ngô Quyền, 07210 Phường Hoàng Văn Thụ, 07213 Phường Trần Phú, 07225 Phường Xương Giang, 07231 Phường Dĩnh Kế, 07441 Phường Dĩnh Trì
07228: 07216 Phường Mỹ Độ, 07222 Phường Song Mai, 07228 Phường Đa Mai, 07687 Phường Tân Mỹ
07681: 07681 Phường Nham Biền, 07717 Phường Tân Liễu, 07726 Xã Yên Lư
07682: 07682 Phường Tân An, 07702 Xã Quỳnh Sơn, 07720 Xã Trí Yên, 07723 Xã Lãng Sơn
07696: 07696 Phường Đồng Sơn, 07705 Phường Song Khê, 07708 Phường Nội Hoàng, 07711 Phường Tiền Phong
07699: 07690 Phường Hương Gián, 07699 Phường Tân Tiến, 07714 Xã Xuân Phú
07735: 07735 Xã Đức Giang, 07747 Xã Đồng Việt, 07750 Xã Đồng Phúc
07738: 07729 Xã Tiến Dũng, 07738 Phường Cảnh Thụy, 07741 Xã Tư Mại
# 215 Huyện Yên Thế # 24 Tỉnh Bắc Giang
07246: 07243 Xã Đồng Tiến, 07246 Xã Canh Nậu, 07249 Xã Xuân Lương
07264: 07252 Xã Tam Tiến, 07264 Xã Tiến Thắng, 07285 Xã An Thượng
07282: 07255 Xã Đồng Vương, 07258 Xã Đồng Hưu, 07282 Xã Đồng Kỳ
07288: 07260 Xã Đồng Tâm, 07261 Xã Tân Hiệp, 07270 Xã Đồng Lạc, 07288 Thị trấn Phồn Xương, 07291 Xã Tân Sỏi
07294: 07273 Xã Đông Sơn, 07279 Xã Hương Vĩ, 07294 Thị trấn Bố Hạ
# 216 Huyện Tân Yên # 24 Tỉnh Bắc Giang
07228: 07366 Xã Quế Nham
07306: 07306 Thị trấn Nhã Nam, 07309 Xã Tân Trung, 07321 Xã An Dương, 07327 Xã Liên Sơn
07330: 07324 Xã Phúc Hòa, 07330 Xã Hợp Đức, 07357 Xã Liên Chung
07333: 07315 Xã Quang Trung, 07333 Xã Lam Sơn
07339: 07336 Xã Cao Xá, 07339 Thị trấn Cao Thượng, 07354 Xã Việt Lập, 07363 Xã Ngọc Lý
07351: 07342 Xã Việt Ngọc, 07345 Xã Song Vân, 07348 Xã Ngọc Châu, 07351 Xã Ngọc Vân, 07360 Xã Ngọc Thiện
# 217 Huyện Lạng Giang # 24 Tỉnh Bắc Giang
07375: 07375 Thị trấn Vôi, 07405 Xã Hương Lạc, 07417 Xã Tân Hưng, 07426 Xã Xương Lâm
07381: 07378 Xã Nghĩa Hòa, 07381 Xã Nghĩa Hưng, 07390 Xã Đào Mỹ, 07393 Xã Tiên Lục, 07396 Xã An Hà
07399: 07384 Xã Quang Thịnh, 07387 Xã Hương Sơn, 07399 Thị trấn Kép
07420: 07408 Xã Dương Đức, 07411 Xã Tân Thanh, 07420 Xã Mỹ Thái, 07429 Xã Xuân Hương
07432: 07432 Xã Tân Dĩnh, 07435 Xã Đại Lâm, 07438 Xã Thái Đào
# 218 Huyện Lục Nam # 24 Tỉnh Bắc Giang
07444: 07444 Thị trấn Đồi Ngô, 07468 Xã Tiên Nha, 07477 Thị trấn Phương Sơn, 07480 Xã Chu Điện, 07483 Xã Cương Sơn
07450: 07450 Xã Đông Hưng, 07453 Xã Đông Phú
07462: 07456 Xã Tam Dị, 07459 Xã Bảo Sơn, 07462 Xã Bảo Đài, 07465 Xã Thanh Lâm
07486: 07471 Xã Trường Giang, 07486 Xã Nghĩa Phương, 07504 Xã Huyền Sơn
07489: 07489 Xã Vô Tranh, 07507 Xã Trường Sơn
07492: 07492 Xã Bình Sơn, 07510 Xã Lục Sơn
07498: 07495 Xã Lan Mẫu, 07498 Xã Yên Sơn, 07501 Xã Khám Lạng, 07513 Xã Bắc Lũng
07519: 07519 Xã Cẩm Lý, 07522 Xã Đan Hội
# 219 Huyện Lục Ngạn # 24 Tỉnh Bắc Giang
07531: 07528 Xã Cấm Sơn, 07531 Xã Tân Sơn
07534: 07534 Xã Phong Minh, 07540 Xã Sa Lý
07537: 07537 Xã Phong Vân, 07555 Xã Biên Sơn
07543: 07543 Xã Hộ Đáp, 07546 Xã Sơn Hải
07573: 07564 Xã Kim Sơn, 07573 Thị trấn Biển Động, 07597 Xã Phú Nhuận
07582: 07567 Xã Tân Hoa, 07570 Xã Giáp Sơn, 07582 Thị trấn Phì Điền, 07588 Xã Tân Quang, 07591 Xã Đồng Cốc
07594: 07594 Xã Tân Lập, 07609 Xã Đèo Gia
07603: 07606 Xã Tân Mộc
# 220 Huyện Sơn Động # 24 Tỉnh Bắc Giang
07615: 07615 Thị trấn An Châu, 07648 Xã Vĩnh An, 07660 Xã An Bá
07616: 07616 Thị trấn Tây Yên Tử, 07678 Xã Thanh Luận
07621: 07621 Xã Vân Sơn, 07624 Xã Hữu Sản
07627: 07627 Xã Đại Sơn, 07630 Xã Phúc Sơn, 07636 Xã Giáo Liêm
07642: 07642 Xã Cẩm Đàn, 07651 Xã Yên Định
07654: 07645 Xã An Lạc, 07654 Xã Lệ Viễn
07663: 07663 Xã Tuấn Đạo
07672: 07666 Xã Dương Hưu, 07672 Xã Long Sơn
# 222 Thị Xã Việt Yên # 24 Tỉnh Bắc Giang
07774: 07759 Xã Thượng Lan, 07762 Xã Việt Tiến, 07771 Xã Hương Mai, 07774 Phường Tự Lạn
07777: 07765 Xã Nghĩa Trung, 07768 Xã Minh Đức, 07777 Phường Bích Động, 07783 Phường Hồng Thái
07795: 07789 Phường Tăng Tiến, 07795 Phường Nếnh, 07801 Phường Vân Trung, 07807 Phường Quang Châu
07798: 07780 Xã Trung Sơn, 07786 Xã Tiên Sơn, 07792 Phường Quảng Minh, 07798 Phường Ninh Sơn, 07804 Xã Vân Hà
# 223 Huyện Hiệp Hòa # 24 Tỉnh Bắc Giang
07822: 07816 Xã Đồng Tiến, 07822 Xã Hoàng Vân, 07825 Xã Toàn Thắng, 07831 Xã Ngọc Sơn
07840: 07840 Thị trấn Thắng, 07846 Xã Lương Phong, 07861 Xã Danh Thắng, 07867 Xã Đoan Bái, 07879 Xã Đông Lỗ
07864: 07843 Xã Sơn Thịnh, 07849 Xã Hùng Thái, 07855 Xã Thường Thắng, 07858 Xã Hợp Thịnh, 07864 Xã Mai Trung
07870: 07870 Thị trấn Bắc Lý, 07873 Xã Xuân Cẩm, 07876 Xã Hương Lâm, 07882 Xã Châu Minh, 07885 Xã Mai Đình
# 224 Thị xã Chũ # 24 Tỉnh Bắc Giang
07525: 07525 Phường Chũ, 07549 Phường Thanh Hải, 07561 Phường Hồng Giang, 07579 Phường Trù Hựu
07552: 07552 Xã Kiên Lao, 07558 Xã Kiên Thành
07603: 07603 Xã Nam Dương
07612: 07576 Xã Quý Sơn, 07600 Xã Mỹ An, 07612 Phường Phượng Sơn
# 256 Thành phố Bắc Ninh # 27 Tỉnh Bắc Ninh
09169: 09163 Phường Vũ Ninh, 09166 Phường Đáp Cầu, 09169 Phường Thị Cầu, 09256 Phường Kim Chân
09187: 09172 Phường Kinh Bắc, 09184 Phường Tiền Ninh Vệ, 09187 Phường Suối Hoa, 09214 Phường Hòa Long, 09226 Phường Vạn An, 09235 Phường Khúc Xuyên
09190: 09181 Phường Đại Phúc, 09190 Phường Võ Cường, 09244 Phường Phong Khê
09286: 09271 Phường Vân Dương, 09286 Phường Nam Sơn
09325: 09325 Phường Khắc Niệm, 09331 Phường Hạp Lĩnh
# 258 Huyện Yên Phong # 27 Tỉnh Bắc Ninh
09193: 09193 Thị trấn Chờ, 09217 Xã Đông Tiến, 09223 Xã Trung Nghĩa, 09232 Xã Long Châu
09202: 09202 Xã Tam Giang, 09211 Xã Hòa Tiến
09205: 09196 Xã Dũng Liệt, 09205 Xã Yên Trung
09208: 09199 Xã Tam Đa, 09208 Xã Thụy Hòa, 09229 Xã Đông Phong
09238: 09220 Xã Yên Phụ, 09238 Xã Văn Môn, 09241 Xã Đông Thọ
# 259 Thị xã Quế Võ # 27 Tỉnh Bắc Ninh
09247: 09247 Phường Phố Mới, 09262 Phường Bằng An, 09268 Phường Quế Tân, 09283 Phường Việt Hùng
09253: 09250 Xã Việt Thống, 09253 Phường Đại Xuân, 09259 Phường Nhân Hòa
09265: 09265 Phường Phương Liễu, 09280 Phường Phượng Mao
09292: 09277 Xã Phù Lãng, 09292 Xã Châu Phong, 09310 Xã Đức Long
09295: 09295 Phường Bồng Lai, 09298 Phường Cách Bi, 09307 Xã Mộ Đạo
09301: 09274 Phường Phù Lương, 09289 Xã Ngọc Xá, 09301 Xã Đào Viên
09313: 09304 Xã Yên Giả, 09313 Xã Chi Lăng
# 260 Huyện Tiên Du # 27 Tỉnh Bắc Ninh
09319: 09319 Thị trấn Lim, 09322 Xã Phú Lâm, 09328 Xã Nội Duệ
09334: 09334 Xã Liên Bão, 09337 Xã Hiên Vân, 09346 Xã Việt Đoàn
09340: 09340 Xã Hoàn Sơn, 09355 Xã Đại Đồng, 09358 Xã Tri Phương
09343: 09343 Xã Lạc Vệ, 09352 Xã Tân Chi
09349: 09349 Xã Phật Tích, 09361 Xã Minh Đạo, 09364 Xã Cảnh Hưng
# 261 Thành phố Từ Sơn # 27 Tỉnh Bắc Ninh
09367: 09367 Phường Đông Ngàn, 09391 Phường Tân Hồng, 09394 Phường Đình Bảng, 09397 Phường Phù Chẩn
09370: 09370 Phường Tam Sơn, 09376 Phường Tương Giang
09379: 09373 Phường Hương Mạc, 09379 Phường Phù Khê, 09388 Phường Châu Khê
09385: 09382 Phường Đồng Kỵ, 09383 Phường Trạng Hạ, 09385 Phường Đồng Nguyên
# 262 Thị xã Thuận Thành # 27 Tỉnh Bắc Ninh
09400: 09400 Phường Hồ, 09406 Xã Đại Đồng Thành, 09412 Phường Song Hồ, 09424 Phường Gia Đông
09409: 09403 Xã Hoài Thượng, 09409 Xã Mão Điền, 09418 Phường An Bình
09427: 09415 Xã Đình Tổ, 09421 Phường Trí Quả, 09427 Phường Thanh Khương
09430: 09430 Phường Trạm Lộ, 09448 Xã Nghĩa Đạo
09433: 09433 Phường Xuân Lâm, 09436 Phường Hà Mãn, 09439 Xã Ngũ Thái, 09451 Xã Song Liễu
09445: 09442 Xã Nguyệt Đức, 09445 Phường Ninh Xá
# 263 Huyện Gia Bình # 27 Tỉnh Bắc Ninh
09454: 09454 Thị trấn Gia Bình, 09484 Xã Xuân Lai, 09490 Xã Đại Bái, 09493 Xã Quỳnh Phú
09466: 09457 Xã Vạn Ninh, 09466 Xã Cao Đức
09469: 09469 Xã Đại Lai, 09472 Xã Song Giang
09475: 09460 Xã Thái Bảo, 09475 Xã Bình Dương, 09481 Thị trấn Nhân Thắng
09487: 09463 Xã Giang Sơn, 09478 Xã Lãng Ngâm, 09487 Xã Đông Cứu
# 264 Huyện Lương Tài # 27 Tỉnh Bắc Ninh
09496: 09496 Thị trấn Thứa, 09505 Xã Phú Hòa, 09511 Xã Tân Lãng
09499: 09499 Xã An Thịnh, 09502 Xã Trung Kênh, 09508 Xã An Tập
09523: 09517 Xã Quang Minh, 09523 Xã Trung Chính, 09532 Xã Phú Lương
09529: 09514 Xã Quảng Phú, 09529 Xã Bình Định, 09535 Xã Lâm Thao
`

const listed = (text: string) =>
  text
    .trim()
    .split(/,\s*/)
    .map((entry) => ({ code: entry.slice(0, 5), name: entry.slice(6) }))
const becameWard = { from: 'commune', on: '2026-09-20', basis: '388/NQ-UBTVQH16' } as const

/** The 99 communes of today. */
export const sampleCommunes: readonly Commune[] = [
  ...listed(wards).map((row): Commune => ({ ...row, type: 'ward', province: sampleProvince.code })),
  ...listed(newWards).map((row): Commune => ({ ...row, type: 'ward', province: sampleProvince.code, typeChange: becameWard })),
  ...listed(rural).map((row): Commune => ({ ...row, type: 'commune', province: sampleProvince.code })),
]

/** The 313 wards, communes and townships of before 01/07/2025. */
export const sampleOldWards: readonly OldWard[] = oldWards(merged)

/** Finds communes of the sample province by names of today or of before (`communeFinder`). */
export const findCommune = communeFinder(sampleCommunes, sampleOldWards)

function oldWards(text: string): OldWard[] {
  return text
    .trim()
    .split(/^# /m)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [head = '', ...rows] = part.trim().split('\n')
      const [district = '', province = ''] = head.split(' # ')
      const where = {
        district: { code: district.slice(0, 3), name: district.slice(4) },
        province: { code: province.slice(0, 2), name: province.slice(3) },
      }
      return rows.flatMap((row) => {
        const [commune = '', names = ''] = row.split(': ')
        return listed(names).map((ward): OldWard => ({ ...ward, ...where, targets: [{ commune, kind: 'whole', likeliest: true }] }))
      })
    })
}
