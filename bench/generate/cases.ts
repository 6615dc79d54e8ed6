/*
 * A generated case is a row of `bench.made`: who, where, when, how it stands. Everything that a real one leaves is derived from it,
 * a statement a table, so that the tables can be filled beside each other.
 */

/** One set-wise statement and its values. */
export type Step = [text: string, values: unknown[]]

/** Communes with the posts that work lies with. */
export const units = `create unlogged table bench.unit as
  select u.id, u.code, row_number() over (order by u.code) - 1 as place,
    (select p.id from post p join unit c on c.id = p.unit_id where c.parent_id = u.id and p.role = 'receptionist' limit 1) as receptionist,
    (select p.id from post p where p.unit_id = u.id and p.role = 'registrar' limit 1) as registrar,
    (select p.id from post p where p.unit_id = u.id and p.role = 'chair' limit 1) as chair
  from unit u where u.level = 'commune' and u.system = 'state' and u.valid_to is null`

/** Days over which the cases are spread; the newest are open. */
const days = 480
/** Of those that lie on desks, how many wait for their applicant besides. */
const waitingShare = 5

/**
 * $1 all cases, $2 how many of them lie on a desk, $3 the registrar's post with exactly 500 of those, $4 how many were made before.
 * Ids grow with time, as the program's own do.
 */
export const made = `create unlogged table bench.made as
  with numbered as (
    select n, now() - ($1::int - n) * (interval '${days} days' / $1::int) as at, n > $1::int - $2::int as open, n > $1::int - 500 as crowded,
      n <= $1::int - $2::int and n > $1::int - $2::int - $2::int / ${waitingShare} as waiting
    from generate_series(1, $1::int) n)
  select numbered.n + $4::int as n, uuidv7(at - now()) as id, uuidv7(at - now() + interval '1 second') as first_act, uuidv7(at - now() + interval '2 seconds') as last_act,
    uuidv7(at - now() - interval '10 minutes') as draft, uuidv7(at - now() - interval '5 minutes') as file, uuidv7(at - now() + interval '3 hours') as paper,
    gen_random_uuid() as applicant, at, u.id as unit_id, u.code, u.receptionist, u.registrar,
    case when waiting then 'waiting' when not open then 'closed' when crowded then 'verify' else (array['receive', 'verify', 'verify', 'enter', 'sign'])[1 + n % 5] end as stands,
    case when crowded or n % 5 in (1, 2, 3) then u.registrar when n % 5 = 0 then u.receptionist else u.chair end as post_id,
    -- A quarter of what is open is late, the rest is due within four days.
    date_trunc('minute', now()) + (n % 400 - 100) * interval '15 minutes' as due_at
  from numbered join bench.unit u on u.place = case when crowded then (select place from bench.unit where registrar = $3::uuid)
    else ((select place from bench.unit where registrar = $3::uuid) + 1 + numbered.n % (select count(*) - 1 from bench.unit)) % (select count(*) from bench.unit) end
  order by numbered.n`

const closed = "stands = 'closed'"
const onDesk = "stands not in ('closed', 'waiting')"

export const workItems = `insert into work_item (id, kind, code, system, unit_id, applicant_id, submitter_id, procedure_code, revision, opened_at)
  select id, 'dossier', code || '-' || to_char(at, 'YYMMDD') || '-' || n, 'state', unit_id, applicant, applicant, '1.001193', 1, at from bench.made`

/** $1 sealed answers, $2 a sealed tracking key: their length is what matters. */
export const dossiers = `insert into dossier (work_item_id, procedure_code, revision, channel, receiving_unit_id, system, unit_id, answers, draft_id, track_hash, track_number_key, track_key, submitted_at)
  select id, '1.001193', 1, 'online', unit_id, 'state', unit_id, $1, draft, sha256(uuid_send(id)), sha256(uuid_send(draft)), $2, at from bench.made`

export const states = `insert into work_state (work_item_id, system, unit_id, status, step, version, received_at, due_at, promised_at, paused_since, closed_at)
  select id, 'state', unit_id,
    case stands when 'closed' then 'delivered' when 'waiting' then 'waiting-applicant' when 'receive' then 'submitted' else 'in-progress' end,
    case stands when 'closed' then 'handOver' when 'waiting' then 'draft' else stands end,
    case stands when 'closed' then 10 else 3 end, at + interval '1 hour', due_at, due_at,
    case when stands = 'waiting' then at + interval '3 hours' end, case when ${closed} then at + interval '1 day' end from bench.made`

export const desks = `insert into desk (work_item_id, step, part, post_id, system, unit_id, due_at, opened_at, opened_by)
  select id, stands, 'lead', post_id, 'state', unit_id, due_at, at + interval '1 hour', last_act from bench.made where ${onDesk}`

/** $1 families, $2 middles, $3 givens, $4 last four digits: child, mother and father, the number, and what only this case has. */
export const searchEntries = `insert into search_entry (work_item_id, system, unit_id, applicant_id, tokens, opened_at)
  select id, 'state', unit_id, applicant, array[
      f[1 + i % cardinality(f)], m[1 + i / 3 % cardinality(m)], g[1 + i / 7 % cardinality(g)],
      f[1 + j % cardinality(f)], m[1 + j / 3 % cardinality(m)], g[1 + j / 7 % cardinality(g)], m[1 + j / 11 % cardinality(m)], g[1 + i / 13 % cardinality(g)],
      l[1 + n % cardinality(l)], hashtextextended(id::text, 1), hashtextextended(id::text, 2), hashtextextended(id::text, 3)], at
  from (select *, abs(hashint4(n)) as i, abs(hashint4(n * 31)) as j from bench.made) mixed,
    (select $1::bigint[] as f, $2::bigint[] as m, $3::bigint[] as g, $4::bigint[] as l) words`
