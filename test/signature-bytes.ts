import { oids, readSignedData, single } from '#platform/der'

export type SignatureBytes = { cms: Uint8Array; covered: Uint8Array; token: Uint8Array; value: Uint8Array }

/** The signatures of a paper as foreign tools want them: CMS, covered bytes, time-stamp token, signature value. */
export function signaturesIn(pdf: Uint8Array): SignatureBytes[] {
  const file = Buffer.from(pdf)
  const ranges = file.toString('latin1').matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/g)
  return [...ranges].map(([, a, b, c]) => {
    const [start, end, rest] = [Number(a), Number(b), Number(c)]
    const padded = new Uint8Array(Buffer.from(file.subarray(start + 1, end - 1).toString('latin1'), 'hex'))
    const { signer, end: length } = readSignedData(padded)
    return {
      cms: padded.subarray(0, length),
      covered: new Uint8Array(Buffer.concat([file.subarray(0, start), file.subarray(end, end + rest)])),
      token: single(signer.unsigned, oids.timeStampToken).whole,
      value: signer.signature,
    }
  })
}
