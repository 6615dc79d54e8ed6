import type { SealedColumn } from '#platform/keys'

/**
 * Every column whose values are sealed under the data keys: the one list, by which a rotation seals them anew. A test compares it with
 * the columns of bytes that the database has.
 */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'person', column: 'name' },
  { table: 'person', column: 'details' },
  { table: 'identifier', column: 'value' },
  { table: 'credential', column: 'secret' },
  { table: 'sign_in_trip', column: 'secret' },
  { table: 'signing_key', column: 'private' },
  { table: 'act', column: 'private' },
  { table: 'audit_payload', column: 'payload', context: 'audit.payload' },
  { table: 'stored_file', column: 'name' },
  { table: 'upload', column: 'name' },
  { table: 'draft', column: 'answers' },
  { table: 'dossier', column: 'answers' },
  { table: 'dossier', column: 'track_key' },
  { table: 'dossier_change', column: 'answers', context: 'dossier.answers' },
  { table: 'supplement_request', column: 'defects' },
  { table: 'consultation', column: 'question' },
  { table: 'consultation_answer', column: 'answer' },
  { table: 'register_entry', column: 'body' },
  { table: 'register_correction', column: 'body', context: 'register_entry.body' },
  { table: 'register_note', column: 'body' },
  { table: 'look_up', column: 'result' },
  { table: 'look_up_challenge', column: 'note' },
  { table: 'rating', column: 'comment' },
  { table: 'fee_payment', column: 'reason' },
  { table: 'thread', column: 'filed' },
]
