import type { Bytes } from './bytes.ts'
import { oids } from './oids.ts'
import { asOid, asText, parts, read } from './read.ts'
import { oid, printable, sequence, tlv, utf8 } from './write.ts'

/** The parts of a subject that we use. `title` is the post, `organization` the unit. */
export type NameParts = {
  commonName: string
  title?: string
  organizationalUnit?: string
  organization?: string
  serialNumber?: string
  country?: string
}

const order = ['country', 'organization', 'organizationalUnit', 'title', 'serialNumber', 'commonName'] as const

/** A distinguished name, country first, common name last. */
export function writeName(name: NameParts): Bytes {
  const sets = order.flatMap((part) => {
    const value = name[part]
    if (value === undefined) return []
    const text = part === 'country' || part === 'serialNumber' ? printable(value) : utf8(value)
    return [tlv(0x31, sequence(oid(oids[part]), text))]
  })
  return sequence(...sets)
}

/** Reads a name; of a part given more than once the last stands. Unknown parts are left out. */
export function readName(der: Bytes): NameParts {
  const name: NameParts = { commonName: '' }
  for (const set of parts(read(der))) {
    for (const pair of parts(set, 0x31)) {
      const [id, value] = parts(pair)
      const part = order.find((known) => oids[known] === asOid(id))
      if (part) name[part] = asText(value).normalize('NFC')
    }
  }
  return name
}
