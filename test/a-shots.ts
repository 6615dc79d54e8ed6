import { readFileSync } from 'node:fs'
import { compare, importList, readEntry, bringFile } from '#modules/national'
import { newId } from '#platform/id'
import { screenshot } from './browser.ts'
import { webWorld } from './web-world.ts'
const endings: (() => unknown)[] = []
const t = { after: (end: unknown) => void (typeof end === 'function' && endings.push(() => end())) }
const w = await webWorld(t, { seen: true })
const ctx = w.as(w.province.procedureOfficer)
for (const name of ['procedures_index', 'procedures_commune_detail']) {
  const rows: unknown[] = JSON.parse(readFileSync(`/work/shared/data/${name}.json`, 'utf8'))
  await importList(ctx, await compare(ctx, name, rows.map((r, i) => readEntry(r, i + 1))), { name: `${name}.json`, sha256: new Uint8Array(32) })
}
const rows: Record<string, unknown>[] = JSON.parse(readFileSync('/work/shared/data/procedures_commune_detail.json', 'utf8'))
const changed = rows.slice(0, 500).map((r, i) => (i % 90 === 0 ? { ...r, name: 'Tên mới ' + r.code, results: [] } : i % 70 === 0 ? { ...r, decision: '999/QĐ-MOI', legal: ['1/2026/NĐ-CP'] } : r))
const { id } = await bringFile(ctx, w.services.vault.store, { name: 'procedures_commune_detail.json', bytes: [Buffer.from(JSON.stringify(changed))], formKey: newId() })
for (const [name, path] of [['list', '/quan-tri/danh-muc'], ['flag', '/quan-tri/danh-muc?noi=cua-ta&dau-hieu=feeSuspect'], ['birth', '/quan-tri/danh-muc/1.001193'], ['cross', '/quan-tri/danh-muc/1.004194'], ['tax', '/quan-tri/danh-muc/1.002755'], ['nhap', '/quan-tri/danh-muc/nhap'], ['preview', `/quan-tri/danh-muc/nhap/${id}`]])
  for (const width of [360, 1280]) {
    const page = await w.page(w.province.procedureOfficer, { width, lang: 'vi' })
    await page.goto(path)
    await screenshot(page, `/tmp/a-real/${name}-${width}.png`)
    await page.context().close()
  }
for (const end of endings.reverse()) await end()
process.exit(0)
