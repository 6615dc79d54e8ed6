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
