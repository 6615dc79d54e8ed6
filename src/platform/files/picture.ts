/** Width and height in pixels. */
export type Extent = { width: number; height: number }

/** The size a picture says it has, from its head; undefined where the head makes no sense. Nothing is decoded. */
export function extentOf(bytes: Uint8Array, mediaType: 'image/jpeg' | 'image/png' | 'image/webp'): Extent | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (mediaType === 'image/png') return pngExtent(data)
  return mediaType === 'image/webp' ? webpExtent(data) : jpegExtent(data)
}

function pngExtent(data: Buffer): Extent | undefined {
  if (data.length < 33 || data.toString('latin1', 12, 16) !== 'IHDR') return undefined
  return { width: data.readUInt32BE(16), height: data.readUInt32BE(20) }
}

/** The frame header (ITU-T T.81, B.2.2) behind as many other segments as there are: phones put whole previews before it. */
function jpegExtent(data: Buffer): Extent | undefined {
  for (let at = 2; at + 9 < data.length; ) {
    if (data[at] !== 0xff) return undefined
    const marker = data[at + 1] ?? 0
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) }
    else if (marker === 0xda || marker === 0xd9 || marker === 0) return undefined
    else {
      const length = data.readUInt16BE(at + 2)
      if (length < 2) return undefined
      at += 2 + length
    }
  }
  return undefined
}

function webpExtent(data: Buffer): Extent | undefined {
  if (data.length < 30) return undefined
  const kind = data.toString('latin1', 12, 16)
  if (kind === 'VP8X') return { width: data.readUIntLE(24, 3) + 1, height: data.readUIntLE(27, 3) + 1 }
  if (kind === 'VP8L' && data[20] === 0x2f) {
    const bits = data.readUInt32LE(21)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (kind === 'VP8 ' && data.readUIntBE(23, 3) === 0x9d012a) {
    return { width: data.readUInt16LE(26) & 0x3fff, height: data.readUInt16LE(28) & 0x3fff }
  }
  return undefined
}
