import { crc32, deflateRawSync } from 'node:zlib'

/** A ZIP archive of these members, packed. */
export function zipOf(members: Readonly<Record<string, string>>): Buffer {
  const [bodies, heads]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, text] of Object.entries(members)) {
    const plain = Buffer.from(text)
    const packed = deflateRawSync(plain)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(name.length, 26)
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE(8, 10)
    head.writeUInt32LE(crc32(plain), 16)
    head.writeUInt32LE(packed.length, 20)
    head.writeUInt32LE(plain.length, 24)
    head.writeUInt16LE(name.length, 28)
    head.writeUInt32LE(at, 42)
    bodies.push(local, Buffer.from(name), packed)
    heads.push(head, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(members).length, 8)
  end.writeUInt16LE(Object.keys(members).length, 10)
  end.writeUInt32LE(Buffer.concat(heads).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, ...heads, end])
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook whose first sheet lies where only its relations tell. */
export function workbook({ sheet, shared, more = {} }: { sheet: string; shared?: string; more?: Record<string, string> }): Buffer {
  return zipOf({
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="${office}"><sheets><sheet name="Danh mục" sheetId="4" r:id="rId9"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId9" Type="${office}/worksheet" Target="worksheets/first.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/first.xml': sheet,
    ...(shared === undefined ? {} : { 'xl/sharedStrings.xml': shared }),
    ...more,
  })
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A sheet whose cells carry their texts themselves. */
export function sheetOf(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `<row>${row.map((text) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join('')}</row>`)
  return `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`
}
