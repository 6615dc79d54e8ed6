-- What every act does first: says who acts, follows the other acts on the same case, checks that the session is still open, claims the key.
create function open_act(actor uuid, kind text, system text, units text, posts text, party text, session_id uuid, item uuid, item2 uuid, key text, body_hash bytea, answer text, at timestamptz)
returns void language plpgsql as $$
begin
  perform set_config('lt.actor', actor::text, true), set_config('lt.kind', kind, true), set_config('lt.system', system, true),
    set_config('lt.units', units, true), set_config('lt.posts', posts, true), set_config('lt.party', party, true), set_config('lock_timeout', '5s', true);
  perform pg_advisory_xact_lock(hashtextextended(least(item, item2)::text, 0));
  if item2 is not null then perform pg_advisory_xact_lock(hashtextextended(greatest(item, item2)::text, 0)); end if;
  if session_id is not null then
    perform refuse_unless(exists (select from session s where s.id = session_id and s.ended_at is null and s.expires_at > at), 'session-ended');
  end if;
  if key is not null then insert into idempotency_key values (actor, key, body_hash, answer, at); end if;
end $$;

-- What every act leaves: the act row, its entry in the chain, the payload beside it.
create function land_act(act_id uuid, item uuid, act_name text, act_step text, post uuid, sys text, unit uuid, act_at timestamptz, act_params jsonb, act_private bytea, salt bytea, payload bytea, hashed bytea)
returns void language plpgsql as $$
declare
  last_seq int; last_hash bytea; next_seq int; who uuid := actor_id();
begin
  select e.seq, e.hash into last_seq, last_hash from audit_entry e where e.chain_id = item order by e.seq desc limit 1;
  next_seq := coalesce(last_seq, 0) + 1;
  insert into act (id, work_item_id, seq, name, step, actor_id, post_id, system, unit_id, at, params, private)
    values (act_id, item, next_seq, act_name, act_step, who, post, sys, unit, act_at, act_params, act_private);
  insert into audit_entry (chain_id, seq, act, actor_id, post_id, subject_id, system, unit_id, at, payload_hash, hash)
    values (item, next_seq, act_name, who, post, act_id, sys, unit, act_at, hashed,
      chain_hash(coalesce(last_hash, ''::bytea), item, next_seq, act_name, who, post, act_id, act_at, hashed));
  insert into audit_payload values (item, next_seq, salt, payload, sys, unit);
end $$;

-- An entry in the chain of an account: sign-in, sign-out, lock-out, recovery. No work item stands behind it.
create function land_entry(chain uuid, entry_act text, subject uuid, entry_at timestamptz, salt bytea, payload bytea, hashed bytea)
returns void language plpgsql as $$
declare
  last_seq int; last_hash bytea; next_seq int; who uuid := coalesce(actor_id(), chain);
begin
  perform pg_advisory_xact_lock(hashtextextended(chain::text, 0));
  select e.seq, e.hash into last_seq, last_hash from audit_entry e where e.chain_id = chain order by e.seq desc limit 1;
  next_seq := coalesce(last_seq, 0) + 1;
  insert into audit_entry (chain_id, seq, act, actor_id, post_id, subject_id, system, unit_id, at, payload_hash, hash)
    values (chain, next_seq, entry_act, who, null, subject, 'account', null, entry_at, hashed,
      chain_hash(coalesce(last_hash, ''::bytea), chain, next_seq, entry_act, who, null, subject, entry_at, hashed));
  insert into audit_payload values (chain, next_seq, salt, payload, 'account', null);
end $$;
