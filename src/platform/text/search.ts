/**
 * The words of a text as search compares them: no accents, no case, đ as d, and one spelling for y and i where Vietnamese writes
 * either (kỹ sư / kĩ sư, Quỳnh / Quình, Mỹ / Mĩ) – but not where they make two words (tay / tai, thúy / thúi).
 */
export function searchWords(text: string): string[] {
  const plain = withoutAccents(text).toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/^([^aeiouy]*)y$/, '$1i').replace(/^quy/, 'qui'))
}

/** One search key for a text: its search words joined by spaces. Stored beside the text, and made from what is searched for. */
export function fold(text: string): string {
  return searchWords(text).join(' ')
}

/** A text without accents, case and other characters kept: "Đường Hoà Bình" becomes "Duong Hoa Binh". */
export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
}
