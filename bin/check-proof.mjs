/**
 * Kiểm tra bằng chứng của một hồ sơ, không cần mạng, không cần cơ sở dữ liệu, chỉ cần Node 20:
 *   node check-proof.mjs bang-chung.json [--khoa khoa.pem] [--moc checkpoint-000000000012.json]
 * --khoa: khóa công khai mà cơ quan đã công bố; --moc: mốc lấy từ nơi khác (bản lưu ngoài cơ sở dữ liệu).
 */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

class Wrong extends Error {}

const nil = '00000000-0000-0000-0000-000000000000'
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const uuid = (id) => Buffer.from((id ?? nil).replaceAll('-', ''), 'hex')
const hex = (text) => Buffer.from(text, 'hex')

function int4(number) {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(number)
  return bytes
}

/** Microseconds since 2000-01-01, as the database hashes an instant. */
function timestamp(at) {
  const [, whole, fraction = ''] = /^(.+?)(?:\.(\d+))?Z$/.exec(at) ?? []
  const micros = BigInt(Date.parse(`${whole}Z`) - 946_684_800_000) * 1000n + BigInt(fraction.padEnd(6, '0').slice(0, 6))
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(micros)
  return bytes
}

function checkEntries({ chain, entries }) {
  let previous = Buffer.alloc(0)
  entries.forEach((entry, place) => {
    const { seq, act, actor, post, subject, at, payloadHash, hash, payload } = entry
    if (seq !== place + 1) throw new Wrong(`thiếu bước ${place + 1}`)
    const name = Buffer.from(`${act}\0`)
    const own = sha256(previous, uuid(chain), int4(seq), name, uuid(actor), uuid(post), uuid(subject), timestamp(at), hex(payloadHash))
    if (!own.equals(hex(hash))) throw new Wrong(`bước ${seq} (${at}) không khớp với bước trước nó hoặc đã bị sửa`)
    if (payload && !sha256(hex(payload.salt), payload.text).equals(hex(payloadHash))) throw new Wrong(`nội dung bước ${seq} đã bị sửa`)
    if (payload && JSON.parse(payload.text).act !== undefined && JSON.parse(payload.text).act !== act)
      throw new Wrong(`nội dung bước ${seq} thuộc về một việc khác`)
    previous = own
  })
  for (const { seq, erased } of entries) if (erased) checkErasure(entries, seq, erased)
}

/** Whoever erases a content leaves an entry of it in the chain. */
function checkErasure(entries, seq, { at, by, rule }) {
  const hash = sha256(int4(seq), timestamp(at), uuid(by), rule).toString('hex')
  if (!entries.some((entry) => entry.seq > seq && entry.act === 'payload-erased' && entry.payloadHash === hash))
    throw new Wrong(`nội dung bước ${seq} ghi là đã xóa nhưng không có bước xóa nào trong chuỗi`)
}

const leafHash = (leaf) => sha256(Buffer.of(0), leaf)
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right)
const split = (size) => 2 ** Math.floor(Math.log2(size - 1))

function rootBy(leaf, index, size, path) {
  if (size < 2) {
    if (path.length > 0 || index !== 0) throw new Wrong('đường dẫn tới gốc của mốc sai độ dài')
    return leaf
  }
  const other = path.at(-1)
  if (other === undefined) throw new Wrong('đường dẫn tới gốc của mốc sai độ dài')
  const half = split(size)
  return index < half
    ? nodeHash(rootBy(leaf, index, half, path.slice(0, -1)), other)
    : nodeHash(other, rootBy(leaf, index - half, size - half, path.slice(0, -1)))
}

function checkCheckpoint({ chain, entries, checkpoint }) {
  const body = JSON.parse(checkpoint.body)
  const entry = entries[checkpoint.seq - 1]
  if (!entry) throw new Wrong(`mốc số ${body.no} chốt đến bước ${checkpoint.seq}, nhưng bằng chứng chỉ có ${entries.length} bước`)
  const leaf = leafHash(Buffer.concat([uuid(chain), int4(checkpoint.seq), hex(entry.hash)]))
  const root = rootBy(leaf, checkpoint.index, body.heads, checkpoint.path.map(hex))
  if (!root.equals(hex(body.root))) throw new Wrong(`bước ${checkpoint.seq} không nằm trong mốc số ${body.no}`)
  const key = Buffer.from(body.key, 'base64')
  const publicKey = createPublicKey({ key: Buffer.concat([hex('302a300506032b6570032100'), key]), format: 'der', type: 'spki' })
  if (!verify(null, Buffer.from(checkpoint.body), publicKey, Buffer.from(checkpoint.signature, 'base64')))
    throw new Wrong(`chữ ký của mốc số ${body.no} sai`)
  return { body, key }
}

/** What the reader brought from elsewhere: the published key, the checkpoint as another keeper has it. */
function checkAgainst(proof, { body, key }, { khoa, moc }) {
  if (khoa !== undefined) {
    const published = createPublicKey(readFileSync(khoa)).export({ format: 'der', type: 'spki' }).subarray(-32)
    if (!published.equals(key)) throw new Wrong('mốc không do khóa đã công bố ký')
  }
  if (moc !== undefined && JSON.parse(readFileSync(moc, 'utf8')).body !== proof.checkpoint.body)
    throw new Wrong(`mốc số ${body.no} khác với mốc lưu bên ngoài`)
}

function inVietnam(at) {
  const local = new Date(Date.parse(at) + 7 * 3_600_000).toISOString()
  return `${local.slice(11, 16)} ngày ${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)}`
}

function verdict(proof, files) {
  if (proof.format !== 'lien-thong-proof-1') throw new Wrong('tệp không phải bằng chứng của Liên Thông')
  checkEntries(proof)
  const named = proof.code === undefined ? proof.chain : proof.code
  const lines = [`HỢP LỆ: ${proof.entries.length} bước của hồ sơ ${named} nối tiếp nhau, không bước nào bị sửa, thiếu hay đổi chỗ.`]
  const hidden = proof.entries.filter((entry) => !entry.payload && !entry.erased && entry.act !== 'payload-erased').length
  if (hidden > 0) lines.push(`${hidden} bước chỉ có mã băm của nội dung: nội dung thuộc nội bộ cơ quan, nhưng không thể bị thay đổi.`)
  for (const { seq, erased } of proof.entries)
    if (erased) lines.push(`Nội dung bước ${seq} đã xóa lúc ${inVietnam(erased.at)} theo ${erased.rule}.`)
  if (proof.checkpoint === null) return [...lines, 'CHƯA CHỐT: chưa có mốc nào ghi ra ngoài cơ sở dữ liệu bao gồm hồ sơ này.']
  const found = checkCheckpoint(proof)
  checkAgainst(proof, found, files)
  const { body, key } = found
  const after = proof.entries.length - proof.checkpoint.seq
  lines.push(
    `Mốc số ${body.no} lúc ${inVietnam(body.at)} chốt đến bước ${proof.checkpoint.seq}${after > 0 ? `; ${after} bước sau đó chưa được chốt` : ''}.`,
    `Khóa ký mốc: ${sha256(key).toString('hex').slice(0, 16)}${files.khoa === undefined ? ' – hãy so với mã khóa mà cơ quan công bố' : ' – đúng khóa đã công bố'}.`,
  )
  if (files.moc !== undefined) lines.push('Mốc trùng với bản lưu bên ngoài.')
  return lines
}

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { khoa: { type: 'string' }, moc: { type: 'string' } } })
  if (positionals.length !== 1) {
    console.error('node check-proof.mjs <bằng-chứng.json> [--khoa khoa.pem] [--moc checkpoint-….json]')
    process.exit(2)
  }
  console.log(verdict(JSON.parse(readFileSync(positionals[0], 'utf8')), values).join('\n'))
} catch (error) {
  console.log(`KHÔNG HỢP LỆ: ${error instanceof Wrong ? error.message : `không đọc được bằng chứng (${error.message})`}.`)
  process.exit(1)
}
