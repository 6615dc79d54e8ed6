-- A person has an id of ours. What the state calls him – citizen number, old ID number, passport, tax code – are dated identifiers.
create table person (
  id uuid primary key,
  staff boolean not null,                              -- officials know each other by name; citizens are nobody's list
  name bytea not null,                                 -- sealed: family, middle and given name
  details bytea not null,                              -- sealed: birth date (may be a year or a month), sex, address, contacts
  sample boolean not null default false,
  created_at timestamptz not null
);
comment on column person.name is 'AES-256-GCM under a data key. Personal data never lies readable on disk.';

create table organisation (
  id uuid primary key, name text not null, tax_code text not null unique, sample boolean not null default false, created_at timestamptz not null
);

create table identifier (
  id uuid primary key,
  person_id uuid not null references person,
  kind text not null check (kind in ('cccd', 'cmnd', 'passport', 'tax')),
  value bytea not null,                                -- sealed
  value_key bytea not null,                            -- keyed hash: found by equality, never read
  valid_from date, valid_to date, source text not null, recorded_at timestamptz not null
);
create index identifier_by_key on identifier (kind, value_key);
create index identifier_of_person on identifier (person_id);

create table account (
  id uuid primary key,
  kind text not null check (kind in ('citizen', 'staff')),
  person_id uuid not null references person,
  login text unique,                                   -- staff only
  created_at timestamptz not null
);
create unique index account_of_person on account (person_id, kind);

create table account_state (                           -- present table
  account_id uuid primary key references account,
  locked_until timestamptz, locked_reason text, failures int not null default 0, disabled boolean not null default false
);

-- For whom an account may act: himself, or an organisation as its representative or delegate.
create table account_party (
  account_id uuid not null references account, party_id uuid not null, role text not null check (role in ('self', 'representative', 'delegate')),
  valid_from timestamptz not null, valid_to timestamptz,
  primary key (account_id, party_id, valid_from)
);

create table external_identity (
  issuer text not null, subject_key bytea not null, account_id uuid not null references account, linked_at timestamptz not null,
  primary key (issuer, subject_key)
);

create table credential (
  id uuid primary key, account_id uuid not null references account,
  kind text not null check (kind in ('password', 'totp', 'passkey')),
  secret bytea not null,                               -- sealed: password hash, TOTP secret, passkey record
  handle text,                                         -- passkey credential id
  last_step bigint not null default 0,                 -- TOTP step or passkey counter last used: a code works once
  created_at timestamptz not null, ended_at timestamptz
);
create index credential_of_account on credential (account_id) where ended_at is null;
create unique index credential_handle on credential (handle) where handle is not null;

create table session (
  id uuid primary key, account_id uuid not null references account, party_id uuid,
  kind text not null check (kind in ('citizen', 'staff')),
  secret_hash bytea not null, device text not null,
  created_at timestamptz not null, seen_at timestamptz not null, expires_at timestamptz not null, ended_at timestamptz, ended_by uuid
);
create index session_of_account on session (account_id) where ended_at is null;

-- Between leaving for VNeID and coming back: state, nonce and verifier, once.
create table sign_in_trip (id uuid primary key, secret bytea not null, back_to text not null, created_at timestamptz not null, expires_at timestamptz not null);

select protect(t) from unnest(array['person', 'organisation', 'identifier', 'account', 'account_state', 'account_party', 'external_identity', 'credential', 'session', 'sign_in_trip']::regclass[]) t;
select protect_machinery(t, '{gate,job}') from unnest(array['person', 'organisation', 'identifier', 'account', 'account_state', 'account_party', 'external_identity', 'credential', 'session', 'sign_in_trip']::regclass[]) t;

create policy self_and_colleagues on person for select to lien_thong_program using (id = (select actor_party()) or (staff and (select actor_kind()) = 'staff'));
create policy of_party on organisation for select to lien_thong_program using (id = (select actor_party()) or (select actor_kind()) = 'staff');
create policy self on identifier for select to lien_thong_program using (person_id = (select actor_party()));
create policy self_and_colleagues on account for select to lien_thong_program using (id = (select actor_id()) or (kind = 'staff' and (select actor_kind()) = 'staff'));
create policy staff_reads on account_state for select to lien_thong_program using ((select actor_kind()) = 'staff');
create policy self on account_party for select to lien_thong_program using (account_id = (select actor_id()));
create policy self on credential to lien_thong_program using (account_id = (select actor_id()));
create policy self on session to lien_thong_program using (account_id = (select actor_id()));
grant select, insert on person, organisation, identifier, account, account_party, external_identity to lien_thong_program;
grant select, insert, update on account_state, credential, session to lien_thong_program;
-- Names and addresses change: the identity provider tells, or the person does. Who he is does not.
grant update (name, details) on person to lien_thong_program;
grant select, insert, delete on sign_in_trip to lien_thong_program;
