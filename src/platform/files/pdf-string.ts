const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' }

/** A PDF string (literal or hexadecimal) as the bytes it stands for, one character a byte. */
export function stringBytes(value: string): string {
  if (value.startsWith('<')) return Buffer.from(value.replace(/[^0-9a-fA-F]/g, ''), 'hex').toString('latin1')
  return value.slice(1, -1).replace(/\\(?:([0-7]{1,3})|\r\n|([\s\S]))/g, (_, octal?: string, letter?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255)
    return letter === undefined ? '' : (escapes[letter] ?? letter)
  })
}

/** A text string of a dictionary: UTF-16 or UTF-8 with their marks, else one byte a letter. */
export function textString(value: string): string {
  const bytes = Buffer.from(stringBytes(value), 'latin1')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2))
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.toString('utf8', 3) : bytes.toString('latin1')
}

/** UTF-16, high byte first; an odd byte at the end is left out. */
export function utf16(bytes: Buffer): string {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1))
    .swap16()
    .toString('utf16le')
}
