const formats = [0, 1, 2, 3].map((decimals) => new Intl.NumberFormat('vi-VN', { maximumFractionDigits: decimals }))

/** "20.594", "1.234,5": points between thousands, a comma before at most three decimals (none unless asked for). */
export function numberText(value: number | bigint, decimals: 0 | 1 | 2 | 3 = 0): string {
  return String(formats[decimals]?.format(value))
}

/** "1.234.000 đ" from whole đồng. */
export function moneyText(dong: bigint | number): string {
  return `${numberText(dong)} đ`
}

/** "97,1 %" from a share between 0 and 1. */
export function percentText(share: number, decimals: 0 | 1 | 2 | 3 = 1): string {
  return `${numberText(share * 100, decimals)} %`
}

/** "1,2 MB" from bytes; units of 1,000 as file managers and the upload limit count. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  if (bytes < 1_000_000) return `${numberText(bytes / 1_000)} kB`
  return `${numberText(bytes / 1_000_000, 1)} MB`
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const GROUPS = ['', 'nghìn', 'triệu', 'tỷ', 'nghìn tỷ', 'triệu tỷ']

/** A whole number, not negative, in Vietnamese words: 2005 is "hai nghìn không trăm linh năm". Below 10^18. */
export function numberInWords(value: number | bigint): string {
  let rest = BigInt(value)
  if (rest < 0n || rest >= 10n ** 18n) throw new RangeError(`cannot say ${value} in words`)
  if (rest === 0n) return 'không'
  const said: string[] = []
  for (let group = 0; rest > 0n; group += 1, rest /= 1000n) {
    const three = Number(rest % 1000n)
    if (three > 0) said.unshift(`${underThousand(three, rest >= 1000n)} ${GROUPS[group]}`.trim())
  }
  return said.join(' ')
}

function underThousand(value: number, withHundreds: boolean): string {
  const hundreds = Math.floor(value / 100)
  const tens = Math.floor(value / 10) % 10
  const units = value % 10
  const words: (string | undefined)[] = []
  if (hundreds > 0 || withHundreds) words.push(DIGITS[hundreds], 'trăm')
  if (tens === 1) words.push('mười')
  if (tens > 1) words.push(DIGITS[tens], 'mươi')
  if (tens === 0 && units > 0 && words.length > 0) words.push('linh')
  if (units > 0) words.push(unitWord(units, tens))
  return words.join(' ')
}

function unitWord(units: number, tens: number): string | undefined {
  if (units === 1 && tens > 1) return 'mốt'
  if (units === 4 && tens > 1) return 'tư'
  if (units === 5 && tens > 0) return 'lăm'
  return DIGITS[units]
}
