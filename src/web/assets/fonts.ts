import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import subset from 'subset-font'

/** A font file ready to be served: its logical name, its bytes, and the CSS rule that uses it by `url(<name>)`. */
export type FontFile = { name: string; bytes: Buffer; face: (url: string) => string }

const weights = [400, 600] as const

// The two subsets meet in every Vietnamese sentence; they stay apart because their source files are apart.
const subsets = {
  latin: {
    text: `${characters(0x20, 0x7e)}${characters(0xa0, 0xff)}–—‘’“”„…•›‹→←″′€™−`,
    range: 'U+20-7E,U+A0-FF,U+2013-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+2032-2033,U+2039-203A,U+20AC,U+2122,U+2190,U+2192,U+2212',
  },
  vietnamese: {
    text: `ĂăĐđĨĩŨũƠơƯư\u0300\u0301\u0303\u0309\u0323${characters(0x1ea0, 0x1ef9)}₫`,
    range: 'U+102-103,U+110-111,U+128-129,U+168-169,U+1A0-1A1,U+1AF-1B0,U+300-301,U+303,U+309,U+323,U+1EA0-1EF9,U+20AB',
  },
}

/**
 * The product's type: Be Vietnam Pro in two weights, and a face of ten tabular digits (Inter), which Be Vietnam Pro lacks.
 * Hinting is dropped: it doubles the files, and no screen that the product is read on uses it.
 */
export async function makeFonts(root: string): Promise<FontFile[]> {
  const texts = weights.flatMap((weight) =>
    (Object.keys(subsets) as (keyof typeof subsets)[]).map((key) => beVietnamPro(root, weight, key)),
  )
  return Promise.all([...texts, ...weights.map((weight) => digits(root, weight))])
}

async function beVietnamPro(root: string, weight: number, key: keyof typeof subsets): Promise<FontFile> {
  const { text, range } = subsets[key]
  const source = join(root, `node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-${key}-${weight}-normal.woff2`)
  const keepFeatures = ['kern', 'mark', 'mkmk', 'ccmp', 'locl']
  const bytes = await subset(await readFile(source), text, { targetFormat: 'woff2', noHinting: true, keepFeatures })
  return { name: `text-${key}-${weight}.woff2`, bytes, face: fontFace('Be Vietnam Pro', weight, range) }
}

async function digits(root: string, weight: number): Promise<FontFile> {
  const source = join(root, `node_modules/@fontsource/inter/files/inter-latin-${weight}-normal.woff2`)
  const bytes = await subset(await readFile(source), '0123456789', { targetFormat: 'woff2', noHinting: true, keepFeatures: ['tnum'] })
  return { name: `digits-${weight}.woff2`, bytes, face: fontFace('LT So', weight, 'U+30-39') }
}

function fontFace(family: string, weight: number, range: string): (url: string) => string {
  return (url) =>
    `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(${url}) format("woff2");unicode-range:${range}}`
}

function characters(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index))
}
