-- Coming in person. What was offered, chosen and how it ended are acts, inserted once; the hour that is taken now is a row of its own.
create table appointment_offer (
  id uuid primary key, work_item_id uuid not null references work_item, act_id uuid not null references act,
  no int not null check (no > 0), minutes int not null check (minutes between 5 and 480), times timestamptz[] not null check (cardinality(times) between 1 and 20),
  system text not null, unit_id uuid not null, at timestamptz not null,
  unique (work_item_id, no)
);
create table appointment (
  offer_id uuid primary key references appointment_offer, work_item_id uuid not null references work_item, act_id uuid not null references act,
  starts_at timestamptz not null, ends_at timestamptz not null check (ends_at > starts_at),
  system text not null, unit_id uuid not null, at timestamptz not null
);
create index appointment_of_item on appointment (work_item_id);
create table appearance (
  id uuid primary key, work_item_id uuid not null references work_item, act_id uuid not null references act,
  offer_id uuid references appointment_offer,          -- null where they stood at the counter without an appointment
  appeared text[] not null, absent text[] not null, confirmed text[] not null,  -- names of fields and confirmations of the procedure, nothing personal
  system text not null, unit_id uuid not null, at timestamptz not null
);
create index appearance_of_item on appearance (work_item_id);

-- Present table: hours of a unit that are taken. Given back when somebody asks for another, did not come, or the case ends.
create table taken_hour (
  work_item_id uuid primary key references work_item, system text not null, unit_id uuid not null,
  starts_at timestamptz not null, ends_at timestamptz not null
);
create index taken_hour_of_unit on taken_hour (unit_id, starts_at);
comment on table taken_hour is 'One appointment ahead for a case; two cases never share an hour of a unit. Derived from appointment and appearance.';

select protect_case(t) from unnest(array['appointment_offer', 'appointment', 'appearance', 'taken_hour']::regclass[]) t;
grant select, insert on appointment_offer, appointment, appearance to lien_thong_program;
grant select, insert, delete on taken_hour to lien_thong_program;

-- The hours that are taken at a unit, for whoever chooses among the others: no case, no name.
create function hours_taken(unit uuid, from_at timestamptz, until_at timestamptz) returns table (starts_at timestamptz, ends_at timestamptz)
language sql stable security definer set search_path from current as $$
  select h.starts_at, h.ends_at from taken_hour h where h.unit_id = unit and h.starts_at < until_at and h.ends_at > from_at order by h.starts_at limit 500
$$;
revoke all on function hours_taken from public;
grant execute on function hours_taken to lien_thong_program;

-- Takes an hour for a case, or raises 'hour-taken'. Two at once meet at the lock of the unit; the second learns that it is gone.
create function take_hour(item uuid, sys text, unit uuid, starts timestamptz, ends timestamptz) returns void
language plpgsql security definer set search_path from current as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('hours ' || unit, 0));
  perform refuse_unless(exists (select from work_item w where w.id = item and w.unit_id = unit and w.system = sys
    and ((actor_kind() = 'citizen' and actor_party() in (w.applicant_id, w.submitter_id)) or (w.system = actor_system() and w.unit_id = any (actor_units())))), 'no-such-dossier');
  perform refuse_unless(not exists (select from taken_hour h where h.unit_id = unit and h.work_item_id <> item and h.starts_at < ends and h.ends_at > starts), 'hour-taken');
  delete from taken_hour h where h.work_item_id = item;
  insert into taken_hour values (item, sys, unit, starts, ends);
end $$;
revoke all on function take_hour from public;
grant execute on function take_hour to lien_thong_program;
