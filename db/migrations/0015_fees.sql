-- Money taken at the counter under a receipt (biên lai), or noted as not owed. What was written is never changed: a correction is a row that
-- names the one it replaces, and the newest of such a line counts.
create table fee_payment (
  id uuid primary key, work_item_id uuid not null references work_item, act_id uuid not null references act,
  system text not null, unit_id uuid not null,
  kind text not null check (kind in ('paid', 'exempt', 'void')),
  receipt text check (length(receipt) between 1 and 40), -- number as printed on the receipt; its series is the agency's
  dong bigint not null check (dong >= 0),
  computed bigint,                                     -- what the rules came to at that moment; null: the amount was not known
  paid_at timestamptz not null,
  reason bytea,                                        -- sealed: why it differs, who is exempt, what was wrong
  replaces uuid unique references fee_payment,         -- a row is put right once; what put it right can be put right again
  at timestamptz not null,
  check ((kind = 'paid') = (receipt is not null) and (kind = 'paid') = (dong > 0)),
  check (kind = 'paid' or reason is not null),
  check (kind <> 'void' or replaces is not null)
);
comment on table fee_payment is 'Inserted once. The program has neither UPDATE nor DELETE here.';
create index fee_payment_of_item on fee_payment (work_item_id, at);
select protect_case('fee_payment');
grant select, insert on fee_payment to lien_thong_program;

-- Under which names an entry of a register is found again: keyed hashes of event, name and year of birth, since the entry itself is sealed.
create table register_key (
  entry_id uuid not null references register_entry, key bytea not null,
  work_item_id uuid not null references work_item, system text not null, unit_id uuid not null, primary key (entry_id, key)
);
create index register_by_key on register_key (key);
select protect_case('register_key');
grant select, insert on register_key to lien_thong_program;

-- A copy of an entry is given by any registry, wherever the event was registered (Law on Civil Status, Article 63): officials of the state's
-- offices find entries of every unit of this install, by names that an applicant told them. Whoever looks leaves a look-up with the dossier.
create function find_register(keys bytea[]) returns table (entry_id uuid, unit_id uuid, book text, year int, number int, page int, entered_at timestamptz, body bytea,
  personal_number bytea, procedure_code text, revision int, submitted_at timestamptz)
language plpgsql stable security definer set search_path from current as $$
begin
  if actor_kind() <> 'staff' or actor_system() <> 'state' then return; end if;
  return query select e.id, e.unit_id, e.book, e.year, e.number, e.page, e.entered_at, e.body,
      (select n.body from register_note n where n.entry_id = e.id and n.kind = 'personal-number'), w.procedure_code, w.revision, d.submitted_at
    from register_entry e join work_item w on w.id = e.work_item_id join dossier d on d.work_item_id = w.id
    where e.id in (select k.entry_id from register_key k where k.key = any (keys)) order by e.entered_at, e.id limit 20;
end $$;
revoke all on function find_register from public;
grant execute on function find_register to lien_thong_program;
