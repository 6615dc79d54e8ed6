// Writes db/schema.gen.ts, the row types, from a freshly migrated database. Run with: node bin/run.mjs bin/schema-types.ts
import { spawnSync } from 'node:child_process'
import { freshDatabase } from '../test/database.ts'

const endings: (() => unknown)[] = []
const { admin } = await freshDatabase({ after: (end: () => unknown) => endings.push(end) } as Parameters<typeof freshDatabase>[0])
const host = admin.host.startsWith('/') ? `?host=${encodeURIComponent(admin.host)}` : ''
const place = host === '' ? `${admin.host}:${admin.port}` : `localhost:${admin.port}`
const url = `postgres://${admin.user}:${encodeURIComponent(admin.password)}@${place}/${admin.database}${host}`
const mapping = JSON.stringify({ timestamptz: 'string', timestamp: 'string', date: 'string', int8: 'bigint' })
const ran = spawnSync(
  process.execPath,
  [
    'node_modules/kysely-codegen/dist/cli/bin.js',
    '--dialect',
    'postgres',
    '--url',
    url,
    '--out-file',
    'db/schema.gen.ts',
    '--date-parser',
    'string',
    '--default-schema',
    'public',
    '--exclude-pattern',
    'graphile_worker.*',
    '--type-mapping',
    mapping,
  ],
  { stdio: 'inherit' },
)
for (const end of endings.reverse()) await end()
process.exit(ran.status ?? 1)
