import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rowsOf } from '#platform/db'
import { freshDatabase, poolFor } from '#test/database'
import { sealedColumns } from './sealed-columns.ts'

/** Columns of bytes that hold nothing personal: hashes, keyed hashes, signatures, answers of authorities. */
const notSealed = new Set([
  'attempt.bucket',
  'audit_checkpoint.leaves',
  'audit_checkpoint.previous',
  'audit_checkpoint.root',
  'audit_checkpoint.signature',
  'audit_checkpoint.time_stamp',
  'audit_entry.hash',
  'audit_entry.payload_hash',
  'audit_payload.salt',
  'data_key.wrapped',
  'dossier.track_hash',
  'dossier.track_number_key',
  'external_identity.subject_key',
  'idempotency_key.body_hash',
  'identifier.value_key',
  'issued_paper.evidence',
  'issued_paper.sha256',
  'look_up.result_hash',
  'national_file.sha256',
  'national_import.sha256',
  'national_row.hash',
  'national_version.hash',
  'register_key.key',
  'session.secret_hash',
  'stored_file.sha256',
])

test('every column of bytes is either sealed and in the list, or known not to be', async (t) => {
  const owner = poolFor(t, (await freshDatabase(t)).owner, 1)
  const [found] = await owner.trip([
    {
      text: `select c.table_name || '.' || c.column_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
             where c.table_schema = 'public' and c.udt_name = 'bytea' and t.table_type = 'BASE TABLE' order by 1`,
      values: [],
    },
  ])
  const listed = [...sealedColumns.map(({ table, column }) => `${table}.${column}`), ...notSealed].sort()
  assert.deepEqual(
    rowsOf<{ name: string }>(found)
      .map((row) => row.name)
      .sort(),
    listed,
  )
})
