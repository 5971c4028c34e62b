-- 电子会员卡: cards and the keys that sign them, what tills asked, and certificates of membership.

create table business.cards (
  id uuid not null,
  person_id uuid not null,
  org_path text collate "C" not null,
  state text not null check (state in ('awaiting', 'living', 'revoked')),
  device_point bytea,
  issued_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  revoked_for text check (revoked_for in ('lost', 'left', 'merged')),
  case_id uuid,
  primary key (person_id, id),
  check ((state = 'awaiting') = (device_point is null and state <> 'revoked')),
  check ((state = 'revoked') = (revoked_at is not null and revoked_for is not null))
);
comment on table business.cards is '电子会员卡: at most one of a person is not revoked; only the house writes it';
comment on column business.cards.state is 'awaiting: reissued and not yet taken by a device; living; revoked for good';
comment on column business.cards.device_point is 'public key of the one device that can show it: a point of P-256, compressed, 33 bytes';
comment on column business.cards.case_id is 'the reissue that made it';
create unique index cards_one on business.cards (person_id) where state <> 'revoked';
create index cards_id on business.cards (id);
create index cards_path on business.cards (org_path);
create index cards_revoked on business.cards (expires_at) where state = 'revoked';
call house.by_union('business.cards', 'select');
call house.by_person('business.cards');

create table business.card_keys (
  id uuid primary key,
  key_id bytea not null unique,
  point bytea not null,
  not_before timestamptz not null,
  not_after timestamptz not null,
  made_at timestamptz not null,
  made_by uuid,
  note text
);
comment on table business.card_keys is '发卡密钥: public halves of the keys that sign cards';
comment on column business.card_keys.key_id is 'first 8 bytes of the SHA-256 of the point: `kid` of what it signed';
comment on column business.card_keys.not_before is 'it signs from here on, until a later key does';
comment on column business.card_keys.not_after is 'no card under it lives longer; brought forward when a key is withdrawn';
comment on column business.card_keys.made_by is 'who changed keys out of turn; null when the clock did';
call house.readable('business.card_keys');

create table business.card_key_secrets (
  id uuid primary key,
  secret_cipher bytea not null
);
comment on table business.card_key_secrets is 'sealed private halves, for as long as a key signs or is yet to sign: what signs no more cannot be taken';
call house.guard('business.card_key_secrets');

create table business.card_checks (
  id uuid primary key,
  org_path text collate "C" not null,
  at timestamptz not null,
  account_id uuid not null,
  card_id uuid,
  verdict text not null
);
comment on table business.card_checks is '扫码验证记录: which post asked, of which card, with what verdict; nothing of the person';
comment on column business.card_checks.org_path is 'union of the post that asked';
comment on column business.card_checks.card_id is 'null when nothing of the code was to be believed';
create index card_checks_path on business.card_checks (org_path, at);
create index card_checks_card on business.card_checks (card_id, at desc) where card_id is not null;
call house.by_union('business.card_checks', 'select, insert');

create unlogged table business.card_seen (
  card_id uuid not null,
  shown_at timestamptz not null,
  primary key (card_id, shown_at)
);
comment on table business.card_seen is 'codes that were accepted, for as long as they could be shown again; unlogged: a crash forgets two minutes';
create index card_seen_at on business.card_seen (shown_at);
call house.guard('business.card_seen');

create table business.card_certificates (
  code text primary key,
  person_id uuid not null,
  org_path text collate "C" not null,
  membership_id uuid not null,
  issued_at timestamptz not null,
  purpose text not null,
  facts jsonb not null,
  sha256 text not null
);
comment on table business.card_certificates is '会员证明: what was certified on its day, masked; the paper itself lies in the vault by its hash';
comment on column business.card_certificates.code is 'printed on the paper; random, 55 bits';
comment on column business.card_certificates.facts is 'as a stranger who holds the code may see them';
create index card_certificates_person on business.card_certificates (person_id, issued_at desc);
create index card_certificates_hash on business.card_certificates (sha256);
create index card_certificates_path on business.card_certificates (org_path, issued_at);
call house.by_union('business.card_certificates', 'select');
call house.by_person('business.card_certificates');
