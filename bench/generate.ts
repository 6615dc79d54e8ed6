import type pg from 'pg'
import { newId } from '#platform/id'
import type { Keyring } from '#platform/keys'

/** How many dossiers, and how many of them still lie on a desk. */
export type Size = { all: number; open: number }

const names =
  'Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý An Bình Châu Dung Giang Hà Hương Khánh Lan Linh Mai Minh Ngọc Nhung Oanh Phúc Quân Quỳnh Sơn Tâm Thảo Trang Tuấn Uyên Vân Yến'
const wordCount = 1_500

/**
 * Fills the database set-wise: dossiers over all communes, acts, states, desks, chains and search entries, as many rows in every table as
 * real ones would leave. The same sealed answers serve all of them, since only their length matters here.
 * @param crowded a registrar's post on whose desk exactly 500 open dossiers lie
 */
export async function generate(admin: pg.Client, keys: Keyring, size: Size, crowded: string): Promise<number> {
  const began = performance.now()
  const answers = keys.sealJson({ answers: { childName: 'Trần Nguyễn Minh Khuê', ...filler() }, provenance: {} }, 'dossier.answers')
  const words = [...names.split(' '), ...Array.from({ length: wordCount }, (_, n) => `tu${n}`)].map((word) =>
    keys.wordKey(word.toLowerCase()).toString(),
  )
  const payload = keys.seal('{}', 'audit.payload')
  const steps: [string, unknown[]][] = [
    [
      "create temp table units as select u.id, u.code, row_number() over (order by u.code) - 1 as n, (select p.id from post p where p.unit_id = u.id and p.role = 'registrar' limit 1) as post_id from unit u where u.level = 'commune' and u.valid_to is null",
      [],
    ],
    ['create temp table words as select row_number() over () - 1 as n, w from unnest($1::bigint[]) w', [words]],
    [
      `create temp table made as select gen_random_uuid() as id, g as n, u.id as unit_id, u.code, u.post_id, gen_random_uuid() as act_id, g <= $2::int as open,
         timestamptz '2025-07-01 01:00Z' + (g % 500) * interval '1 day' as at from generate_series(1, $1::int) g join units u on u.n = (g * 7919) % (select count(*) from units)`,
      [size.all, size.open],
    ],
    [`update made set unit_id = p.unit_id, post_id = p.id from post p where p.id = $1 and made.n <= 500`, [crowded]],
    [
      `update made set post_id = (select post_id from units where post_id <> $1 order by n limit 1 offset 3), unit_id = (select id from units where post_id <> $1 order by n limit 1 offset 3) where post_id = $1 and n > 500`,
      [crowded],
    ],
    [
      `insert into work_item (id, kind, code, system, unit_id, applicant_id, submitter_id, procedure_code, revision, opened_at)
         select id, 'dossier', 'B' || code || '-' || n, 'state', unit_id, gen_random_uuid(), null, '1.001193', 1, at from made`,
      [],
    ],
    [
      `insert into dossier (work_item_id, procedure_code, revision, channel, receiving_unit_id, system, unit_id, answers, track_hash, track_number_key, track_key, submitted_at)
         select id, '1.001193', 1, 'online', unit_id, 'state', unit_id, $1, sha256(uuid_send(id)), sha256(uuid_send(act_id)), $2, at from made`,
      [answers, keys.seal('x'.repeat(22), 'dossier.track_key')],
    ],
    [
      `insert into work_state (work_item_id, system, unit_id, status, step, version, received_at, due_at, closed_at)
         select id, 'state', unit_id, case when open then 'in-progress' else 'delivered' end, case when open then 'verify' else 'handOver' end, 2, at, at + interval '1 day', case when open then null else at + interval '1 day' end from made`,
      [],
    ],
    [
      `insert into act (id, work_item_id, seq, name, step, actor_id, system, unit_id, at, params) select act_id, id, 1, 'submit', 'receive', act_id, 'state', unit_id, at, '{}' from made`,
      [],
    ],
    [
      `insert into audit_entry (chain_id, seq, act, actor_id, post_id, subject_id, system, unit_id, at, payload_hash, hash)
         select id, 1, 'submit', act_id, null, act_id, 'state', unit_id, at, p.h, chain_hash(''::bytea, id, 1, 'submit', act_id, null, act_id, at, p.h) from made, lateral (select sha256('{}'::bytea) as h) p`,
      [],
    ],
    [
      `insert into audit_payload (chain_id, seq, salt, payload, system, unit_id) select id, 1, ''::bytea, $1, 'state', unit_id from made`,
      [payload],
    ],
    [
      `insert into desk (work_item_id, step, part, post_id, system, unit_id, due_at, opened_at, opened_by)
         select id, 'verify', 'lead', post_id, 'state', unit_id, timestamptz '2026-11-21 10:00Z' + (n % 2000) * interval '10 minutes', at, act_id from made where open and post_id is not null`,
      [],
    ],
    [
      `insert into search_entry (work_item_id, system, unit_id, applicant_id, tokens, opened_at)
         select m.id, 'state', m.unit_id, null, array[a.w, b.w, c.w, d.w], m.at from made m
         join words a on a.n = m.n % 14 join words b on b.n = 14 + (m.n * 31) % 26 join words c on c.n = 40 + (m.n * 17) % $1::int join words d on d.n = 40 + (m.n * 7907) % $1::int`,
      [wordCount],
    ],
    ['drop table made, units, words', []],
    ['analyze', []],
  ]
  for (const [text, values] of steps) await admin.query(text, values)
  return (performance.now() - began) / 1000
}

function filler(): Record<string, string> {
  return Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`field${n}`, `${newId()}`]))
}
