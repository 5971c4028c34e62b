-- Getting back in: codes that stand in for a lost authenticator, and resets by the security administrators.

create table access.recovery_codes (
  account_id uuid not null,
  code_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);
comment on table access.recovery_codes is '备用码: each stands in once for the one-time password of its account; kept as hashes of 75 random bits';
call house.at_door('access.recovery_codes', 'select, update, delete');

create table access.resets (
  id uuid primary key,
  account_id uuid not null,
  org_path text collate "C" not null,
  state text not null check (state in ('asked', 'open', 'used', 'ended')),
  reason text not null,
  shown text not null check (shown in ('id-card', 'work-pass', 'known')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  opened_by uuid,
  slip_hash bytea,
  expires_at timestamptz,
  tries smallint not null default 0,
  closed_at timestamptz,
  check (state <> 'open' or (slip_hash is not null and expires_at is not null))
);
comment on table access.resets is '重置单: a new password and authenticator for somebody who lost theirs; the slip handed over in person and a code on their phone are both needed';
comment on column access.resets.org_path is 'the highest union its account holds a post at';
comment on column access.resets.state is 'asked: of an administrator, waits for another one; open: the slip is out; used; ended: withdrawn, replaced or guessed at too often';
comment on column access.resets.shown is 'by what the person was known: identity card, work pass and chief, personally';
comment on column access.resets.slip_hash is 'hash of the 75 random bits on the slip';
create unique index resets_living on access.resets (account_id) where state in ('asked', 'open');
create index resets_union on access.resets (org_path, asked_at);
call house.at_door('access.resets', 'select, update');
call house.by_union('access.resets', 'select');
