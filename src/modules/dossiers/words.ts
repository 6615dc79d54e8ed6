import type { Ctx } from '#platform/act'
import { searchWords } from '#platform/text'

/** The hashed words by which a case is found: folded, each once. */
export function wordKeys(ctx: Pick<Ctx, 'keys'>, texts: readonly string[]): bigint[] {
  const words = new Set(texts.flatMap((text) => searchWords(text)))
  return [...words].map((word) => ctx.keys.wordKey(word))
}
