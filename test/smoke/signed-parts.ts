/** What a signature of a PDF is made of, cut out so that other tools can judge it: read here without any code of the product. */
export type SignedParts = { cms: Buffer; covered: Buffer; token: Buffer; value: Buffer }

type Element = { tag: number; whole: Buffer; content: Buffer }

const timeStampToken = '060b2a864886f70d010910020e'

/** Every signature of a file, in the order in which they were made. */
export function signedParts(file: Buffer): SignedParts[] {
  const ranges = [...file.toString('latin1').matchAll(/\/ByteRange ?\[ ?0 (\d+) (\d+) (\d+) ?\]/g)]
  return ranges.map(([, a, b, c]) => {
    const [start, end, rest] = [Number(a), Number(b), Number(c)]
    const room = Buffer.from(file.subarray(start + 1, end - 1).toString('latin1'), 'hex')
    const cms = elementAt(room, 0).whole
    return { cms, covered: Buffer.concat([file.subarray(0, start), file.subarray(end, end + rest)]), ...signerOf(cms) }
  })
}

/** ContentInfo → SignedData → the one SignerInfo → signature value and, among the unsigned attributes, the token. */
function signerOf(cms: Buffer): { token: Buffer; value: Buffer } {
  const signedData = at(inside(at(inside(elementAt(cms, 0)), 1)), 0)
  const signer = at(inside(at(inside(signedData), -1)), 0)
  const parts = inside(signer)
  const value = parts.findLast(({ tag }) => tag === 0x04)
  const unsigned = parts.find(({ tag }) => tag === 0xa1)
  const attribute = unsigned && inside(unsigned).find((one) => at(inside(one), 0).whole.toString('hex') === timeStampToken)
  if (value === undefined || attribute === undefined) throw new Error('a signature without value or time-stamp')
  return { value: value.content, token: at(inside(at(inside(attribute), 1)), 0).whole }
}

/** One DER element; lengths in the short form or up to four bytes. */
function elementAt(bytes: Buffer, from: number): Element {
  const tag = bytes.readUInt8(from)
  const first = bytes.readUInt8(from + 1)
  const more = first < 0x80 ? 0 : first & 0x7f
  const length = more === 0 ? first : bytes.readUIntBE(from + 2, more)
  const begin = from + 2 + more
  return { tag, whole: bytes.subarray(from, begin + length), content: bytes.subarray(begin, begin + length) }
}

function inside({ content }: Element): Element[] {
  const found: Element[] = []
  for (let from = 0; from < content.length; from += found.at(-1)?.whole.length ?? content.length) found.push(elementAt(content, from))
  return found
}

function at(elements: readonly Element[], index: number): Element {
  const found = elements.at(index)
  if (found === undefined) throw new Error('a signature that is not built as CMS')
  return found
}
