import { newId } from '#platform/id'
import type { Queryable } from '../tables.ts'
import type { Prepared } from './ceiling.ts'

const copies = [
  `insert into stored_file select r.* from stored_file s, unnest($1::uuid[], $2::uuid[], $3::uuid[]) i (draft, upload, file),
     lateral jsonb_populate_record(s, jsonb_build_object('id', i.file, 'content_key', i.draft, 'key', i.draft || '/' || i.file)) r where s.id = $4`,
  `insert into draft select r.* from draft d, unnest($1::uuid[], $2::uuid[], $3::uuid[]) i (draft, upload, file),
     lateral jsonb_populate_record(d, jsonb_build_object('id', i.draft)) r where d.id = $4`,
  `insert into upload select r.* from upload u, unnest($1::uuid[], $2::uuid[], $3::uuid[]) i (draft, upload, file),
     lateral jsonb_populate_record(u, jsonb_build_object('id', i.upload, 'draft_id', i.draft, 'file_id', i.file)) r where u.id = $4`,
]

/** Copies a prepared draft as often as journeys of the ceiling may need one: rows only, since no byte is read there. */
export async function copyPrepared(admin: Queryable, seed: Prepared, count: number): Promise<Prepared[]> {
  const made = Array.from({ length: count }, (): Prepared => ({ draft: newId(), upload: newId(), file: newId() }))
  const ids = [made.map((one) => one.draft), made.map((one) => one.upload), made.map((one) => one.file)]
  for (const [place, seedId] of [seed.file, seed.draft, seed.upload].entries()) await admin.query(copies[place] ?? '', [...ids, seedId])
  return made
}
