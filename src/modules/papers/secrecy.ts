/** The three marks of state secrets (Law on Protection of State Secrets, degrees of secrecy). None of them may enter a connected install. */
export type SecrecyMark = 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT'

/** What a paper calls itself (file name, title, keywords), and what its first page says, line by line. */
export type PaperWords = { titles: readonly string[]; page: readonly string[] }

const notInWord = (pattern: string, flags = 'u'): RegExp => new RegExp(`(?<![\\p{L}\\p{M}\\d])(?:${pattern})(?![\\p{L}\\p{M}\\d])`, flags)
const alone = (pattern: string, flags = 'u'): RegExp => new RegExp(`^[^\\p{L}\\d]*(?:${pattern})[^\\p{L}\\d]*$`, flags)

// Without accents only where nothing else is said: «toi mat» is also «tôi mất», «Tuyet mat truoc» the front of Tuyết's card.
const marks: readonly { mark: SecrecyMark; title: readonly RegExp[]; line: readonly RegExp[] }[] = [
  {
    mark: 'TUYỆT MẬT',
    title: [notInWord('tuyệt mật', 'iu'), alone('tuyet mat', 'iu'), /[([]\s*tuyet mat\s*[)\]]/iu],
    line: [notInWord('TUYỆT MẬT'), alone('tuyệt mật', 'iu'), /độ mật\s*:?\s*tuyệt mật/iu],
  },
  {
    mark: 'TỐI MẬT',
    title: [notInWord('tối mật', 'iu'), alone('toi mat', 'iu'), /[([]\s*toi mat\s*[)\]]/iu],
    line: [notInWord('TỐI MẬT'), alone('tối mật', 'iu'), /độ mật\s*:?\s*tối mật/iu],
  },
  {
    mark: 'MẬT',
    // «Mật» alone is half of ordinary words (bảo mật, mật khẩu) and a given name (NGUYỄN THỊ MẬT): as a mark it stands by itself.
    title: [
      alone('mật', 'iu'),
      /[([]\s*mật\s*[)\]]/iu,
      /(?:^|[\d\p{P}])\s*MẬT(?![\p{L}\p{M}\d])(?!\s+\p{L})/u,
      /^MẬT(?=\s*[\d\p{P}])/u,
      notInWord('(?:văn bản|tài liệu|công văn|hồ sơ|dấu|độ) mật', 'iu'),
    ],
    line: [alone('MẬT'), /độ mật\s*:?\s*mật(?![\p{L}\p{M}])/iu],
  },
]

/** The highest mark that a paper carries, or undefined. */
export function secrecyMarkIn({ titles, page }: PaperWords): SecrecyMark | undefined {
  const names = titles.flatMap((title) => linesOf(title.replaceAll('_', ' ')))
  const lines = page.flatMap(linesOf)
  const carries = (texts: readonly string[], patterns: readonly RegExp[]): boolean =>
    texts.some((text) => patterns.some((pattern) => pattern.test(text)))
  return marks.find(({ title, line }) => carries(names, title) || carries(lines, line))?.mark
}

/** A file's ending says nothing and hides that a name stands alone. */
function linesOf(text: string): string[] {
  return text
    .normalize('NFC')
    .split('\n')
    .map((line) =>
      line
        .replace(/\.[a-z]{3,4}$/i, '')
        .replace(/(?<=\p{L})-(?=mat$)/giu, ' ')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
}
